import ArgumentParser
import Ensembles
import Reports
import Scenarios

/// `clino map`: the liquidation map of a state.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "The liquidation map: what is forced at each price, by side.",
    discussion: """
      EXAMPLES
        clino map 2025-11-21
        clino map my-market.yaml --format csv
        clino map 2025-11-21 --print-state > my-market.yaml
      """
  )

  @Argument(help: "A built-in event or the path of a state file.")
  var state: String?

  @Flag(help: "Print the state as YAML, to copy and change, and stop.")
  var printState = false

  @OptionGroup var options: RunOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    if options.listMechanisms { return RunOptions.printMechanisms() }
    guard let state else {
      throw UsageError(description: "map: got nothing, expected a state or an event; see --help")
    }
    guard case .state(let text, let name) = try StateArgument.source(state) else { return }
    let market = try StateFile.parse(text, file: name)
    if printState {
      return StandardOutput.print(StateText.withStandards(text, of: market))
    }
    let setting = RunSetting(
      state: market,
      source: .shock(.none),
      without: try options.mechanisms(),
      seed: options.seed,
      parcels: try options.parcelCount()
    )
    let runs = try options.runCount()
    let map = try await MapSummary(of: setting, runs: runs, threads: try options.threadCount())
    let document = MapDocument(setting: setting, runs: runs, map: map)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [market.title, document.verdict, ""],
      tables: [document.table],
      main: document.table
    )
  }
}
