import ArgumentParser
import Ensembles
import Observatory
import Reports
import Scenarios

/// `clino experiment run`: treated, control and verdict.
struct ExperimentRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run experiments with their controls.",
    discussion: """
      EXAMPLES
        clino experiment run M0.1-cascade
        clino experiment run M0.9
        clino experiment run --all --format json
        clino experiment run --all --pages docs/experiments

      Treated runs and controls share their random numbers. An experiment without draws runs once.
      """
  )

  @Argument(help: "Ids of experiments (see clino experiment list), or systems such as M0.1.")
  var ids: [String] = []

  @Flag(help: "Run all experiments.")
  var all = false

  @Option(help: "The reading whose verdict counts, where readings compete.")
  var reading: String?

  @Flag(help: "Show the region of parameters even if the experiment is reproduced.")
  var sweep = false

  @Option(help: "Seed of the random streams; the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(
    help: "Runs of each side; fewer than 5 have no 90 % interval. (default: the experiment's)"
  )
  var runs: Int?

  @Option(
    help: ArgumentHelp(
      "Write a page an experiment into this folder; with --all its index as well.",
      valueName: "dir"
    )
  )
  var pages: String?

  @OptionGroup var threadOptions: ThreadOptions
  @OptionGroup var form: OutputOptions

  @Option(
    help: ArgumentHelp(
      "Write a run directory, which can be verified; it has no journal to explain.",
      valueName: "dir"
    )
  )
  var output: String?

  @OptionGroup var page: ReportOptions

  mutating func run() async throws {
    let request = try request()
    if let output { try OutputPlace.requireFree(output) }
    try page.requirePlace()
    if let pages { try OutputPlace.requireFolder(pages, option: "--pages") }
    let threads = try threadOptions.threadCount()
    let document = try await request.document(threads: threads)
    if let output { try ExperimentDirectory.write(request, document, to: output) }
    if let pages { try write(ExperimentPages(document.results), to: pages) }
    if let path = page.report {
      let page = document.page(
        commandLine: request.commandLine + " --report \(path)",
        version: ClinoVersion.text
      )
      _ = try page.write(to: path)
    }
    ResultPrinter(format: form.format).print(
      json: document.json,
      headline: document.headline,
      tables: document.tables,
      main: sweep ? document.sweptTable : document.table
    )
    guard document.isSound else { throw ExitCode(ExitStatus.checkFailed) }
  }

  private func request() throws -> ExperimentRequest {
    guard all != !ids.isEmpty else {
      throw UsageError(
        description: all
          ? "experiment run: got ids and --all, expected one of them"
          : "experiment run: got nothing, expected an id (clino experiment list) or --all"
      )
    }
    let named = try ids.flatMap { try Experiments.ids(named: $0) }
    guard reading == nil || named.count == 1 else {
      throw UsageError(description: "--reading: expected it beside one id")
    }
    if let runs, !(5...JobLimits.runs.upperBound).contains(runs) {
      throw UsageError(description: "--runs: got \(runs), expected 5 to 100000")
    }
    return try ExperimentRequest(
      ids: all ? Experiments.all.map(\.plan.id) : named,
      reading: reading,
      seed: seed,
      runs: runs,
      sweeps: sweep
    )
  }

  private func write(_ pages: ExperimentPages, to folder: String) throws {
    for page in pages.all + (all ? [pages.index] : []) {
      try AtomicFile.write(Array(page.text.utf8), to: "\(OutputPlace.trimmed(folder))/\(page.name)")
    }
  }
}
