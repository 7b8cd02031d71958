import Glibc
import Observatory
import OrderedCollections
import Quantities
import Reports

/// Readings of indicators, ready to be printed in any form.
struct ObservationDocument {
  let results: [ObservationJob.Result]
  let asOf: Instant

  init(_ results: [ObservationJob.Result], asOf: Instant) {
    self.results = results
    self.asOf = asOf
  }

  var json: JSONValue {
    [
      "schema": "clino.observe/1",
      "as_of": .string("\(asOf)"),
      "indicators": .array(results.map { json($0) }),
    ]
  }

  private func json(_ result: ObservationJob.Result) -> JSONValue {
    let (indicator, reading) = (result.indicator, result.reading)
    let staleness = reading.staleness(at: asOf)
    return [
      "id": .string(indicator.id), "name": .string(indicator.name),
      "systems": .array(indicator.systems.map(JSONValue.string)),
      "value": Self.number(reading.value), "unit": .string(indicator.unit),
      "interval": Self.json(reading.interval), "percentile": Self.number(reading.percentile),
      "threshold": reading.threshold.map {
        [
          "value": Self.number($0.value), "meaning": .string($0.meaning),
          "source": .string($0.source),
        ]
      } ?? .null,
      "lower_bound": .bool(reading.isLowerBound),
      "coverage": reading.coverage.map {
        [
          "start": .string("\($0.start)"), "end": .string("\($0.end)"),
          "count": JSONValue($0.count), "expected_count": JSONValue($0.expectedCount),
          "share": Self.number($0.share),
        ]
      } ?? .null,
      "facts": .array(indicator.facts.map(JSONValue.string)),
      "provenance": provenance(reading),
      "observed_at": reading.observedAt.map { .string("\($0)") } ?? .null,
      "stale": .bool(staleness != nil),
      "stale_days": staleness.map { JSONValue(Self.days($0)) } ?? .null,
      "components": .array(
        reading.components.map {
          [
            "name": .string($0.name), "value": Self.number($0.value), "unit": .string($0.unit),
            "interval": Self.json($0.interval),
          ]
        }
      ),
      "missing": .array(
        reading.missing.map { ["what": .string($0.what), "remedy": .string($0.remedy)] }
      ),
      "remarks": .array(reading.remarks.map(JSONValue.string)),
    ]
  }

  /// The files and replies behind a reading, each with the series that were read from it.
  private func provenance(_ reading: IndicatorReading) -> JSONValue {
    var files: OrderedDictionary<SeriesProvenance, [SeriesUse]> = [:]
    for use in reading.sources {
      for file in use.provenance { files[file, default: []].append(use) }
    }
    return .array(
      files.map { file, uses in
        let newest = uses.compactMap(\.newest).max()
        return [
          "origin": .string(file.origin), "sha256": .string(file.sha256),
          "licence": .string(file.licence),
          "series": .array(uses.map { .string($0.description.id.name) }),
          "newest": newest.map { .string("\($0)") } ?? .null,
          "stale": .bool(uses.allSatisfy { $0.isStale(at: asOf) }),
          "trust": .string(uses[0].description.trust.rawValue),
          "knowable_basis": .string(uses[0].description.knowableBasis.rawValue),
        ]
      }
    )
  }

  /// A row an indicator.
  var table: Table {
    Table(
      title: "Indicators as of \(asOf)",
      columns: [
        "id", "name", "value", "unit", "interval_low", "interval_high", "interval_level",
        "percentile", "lower_bound", "observed_at", "stale_days", "coverage_share", "missing",
      ].map { TableColumn(key: $0, title: $0) },
      rows: results.map { result in
        let reading = result.reading
        return [
          .text(result.indicator.id), .text(result.indicator.name), Self.cell(reading.value),
          .text(result.indicator.unit), Self.cell(reading.interval?.low),
          Self.cell(reading.interval?.high), Self.cell(reading.interval?.level),
          Self.cell(reading.percentile), .text(reading.isLowerBound ? "true" : "false"),
          reading.observedAt.map { .text("\($0)") } ?? .missing,
          reading.staleness(at: asOf).map { TableCell(Self.days($0)) } ?? .missing,
          Self.cell(reading.coverage?.share),
          .text(reading.missing.map(\.what).joined(separator: "; ")),
        ]
      }
    )
  }

  /// A row a component.
  var componentTable: Table {
    Table(
      title: "Components as of \(asOf)",
      columns: ["id", "component", "value", "unit", "interval_low", "interval_high"]
        .map { TableColumn(key: $0, title: $0) },
      rows: results.flatMap { result in
        result.reading.components.map { component in
          [
            .text(result.indicator.id), .text(component.name), Self.cell(component.value),
            .text(component.unit), Self.cell(component.interval?.low),
            Self.cell(component.interval?.high),
          ]
        }
      }
    )
  }

  /// Writes `result.json` and the tables `indicators` and `components`, each as CSV and as Parquet, into a
  /// directory that is new.
  func write(to path: String) throws {
    let path = OutputPlace.trimmed(path)
    let partial = "\(path).partial-\(getpid())"
    let refusal = UsageError(
      description: "--output: got \(path), expected a place that can be written to"
    )
    let files = [
      ("result.json", json.bytes(.indented)), ("indicators.csv", Array(table.csv.utf8)),
      ("components.csv", Array(componentTable.csv.utf8)),
      ("indicators.parquet", ParquetFile(table).bytes),
      ("components.parquet", ParquetFile(componentTable).bytes),
    ]
    // Safety: the C library reads the strings during the calls only.
    guard unsafe mkdir(partial, 0o755) == 0 else { throw refusal }
    do {
      for (name, bytes) in files { try AtomicFile.write(bytes, to: "\(partial)/\(name)") }
      guard unsafe rename(partial, path) == 0 else { throw refusal }
    } catch {
      for (name, _) in files { _ = unsafe unlink("\(partial)/\(name)") }
      _ = unsafe rmdir(partial)
      throw error
    }
  }

  static func days(_ age: Duration) -> Int { Int(age.microseconds / 86_400_000_000) }

  private static func number(_ value: Double?) -> JSONValue {
    // JSON has no infinity: an open end of an interval is null.
    value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
  }

  private static func json(_ interval: IndicatorInterval?) -> JSONValue {
    guard let interval else { return .null }
    return [
      "low": number(interval.low), "high": number(interval.high),
      "level": number(interval.level), "method": .string(interval.method),
    ]
  }

  private static func cell(_ value: Double?) -> TableCell {
    value.flatMap { $0.isFinite ? .number($0) : nil } ?? .missing
  }
}
