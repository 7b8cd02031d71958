import ArgumentParser

/// `clino data`: fill and check the store.
struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Fill and check the store of series.",
    discussion: """
      EXAMPLES
        clino data import ../shared/data
        clino data list fred_daily_long/
        clino data verify
        clino data pull nyfed nyfed/sofr/rate
      """,
    subcommands: [
      DataImportCommand.self, DataPullCommand.self, DataListCommand.self, DataVerifyCommand.self,
      DataFiguresCommand.self, DataExportCommand.self,
    ]
  )
}
