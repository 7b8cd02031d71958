import ArgumentParser
import Observatory
import Reports

/// `clino observe`: indicators from the store.
struct ObserveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "observe",
    abstract: "Compute indicators from the store, as of a date.",
    discussion: """
      Reads what was knowable at the date and nothing later. A value comes with its interval, its place
      in its own history, and the files behind it; what the data cannot give is named with the way to
      get it. A date means the end of its UTC day; without one it is the newest time in the store.

      EXAMPLES
        clino data import ../shared/data && clino observe
        clino observe I06 I27 --as-of 2025-09-12
        clino observe --format json
        clino observe I08 --history --format csv
      """
  )

  @Argument(help: "The numbers of indicators, such as I06; all if none is given.")
  var indicators: [String] = []

  @Option(help: "The date or time of the view, UTC. (default: the newest time in the store)")
  var asOf: String?

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("Write JSON, CSV and Parquet files into a new directory.", valueName: "dir")
  )
  var directory: String?

  @Flag(help: "Print every day of the indicators instead, where they keep their days.")
  var history = false

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var threadOptions: ThreadOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let threads = try threadOptions.threadCount()
    if let directory { try OutputPlace.requireFree(directory) }
    let store = try storeOptions.open()
    let job = try ObservationJob(indicators, asOf: asOf, in: store)
    let results = try await job.results(from: store, threads: threads)
    if history {
      let past = ObservationHistory(results: results, asOf: job.asOf)
      switch output.format {
      case .text: StandardOutput.print(past.table.text())
      case .json: StandardOutput.print(past.json.text(.indented))
      case .csv: StandardOutput.print(past.table.csv)
      }
      return
    }
    let document = ObservationDocument(results, asOf: job.asOf)
    if let directory { try document.write(to: directory) }
    switch output.format {
    case .text: StandardOutput.print(document.text)
    case .json: StandardOutput.print(document.json.text(.indented))
    case .csv: StandardOutput.print(document.table.csv)
    }
  }
}
