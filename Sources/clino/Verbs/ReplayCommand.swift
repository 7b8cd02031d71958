import ArgumentParser
import Quantities
import Scenarios

/// `clino replay`: a crash again, from a reported event or from real bars.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Replay a crash: with leverage, without it, and who forced whom.",
    discussion: """
      EXAMPLES
        clino replay 2025-11-21
        clino replay 2025-11-21 --without leverage --format json
        clino replay --bars btcusdt_1h.csv.gz --symbol BTC --from 2024-08-04 --to 2024-08-06

      A replay takes the price path as given, solves for the news that it needs, and predicts the
      liquidations from the book at the start. The control runs the same news without leverage.
      """
  )

  @Argument(help: "A built-in event (see --list) or the path of a state file with an event.")
  var event: String?

  @Flag(help: "List the built-in events, and stop.")
  var list = false

  @Option(help: ArgumentHelp("Replay the bars of this CSV file, plain or gzip.", valueName: "file"))
  var bars: String?

  @Option(help: "The asset of the bars; selects rows where the file holds several.")
  var symbol: String?

  @Option(help: "The first instant of the window, UTC.")
  var from: String?

  @Option(help: "The first instant after the window, UTC.")
  var to: String?

  @Option(help: "Open interest at the start of the window, if known, in US dollars.")
  var openInterest: Double?

  @OptionGroup var options: RunOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: FileOptions

  mutating func run() async throws {
    if options.listMechanisms { return RunOptions.printMechanisms() }
    if list {
      for name in BuiltInStates.names {
        StandardOutput.print("\(name)  \(try BuiltInStates.state(named: name).title)")
      }
      return
    }
    let job = Job(
      verb: "replay",
      source: try source(),
      shock: nil,
      without: try options.mechanisms(),
      seed: options.seed,
      runs: try options.runCount(),
      parcels: try options.parcelCount()
    )
    try await JobRunner(output: output, files: files).run(job, threads: try options.threadCount())
  }

  private func source() throws -> Job.Source {
    if let bars {
      guard event == nil else {
        throw UsageError(description: "replay: got an event and --bars, expected one of them")
      }
      guard let symbol, let from, let to else {
        throw UsageError(description: "--bars: expected --symbol, --from and --to beside it")
      }
      if let openInterest, !(openInterest >= 1 && openInterest <= 1e14) {
        throw UsageError(
          description: "--open-interest: got \(openInterest), expected 1 to 1e14 US dollars"
        )
      }
      return .bars(
        BarsRequest(
          file: bars,
          symbol: symbol,
          from: try instant("--from", from),
          to: try instant("--to", to),
          openInterest: openInterest
        )
      )
    }
    guard let event else {
      throw UsageError(
        description: "replay: got nothing, expected an event (--list) or --bars; see --help"
      )
    }
    guard symbol == nil, from == nil, to == nil, openInterest == nil else {
      throw UsageError(
        description: "--symbol, --from, --to, --open-interest: got them with an event, expected "
          + "them beside --bars"
      )
    }
    return try StateArgument.source(event)
  }

  private func instant(_ flag: String, _ text: String) throws -> Instant {
    do { return try Instant(parsing: text) } catch {
      throw UsageError(description: "\(flag): \(error)")
    }
  }
}
