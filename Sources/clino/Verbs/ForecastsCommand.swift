import ArgumentParser

/// `clino forecasts`: the append-only record of dated statements, and its scores.
struct ForecastsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecasts",
    abstract: "Keep and score dated forecasts.",
    discussion: """
      EXAMPLES
        clino forecasts list
        clino forecasts score --as-of 2026-08-01
        clino forecasts add my-forecast.yaml
        clino forecasts verify

      The record is append-only: every line carries the hash of the line before it.
      """,
    subcommands: [
      ForecastsListCommand.self, ForecastsScoreCommand.self, ForecastsAddCommand.self,
      ForecastsVerifyCommand.self,
    ]
  )
}

/// `clino forecasts list`: the record as it stands.
struct ForecastsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The forecasts of the record."
  )

  @OptionGroup var record: RecordOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let document = ForecastDocument(record: try record.read(), scored: nil, asOf: nil)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: document.headline,
      tables: document.shownTables,
      main: document.table
    )
  }
}
