import ArgumentParser
import Observatory
import Reports
import Validation

/// `clino validate`: test vectors through the engine.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Run files of test vectors through the engine.",
    discussion: """
      EXAMPLES
        clino validate vectors.yaml
        clino validate vectors.yaml --topic liquidation_price --format json

      A topic that the engine does not have reads unsupported, never pass. Exit 1 if a vector fails.
      """
  )

  @Argument(help: "Files of vectors.")
  var files: [String]

  @Option(help: "Run the vectors of this topic alone; repeatable.")
  var topic: [String] = []

  @OptionGroup var threadOptions: ThreadOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    guard !files.isEmpty else {
      throw UsageError(description: "validate: got no file, expected at least one")
    }
    let threads = try threadOptions.threadCount()
    var vectors: [Vector] = []
    for file in files {
      let bytes = try FileBytes.read(file, byteCountMax: 1 << 28)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw UsageError(description: "\(file):1: got bytes that are not UTF-8, expected YAML")
      }
      vectors += try VectorFile.parse(text, name: file)
    }
    if !topic.isEmpty { vectors = vectors.filter { topic.contains($0.topic) } }
    guard !vectors.isEmpty else {
      throw UsageError(description: "validate: got no vector to run, expected at least one")
    }
    let outcomes = try await VectorRunner(topics: Topics.all)
      .outcomes(of: vectors, threads: threads)
    let document = ValidationDocument(outcomes: outcomes)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.verdict, ""],
      tables: document.shownTables,
      main: document.table
    )
    guard document.failed == 0 else { throw ExitCode(ExitStatus.checkFailed) }
  }
}
