import ArgumentParser
import Quantities
import Scenarios

/// `clino stress`: what one outflow forces.
struct StressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "What one outflow forces, from a state file or a built-in event.",
    discussion: """
      EXAMPLES
        clino stress 2025-11-21 --sell 1000000000 --over 4h
        clino stress my-market.yaml --sell 2e8 --news -0.05
        clino map 2025-11-21 --print-state > my-market.yaml
      """
  )

  @Argument(help: "A built-in event or the path of a state file.")
  var state: String?

  @Option(parsing: .unconditional, help: "The net sale from outside, in US dollars.")
  var sell: Double?

  @Option(help: "The time over which it is sold, such as 90s, 15m or 4h; at once if not given.")
  var over: String = "0s"

  @Option(
    parsing: .unconditional,
    help: "The move of the price by news alone, as a fraction: -0.05 is a fall of 5 %."
  )
  var news: Double = 0

  @OptionGroup var options: RunOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: FileOptions

  mutating func run() async throws {
    if options.listMechanisms { return RunOptions.printMechanisms() }
    guard let state, let sell else {
      throw UsageError(description: "stress: expected a state and --sell; see --help")
    }
    guard JobLimits.sale.contains(sell) else {
      throw UsageError(description: "--sell: got \(sell), expected 0 to 1e14 US dollars")
    }
    guard JobLimits.news.contains(news) else {
      throw UsageError(description: "--news: got \(news), expected a fraction from -0.99 to 10")
    }
    let length: Duration
    do { length = try Duration(parsing: over) } catch {
      throw UsageError(description: "--over: \(error)")
    }
    guard JobLimits.length.contains(length) else {
      throw UsageError(description: "--over: got \(over), expected at most 720h")
    }
    let job = Job(
      verb: "stress",
      source: try StateArgument.source(state),
      shock: Drive.Shock(sale: sell, length: length, news: news),
      without: try options.mechanisms(),
      seed: options.seed,
      runs: try options.runCount(),
      parcels: try options.parcelCount()
    )
    try await JobRunner(output: output, files: files).run(job, threads: try options.threadCount())
  }
}
