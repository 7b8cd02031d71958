import Observatory
import Quantities
import Reports
import Scenarios

/// What a world opened from, in a manifest: values with both clocks, and the hashes of the store's files.
///
/// A run is made again from the values, without the store.
enum EstimateManifest {
  static func json(of estimate: FundingEstimate) -> JSONValue {
    [
      "as_of": .string(estimate.asOf.description),
      "readings": .array(estimate.readings.map(json)),
      "files": .array(
        estimate.files.map { file in
          [
            "origin": .string(file.origin), "sha256": .string(file.sha256),
            "licence": .string(file.licence),
          ]
        }
      ),
    ]
  }

  private static func json(_ reading: OpeningReading) -> JSONValue {
    [
      "series": .string(reading.series.name), "unit": .string(reading.unit),
      "knowable_basis": .string(reading.knowableBasis.rawValue),
      "values": .array(
        reading.observations.map { observation in
          [
            "refers_to": .string(observation.refersTo.description),
            "knowable_at": .string(observation.knowableAt.description),
            "value": .string(observation.value.description),
          ]
        }
      ),
    ]
  }

  /// The estimate of a manifest; nil if the run had none.
  ///
  /// - Throws: `UsageError` at the first key that is missing or wrong.
  static func estimate(_ reader: ManifestReader) throws -> FundingEstimate? {
    guard let value = reader.root["estimate"], value != .null else { return nil }
    let fields = ManifestReader(file: reader.file, root: value)
    let asOf = try fields.time("as_of")
    let readings = try fields.lists("readings").map { try reading($0, asOf: asOf) }
    let files = try fields.lists("files").map { file in
      SeriesProvenance(
        origin: try file.text("origin"),
        sha256: try file.text("sha256"),
        licence: try file.text("licence")
      )
    }
    return FundingEstimate(asOf: asOf, readings: readings, files: files)
  }

  private static func reading(
    _ fields: ManifestReader,
    asOf: Instant
  ) throws -> OpeningReading {
    let name = try fields.text("series")
    let words = name.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count >= 2, !words.contains(where: \.isEmpty) else {
      throw fields.failure("series", "words joined by slashes")
    }
    let word = try fields.text("knowable_basis")
    guard let basis = SeriesDescription.KnowableBasis(rawValue: word) else {
      throw fields.failure("knowable_basis", "published, rule or assumed")
    }
    return OpeningReading(
      series: SeriesID(name),
      unit: try fields.text("unit"),
      knowableBasis: basis,
      observations: try fields.lists("values").map { try observation($0, asOf: asOf) }
    )
  }

  private static func observation(
    _ fields: ManifestReader,
    asOf: Instant
  ) throws -> Observation {
    let bytes = Array(try fields.text("value").utf8)
    guard let value = try? ExactDecimal(bytes, bytes.indices) else {
      throw fields.failure("value", "a decimal number")
    }
    let knowableAt = try fields.time("knowable_at")
    guard knowableAt <= asOf else {
      throw fields.failure("knowable_at", "a time up to \(asOf), as of which the world opened")
    }
    return Observation(
      refersTo: try fields.time("refers_to"),
      knowableAt: knowableAt,
      value: value
    )
  }
}

extension ManifestReader {
  /// The objects of a list.
  fileprivate func lists(_ key: String) throws -> [ManifestReader] {
    guard let values = root[key]?.arrayValue else { throw failure(key, "a list") }
    return values.map { ManifestReader(file: file, root: $0) }
  }
}
