import Ensembles
import Reports
import Scenarios

/// What a simulation was made from: the scenario's text itself, so that a run directory stands alone.
enum SimulationManifest {
  /// The manifest of a job and its files; no time, host or thread count stands in it.
  static func json(
    of job: SimulationJob,
    files: [(name: String, bytes: [UInt8])]
  ) -> JSONValue {
    var object: JSONObject = [
      "schema": .string(Manifest.schema), "version": .string(ClinoVersion.text),
      "verb": "simulate", "seed": .string(String(job.seed)), "runs": JSONValue(job.runs),
      "without": .array(job.without.sorted().map(JSONValue.string)),
      "quantiles": "Hyndman-Fan type 7",
      "scenario": ["name": .string(job.name), "text": .string(job.text)],
      "days": job.days.map { JSONValue($0) } ?? .null,
      "market": job.market.map(JSONValue.string) ?? .null,
      "attribute": job.split.map { split in
        [
          "mechanisms": .array(split.mechanisms.map(JSONValue.string)),
          "measure": .string(split.measure.rawValue),
        ]
      } ?? .null,
    ]
    if let estimate = job.estimate { object["estimate"] = EstimateManifest.json(of: estimate) }
    if !job.evidence.isEmpty {
      object["evidence"] = .array(job.evidence.map(EvidenceManifest.json))
    }
    object["sha256"] = .object(
      JSONObject(
        files.map {
          JSONObject.Member(key: $0.name, value: .string(JournalDigest.sha256(of: $0.bytes)))
        }
      )
    )
    return .object(object)
  }

  /// The job of a manifest; nil if it belongs to another verb.
  ///
  /// - Throws: `UsageError` at the first key that is missing or wrong.
  static func job(_ bytes: [UInt8], file: String) throws -> SimulationJob? {
    guard let root = try? JSONValue(parsing: bytes), root["verb"]?.stringValue == "simulate" else {
      return nil
    }
    let reader = ManifestReader(file: file, root: root)
    guard try reader.text("schema") == Manifest.schema else {
      throw reader.failure("schema", Manifest.schema)
    }
    guard let scenario = root["scenario"] else { throw reader.failure("scenario", "a scenario") }
    let fields = ManifestReader(file: file, root: scenario)
    guard let seed = UInt64(try reader.text("seed")) else {
      throw reader.failure("seed", "a whole number")
    }
    let hasDays = root["days"].map { $0 != .null } ?? false
    return SimulationJob(
      text: try fields.text("text"),
      name: try fields.text("name"),
      days: hasDays ? try reader.whole("days", in: JobLimits.days) : nil,
      market: root["market"]?.stringValue,
      without: Set(try reader.texts("without")),
      seed: seed,
      runs: try reader.whole("runs", in: JobLimits.runs),
      split: try split(reader),
      estimate: try EstimateManifest.estimate(reader),
      evidence: try EvidenceManifest.evidence(reader),
      store: nil
    )
  }

  private static func split(_ reader: ManifestReader) throws -> SimulationJob.Split? {
    guard let value = reader.root["attribute"], value != .null else { return nil }
    let fields = ManifestReader(file: reader.file, root: value)
    guard let measure = AttributionMeasure(rawValue: try fields.text("measure")) else {
      throw fields.failure("measure", "a measure")
    }
    return SimulationJob.Split(mechanisms: try fields.texts("mechanisms"), measure: measure)
  }
}
