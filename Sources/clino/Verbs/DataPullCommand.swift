import ArgumentParser
import Observatory
import Quantities

/// `clino data pull`: series of a public source into the store.
struct DataPullCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Pull series of a public source into the store.",
    discussion: """
      Each reply is one transaction. A source that is failing, stale or without its key is named before
      any of its numbers. Keys come from the variable the source names or from
      $XDG_CONFIG_HOME/clino/keys.yaml of mode 0600. CLINO_CONTACT is sent as your contact.

      EXAMPLES
        clino data pull --list
        clino data pull nyfed --list
        clino data pull nyfed nyfed/sofr/percentile_99 --from 2026-07-01
        clino data pull binance binance_um/BTCUSDT/close_1h --offline-replies replies

      Exit 1 if the source is stale or its answer was refused, 2 for wrong usage or a missing key, 75 if
      the network failed: run the same command again.
      """
  )

  @Argument(help: "The source; see --list.")
  var source: String?

  @Argument(help: "Series of the source; see SOURCE --list.")
  var series: [String] = []

  @Option(
    help: "The first time wanted, such as 2026-07-01 (default: the usual span of the series)."
  )
  var from: String?

  @Option(help: "The time after the last wanted (default: now).")
  var to: String?

  @Flag(help: "List the sources, or the series of one.")
  var list = false

  @Option(help: ArgumentHelp("Read recorded replies in place of the net.", valueName: "dir"))
  var offlineReplies: String?

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    guard !list else { return try printList() }
    guard let name = source else {
      throw UsageError(description: "pull: got no source, expected one of `clino data pull --list`")
    }
    let source = try FeedRegistry.source(name)
    guard !series.isEmpty else {
      throw UsageError(
        description: "series: got none, expected some of `clino data pull \(name) --list`"
      )
    }
    let (start, end) = (try instant(from, "--from"), try instant(to, "--to"))
    let now = SystemClock().now()
    guard (start ?? .distantPast) < (end ?? now), (end ?? now) <= now else {
      throw UsageError(
        description: "--from, --to: got \(from ?? "nothing") to \(to ?? "now"), "
          + "expected a stretch of time in the past"
      )
    }
    // The question is checked before a store is made for its answer.
    _ = try source.queries(series, from: start, to: end, now: now)
    let sink = StoreSink(try storeOptions.open(creating: true))
    let client = PullEnvironment.client(sink.validators)
    let origin =
      offlineReplies.map { FeedPuller.Origin.recorded(folder: $0) }
      ?? .live(client, resolver: PullEnvironment.resolver)
    let puller = FeedPuller(source: source, origin: origin, keys: PullEnvironment.keys)
    let report = try await puller.pull(series, from: start, to: end, into: sink)
    try sink.remember(await client.validators)
    let document = PullDocument(report)
    if !document.isSound { StandardError.print("clino: \(document.statusLine)") }
    for remark in report.remarks { StandardError.print("clino: \(name): \(remark)") }
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.statusLine, ""],
      tables: report.series.isEmpty ? [] : [document.table],
      main: document.table
    )
    guard document.exitStatus == 0 else { throw ExitCode(document.exitStatus) }
  }

  private func printList() throws {
    let sources: [any FeedSource]
    if let name = source {
      sources = [try FeedRegistry.source(name)]
    } else {
      sources = FeedRegistry.all
    }
    let document = SourcesDocument(sources, showsSeries: source != nil)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: [document.headline, ""],
      tables: [document.table],
      main: document.table
    )
  }

  private func instant(_ text: String?, _ flag: String) throws -> Instant? {
    guard let text else { return nil }
    guard let instant = try? Instant(parsing: text) else {
      throw UsageError(description: "\(flag): got \(text), expected a time such as 2026-07-01")
    }
    return instant
  }
}

extension Instant {
  /// Before every time that a source knows.
  fileprivate static let distantPast = Instant(microseconds: 0)
}
