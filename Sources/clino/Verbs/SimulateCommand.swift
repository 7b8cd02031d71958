import ArgumentParser
import Economy
import Ensembles
import Reports
import Scenarios

/// `clino simulate`: a world of balance sheets, markets and participants.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run a world: who holds what against whom, and who forces whom.",
    discussion: """
      EXAMPLES
        clino simulate smoke
        clino simulate my-scenario.yaml --runs 20 --output run
        clino simulate outflow --days 4 --without leverage --format json
        clino simulate smoke --attribute all --measure peak_to_trough --runs 10
        clino simulate smoke --godley 1
        clino simulate default --days 1 --contagion 0.1
        clino simulate funding --as-of 2019-09-16
        clino simulate repo-2019-09 --store my-store.sqlite

      Built-in scenarios: see --list. Each run has a control without leverage and with the same random
      numbers. An episode is compared with what the store says about its days. See docs/scenarios.md for
      the file, docs/episodes.md for episodes, docs/estimate.md for --as-of.
      """
  )

  @Argument(help: "A built-in scenario (see --list) or the path of a scenario file.")
  var scenario: String?

  @Flag(help: "List the built-in scenarios, and stop.")
  var list = false

  @Flag(help: "Print the scenario, built-in or not, as its file, and stop.")
  var printScenario = false

  @Flag(help: "Print the JSON Schema of scenario files, and stop.")
  var printSchema = false

  @Flag(help: "Print the whole default world as a scenario file with every number explained.")
  var printDefaults = false

  // A negative number is a number here, to be refused as one.
  @Option(parsing: .unconditional, help: "Number of days instead of the scenario's.")
  var days: Int?

  @Option(help: "The market that is measured and attributed, instead of the scenario's.")
  var market: String?

  @Option(
    help: ArgumentHelp(
      "Split the measured market's move among mechanisms: all, or names with commas.",
      valueName: "mechanisms"
    )
  )
  var attribute: String?

  @Option(
    help: "The move that --attribute splits: peak_to_trough (default) or close_to_close."
  )
  var measure: String?

  @Option(help: "Print stocks and flows of this day of run 0, 0 for the first, and stop.")
  var godley: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Print what a fall of all markets, or of --market, by this fraction does through common holdings "
        + "after run 0, and stop.",
      valueName: "fraction"
    )
  )
  var contagion: Double?

  @Option(
    help: ArgumentHelp(
      "Open a world with a central bank on this day with rates, reserves and yields from the store: what was "
        + "knowable when the UTC day began, or by a time such as 2019-09-16T13:00Z.",
      valueName: "date"
    )
  )
  var asOf: String?

  @OptionGroup var options: WorldOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: FileOptions

  mutating func run() async throws {
    if options.listMechanisms {
      try requireTextFormat(beside: "--list-mechanisms")
      return WorldOptions.printMechanisms()
    }
    if list { return try printList() }
    if printSchema {
      try requireTextFormat(beside: "--print-schema")
      return StandardOutput.print(ScenarioSchemaDocument().json.text(.indented))
    }
    if printDefaults {
      try requireTextFormat(beside: "--print-defaults")
      return StandardOutput.print(ScenarioText.defaults())
    }
    guard let scenario else {
      throw UsageError(
        description: "simulate: got nothing, expected a scenario (--list) or a file; see --help"
      )
    }
    let source = try ScenarioArgument.source(scenario)
    if printScenario {
      try requireTextFormat(beside: "--print-scenario")
      return StandardOutput.print(source.text)
    }
    let job = try SimulationJob(
      text: source.text,
      name: source.name,
      days: try dayCount(),
      market: market,
      without: Set(options.without),
      seed: options.seed,
      runs: try options.runCount(),
      split: try split(),
      asOf: asOf,
      store: store
    )
    if let godley {
      try requireNoFiles(beside: "--godley")
      guard contagion == nil else {
        throw UsageError(
          description: "--godley: expected no --contagion beside it; each stops after its table"
        )
      }
      return try printGodley(job, day: godley)
    }
    if let contagion {
      try requireNoFiles(beside: "--contagion")
      guard attribute == nil, try options.runCount() ?? 1 == 1 else {
        throw UsageError(
          description: "--contagion prints run 0 alone: expected no --runs or --attribute beside it"
        )
      }
      return try printContagion(job, fall: contagion)
    }
    try await SimulationRunner(output: output, files: files)
      .run(job, threads: try options.threadCount())
  }

  /// Refuses files beside a flag that only prints.
  private func requireNoFiles(beside flag: String) throws {
    guard files.output == nil, files.report == nil else {
      throw UsageError(
        description: "\(flag) prints a table: expected no --output or --report beside it"
      )
    }
  }

  /// Refuses a form that what is printed does not have.
  private func requireTextFormat(beside flag: String) throws {
    guard output.format == .text else {
      throw UsageError(
        description: "--format: got \(output.format.rawValue), expected none beside \(flag)"
      )
    }
  }

  private func printList() throws {
    let scenarios = try BuiltInScenarios.names.map { try BuiltInScenarios.scenario(named: $0) }
    let document = ScenarioListDocument(scenarios)
    switch output.format {
    case .json: StandardOutput.print(document.json.text(.indented))
    case .csv: StandardOutput.print(document.table.csv)
    case .text:
      for scenario in scenarios {
        let mark = scenario.episode == nil ? "" : " (episode)"
        StandardOutput.print("\(scenario.name)\(mark)  \(scenario.title)")
      }
    }
  }

  private func dayCount() throws -> Int? {
    guard let days else { return nil }
    guard JobLimits.days.contains(days) else {
      throw UsageError(description: "--days: got \(days), expected 1 to 100000")
    }
    return days
  }

  private func split() throws -> SimulationJob.Split? {
    let word = measure ?? AttributionMeasure.peakToTrough.rawValue
    guard let measure = AttributionMeasure(rawValue: word) else {
      let known = AttributionMeasure.allCases.map(\.rawValue).joined(separator: " or ")
      throw UsageError(description: "--measure: got \(word), expected \(known)")
    }
    guard let attribute else {
      guard self.measure == nil else {
        throw UsageError(
          description:
            "--measure: got \(word), expected --attribute beside it, whose move it chooses"
        )
      }
      return nil
    }
    let names = attribute.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    guard !names.contains("") else {
      throw UsageError(
        description: "--attribute: got \"\(attribute)\", expected all, or mechanisms with commas "
          + "(--list-mechanisms)"
      )
    }
    return SimulationJob.Split(mechanisms: names == ["all"] ? [] : names, measure: measure)
  }

  private func printContagion(_ job: SimulationJob, fall: Double) throws {
    guard (0...1).contains(fall) else {
      throw UsageError(description: "--contagion: got \(fall), expected a fraction in 0 to 1")
    }
    let setting = try job.setting()
    let document = try ContagionDocument(
      scenario: setting.scenario.name,
      world: try setting.world(run: 0, afterDays: setting.scenario.days),
      fall: fall,
      market: market
    )
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.headline, ""],
      tables: [document.holderTable, document.marketTable],
      main: document.holderTable
    )
  }

  private func printGodley(_ job: SimulationJob, day: Int) throws {
    let setting = try job.setting()
    guard (0..<setting.scenario.days).contains(day) else {
      throw UsageError(
        description: "--godley: got \(day), expected a day from 0 to \(setting.scenario.days - 1)"
      )
    }
    let world = try setting.world(run: 0, afterDays: day + 1)
    let document = GodleyDocument(scenario: setting.scenario.name, world: world)
    switch output.format {
    case .json: StandardOutput.print(document.json.text(.indented))
    case .csv: StandardOutput.print(document.table.csv)
    case .text: StandardOutput.print(document.text)
    }
    guard document.balances else { throw ExitCode(ExitStatus.checkFailed) }
  }
}
