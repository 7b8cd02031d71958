import ArgumentParser
import Reports
import Scenarios

/// `clino experiment list`: what can be run.
struct ExperimentListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the experiments with what they expect.",
    discussion: """
      EXAMPLES
        clino experiment list
        clino experiment list --system M0.1 --format json
      """
  )

  @Option(help: "Only the experiments of this system, such as M0.1.")
  var system: String?

  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let plans = Experiments.all.map(\.plan)
      .filter { system == nil || $0.systems.contains(system ?? "") }
    if let system, plans.isEmpty {
      throw UsageError(description: "--system: got \(system), expected a system with an experiment")
    }
    let table = ExperimentDocument.table(plans: plans)
    ResultPrinter(format: output.format).print(
      json: ExperimentDocument.json(plans: plans),
      headline: [],
      tables: [table],
      main: table
    )
  }
}
