import Observatory
import Quantities
import Reports
import Scenarios

/// What a run was made from: enough to make it again, and the hashes of what came out.
///
/// No time, host or thread count stands in it, so that the same run gives the same bytes. A file of
/// bars stands in it under the path that the caller gave, with its hash.
enum Manifest {
  /// The schema of every manifest.
  static let schema = "clino.run/1"

  /// The manifest of a job and its files.
  static func json(of job: Job, files: [(name: String, bytes: [UInt8])]) throws -> JSONValue {
    var object: JSONObject = [
      "schema": .string(schema), "version": .string(ClinoVersion.text),
      "verb": .string(job.verb), "seed": .string(String(job.seed)), "runs": JSONValue(job.runs),
      "parcels": JSONValue(job.parcels),
      "without": .array(
        Mechanism.allCases.filter(job.without.contains).map { .string($0.rawValue) }
      ),
      "quantiles": "Hyndman-Fan type 7",
    ]
    switch job.source {
    case .state(let text, let name):
      object["state"] = ["name": .string(name), "text": .string(text)]
    case .bars(let request): object["bars"] = try json(of: request)
    }
    if let shock = job.shock {
      object["shock"] = [
        "sell_usd": .number(shock.sale), "over_microseconds": JSONValue(shock.length.microseconds),
        "news_fraction": .number(shock.news),
      ]
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

  private static func json(of request: BarsRequest) throws -> JSONValue {
    let stored = try SourceFile.read(request.file).storedBytes
    return [
      "file": .string(request.file), "sha256": .string(JournalDigest.sha256(of: stored)),
      "symbol": .string(request.symbol), "from": .string(request.from.description),
      "to": .string(request.to.description),
      "open_interest_usd": request.openInterest.map(JSONValue.number) ?? .null,
    ]
  }

  /// The job of a manifest.
  ///
  /// - Throws: `UsageError` at the first key that is missing or wrong, or if the file of bars is not
  ///   the one the run was made from.
  static func job(_ bytes: [UInt8], file: String) throws -> Job {
    let reader = ManifestReader(file: file, root: try parse(bytes, file: file))
    guard try reader.text("schema") == schema else {
      throw reader.failure("schema", schema)
    }
    let verb = try reader.text("verb")
    guard ["replay", "stress"].contains(verb) else {
      throw reader.failure("verb", "replay or stress")
    }
    let source: Job.Source
    if let state = reader.root["state"] {
      let fields = ManifestReader(file: file, root: state)
      source = .state(text: try fields.text("text"), name: try fields.text("name"))
    } else {
      source = .bars(try bars(reader))
    }
    let shock = try reader.root["shock"].map {
      try self.shock(ManifestReader(file: file, root: $0))
    }
    guard let seed = UInt64(try reader.text("seed")) else {
      throw reader.failure("seed", "a whole number")
    }
    return Job(
      verb: verb,
      source: source,
      shock: shock,
      without: Set(try reader.texts("without").map { try Mechanism(named: $0) }),
      seed: seed,
      runs: try reader.whole("runs", in: JobLimits.runs),
      parcels: try reader.whole("parcels", in: JobLimits.parcels)
    )
  }

  private static func shock(_ fields: ManifestReader) throws -> Drive.Shock {
    let length = JobLimits.length
    let range = Int(length.lowerBound.microseconds)...Int(length.upperBound.microseconds)
    return Drive.Shock(
      sale: try fields.number("sell_usd", in: JobLimits.sale),
      length: Duration(microseconds: Int64(try fields.whole("over_microseconds", in: range))),
      news: try fields.number("news_fraction", in: JobLimits.news)
    )
  }

  private static func bars(_ reader: ManifestReader) throws -> BarsRequest {
    guard let bars = reader.root["bars"] else { throw reader.failure("state", "a state or bars") }
    let fields = ManifestReader(file: reader.file, root: bars)
    let file = try fields.text("file")
    let stored = try SourceFile.read(file).storedBytes
    guard JournalDigest.sha256(of: stored) == (try fields.text("sha256")) else {
      throw UsageError(
        description: "\(reader.file): bars.sha256: \(file) is not the file the run was made from"
      )
    }
    return BarsRequest(
      file: file,
      symbol: try fields.text("symbol"),
      from: try fields.time("from"),
      to: try fields.time("to"),
      openInterest: bars["open_interest_usd"]?.doubleValue
    )
  }

  private static func parse(_ bytes: [UInt8], file: String) throws -> JSONValue {
    do throws(JSONError) { return try JSONValue(parsing: bytes) } catch {
      throw UsageError(description: "\(file):\(error.description)")
    }
  }
}
