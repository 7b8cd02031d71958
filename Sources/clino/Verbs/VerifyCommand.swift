import ArgumentParser
import Reports
import Scenarios

/// `clino verify`: a run again from its manifest, byte for byte.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute a run directory from its manifest and compare bytes.",
    discussion: """
      EXAMPLES
        clino replay 2025-11-21 --output november
        clino verify november
      """
  )

  @Argument(help: "A run directory.")
  var run: String

  @OptionGroup var threadOptions: ThreadOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let threads = try threadOptions.threadCount()
    let name = "\(run)/\(RunDirectory.manifestName)"
    try RunDirectory.requireVerb(
      ["replay", "stress", "simulate", "experiment"],
      of: run,
      for: "verify"
    )
    let manifest = try RunDirectory.read(RunDirectory.manifestName, of: run)
    let (again, files) = try await recomputed(manifest, file: name, threads: threads)
    var rows = [Row(name: RunDirectory.manifestName, recomputed: again, found: manifest)]
    for file in files {
      rows.append(
        Row(
          name: file.name,
          recomputed: file.bytes,
          found: try? RunDirectory.read(file.name, of: run)
        )
      )
    }
    let isEqual = rows.allSatisfy(\.isEqual)
    ResultPrinter(format: output.format).print(
      json: VerifyCommand.json(rows, isEqual: isEqual),
      headline: [isEqual ? "Equal: the run came out again, byte for byte." : "Not equal.", ""],
      tables: [VerifyCommand.table(rows)],
      main: VerifyCommand.table(rows)
    )
    guard isEqual else { throw ExitCode(ExitStatus.checkFailed) }
  }

  /// Manifest and files as they come out again.
  private func recomputed(
    _ manifest: [UInt8],
    file: String,
    threads: Int
  ) async throws -> (manifest: [UInt8], files: [(name: String, bytes: [UInt8])]) {
    if let request = try ExperimentDirectory.request(manifest, file: file) {
      let files = ExperimentDirectory.files(of: try await request.document(threads: threads))
      return (ExperimentDirectory.manifest(of: request, files: files).bytes(.indented), files)
    }
    if let job = try SimulationManifest.job(manifest, file: file) {
      let files = SimulationJob.files(of: try await job.document(threads: threads))
      return (SimulationManifest.json(of: job, files: files).bytes(.indented), files)
    }
    let job = try Manifest.job(manifest, file: file)
    let files = try await job.result(threads: threads).files()
    return (try Manifest.json(of: job, files: files).bytes(.indented), files)
  }

  /// One file of the run, as found and as it came out again.
  struct Row {
    let name: String
    let recomputed: String
    let found: String?

    var isEqual: Bool { found == recomputed }

    init(name: String, recomputed: [UInt8], found: [UInt8]?) {
      self.name = name
      self.recomputed = JournalDigest.sha256(of: recomputed)
      self.found = found.map(JournalDigest.sha256(of:))
    }
  }

  private static func json(_ rows: [Row], isEqual: Bool) -> JSONValue {
    [
      "schema": "clino.verify/1", "equal": .bool(isEqual),
      "sha256": .object(
        JSONObject(
          rows.map { row in
            JSONObject.Member(
              key: row.name,
              value: [
                "found": row.found.map(JSONValue.string) ?? .null,
                "recomputed": .string(row.recomputed), "equal": .bool(row.isEqual),
              ]
            )
          }
        )
      ),
    ]
  }

  private static func table(_ rows: [Row]) -> Table {
    Table(
      title: "Files",
      columns: [
        TableColumn(key: "file", title: "File"), TableColumn(key: "equal", title: "Equal"),
        TableColumn(key: "sha256", title: "SHA-256 recomputed"),
      ],
      rows: rows.map { row in
        [
          .text(row.name), .text(row.found == nil ? "missing" : row.isEqual ? "yes" : "no"),
          .text(row.recomputed),
        ]
      }
    )
  }
}
