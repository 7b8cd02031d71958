import ArgumentParser
import Observatory
import Reports

/// `clino data list`: what the store holds.
struct DataListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the series of the store.",
    discussion: """
      Without a prefix the text form shows one row a data set; JSON and CSV always hold every series.

      EXAMPLES
        clino data list
        clino data list fred_daily_long/
        clino data list us_etfs_1d/SPY --format json
      """
  )

  @Argument(help: "Show the series whose names start so; several may be given.")
  var prefixes: [String] = []

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let all = try storeOptions.open().summaries()
    let wanted = prefixes
    let summaries = all.filter { summary in
      wanted.isEmpty || wanted.contains { summary.description.id.name.hasPrefix($0) }
    }
    guard !summaries.isEmpty || wanted.isEmpty else {
      throw UsageError(
        description:
          "data list: got \(wanted.joined(separator: ", ")), expected the start of a series' "
          + "name; clino data list shows the data sets"
      )
    }
    let document = SeriesDocument(summaries)
    let shown = wanted.isEmpty ? document.datasetTable : document.table
    ResultPrinter(format: output.format).print(
      json: ["schema": "clino.data/1", "series": document.fullJSON],
      headline: [document.headline, ""],
      tables: [shown],
      main: document.table
    )
  }
}
