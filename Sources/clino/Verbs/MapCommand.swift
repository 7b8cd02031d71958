import ArgumentParser
import Ensembles
import Reports
import Scenarios

/// `clino map`: the liquidation map of a state, or of a date from the store, and its score.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "The liquidation map: what is forced at each price, by side.",
    discussion: """
      A state or an event gives a map of what is assumed there. --as-of estimates the map of a date from
      the store: open interest, prices and funding, with a leverage mixture inferred from liquidations
      reported before it. --score says how well such maps predicted what was reported.

      EXAMPLES
        clino map 2025-11-21
        clino map my-market.yaml --format csv
        clino map 2025-11-21 --print-state > my-market.yaml
        clino map --as-of 2025-09-01 --symbol ETH
        clino map --score --format json
      """
  )

  @Argument(help: "A built-in event or the path of a state file.")
  var state: String?

  @Flag(help: "Print the state as YAML, to copy and change, and stop.")
  var printState = false

  @Option(
    help: ArgumentHelp(
      "Estimate the map of a date from the store: the end of a day, or a time.",
      valueName: "date"
    )
  )
  var asOf: String?

  @Flag(
    help: "Score the maps of past dates against reported liquidations; --runs are resamples, 400."
  )
  var score = false

  @Option(help: "The coin: BTC, ETH, SOL or XRP. (default: BTC; all of them for --score)")
  var symbol: String?

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    if options.listMechanisms { return RunOptions.printMechanisms() }
    guard !score && asOf == nil else { return try await runOnStore() }
    guard let state else {
      throw UsageError(
        description: "map: got nothing, expected a state, an event, --as-of or --score; see --help"
      )
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

  private func runOnStore() async throws {
    guard state == nil, !printState, options.without.isEmpty else {
      throw UsageError(
        description:
          "map: got a state or its flags with --as-of or --score, expected one or the other"
      )
    }
    let instant = try asOf.map { try StoreMaps.instant($0) }
    let series = try symbol.map { try LeverageMarketSeries(of: $0) }
    let maps = StoreMaps(store: try storeOptions.open(), asOf: instant, series: series)
    let printer = ResultPrinter(format: output.format)
    if score {
      try await maps.printScore(options, printer)
    } else {
      try maps.printMap(options, printer)
    }
  }
}
