import Observatory
import Reports
import Scenarios

/// A run of experiments on disk, which `clino verify` can make again.
enum ExperimentDirectory {
  /// Writes the directory.
  ///
  /// - Throws: `UsageError` if it cannot be made.
  static func write(
    _ request: ExperimentRequest,
    _ document: ExperimentDocument,
    to path: String
  ) throws {
    let files = files(of: document)
    try RunDirectory.write(
      files: files,
      manifest: manifest(of: request, files: files).bytes(.indented),
      to: path
    )
  }

  /// The files of the directory, by name.
  static func files(of document: ExperimentDocument) -> [(name: String, bytes: [UInt8])] {
    [("result.json", document.json.bytes(.indented))]
      + document.namedTables.map { ("tables/\($0.name).csv", Array($0.table.csv.utf8)) }
  }

  /// The manifest: no time, host or thread count stands in it.
  static func manifest(
    of request: ExperimentRequest,
    files: [(name: String, bytes: [UInt8])]
  ) -> JSONValue {
    [
      "schema": .string(Manifest.schema), "version": .string(ClinoVersion.text),
      "verb": "experiment", "experiments": .array(request.ids.map(JSONValue.string)),
      "reading": request.reading.map(JSONValue.string) ?? .null,
      "seed": .string(String(request.seed)),
      "runs": request.runs.map { JSONValue($0) } ?? .null, "sweeps": .bool(request.sweeps),
      "quantiles": "Hyndman-Fan type 7",
      "sha256": .object(
        JSONObject(
          files.map {
            JSONObject.Member(key: $0.name, value: .string(JournalDigest.sha256(of: $0.bytes)))
          }
        )
      ),
    ]
  }

  /// The request of a manifest; nil if it belongs to another verb.
  ///
  /// - Throws: `UsageError` at the first key that is missing or wrong.
  static func request(_ bytes: [UInt8], file: String) throws -> ExperimentRequest? {
    guard let root = try? JSONValue(parsing: bytes), root["verb"]?.stringValue == "experiment"
    else { return nil }
    let reader = ManifestReader(file: file, root: root)
    guard try reader.text("schema") == Manifest.schema else {
      throw reader.failure("schema", Manifest.schema)
    }
    guard let seed = UInt64(try reader.text("seed")) else {
      throw reader.failure("seed", "a whole number")
    }
    guard let sweeps = root["sweeps"]?.boolValue else {
      throw reader.failure("sweeps", "true or false")
    }
    let hasRuns = root["runs"].map { $0 != .null } ?? false
    return try ExperimentRequest(
      ids: try reader.texts("experiments"),
      reading: root["reading"]?.stringValue,
      seed: seed,
      runs: hasRuns ? try reader.whole("runs", in: 5...JobLimits.runs.upperBound) : nil,
      sweeps: sweeps
    )
  }
}
