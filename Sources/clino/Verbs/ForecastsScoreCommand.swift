import ArgumentParser
import Forecasts

/// `clino forecasts score`: what the data says about each forecast.
struct ForecastsScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Resolve the forecasts from the store and score them.",
    discussion: """
      EXAMPLES
        clino data import ../shared/data
        clino forecasts score --as-of 2026-08-01
        clino forecasts score --format json

      A statement without a number is scored at 0.95 if it is unhedged, with 0.80 beside it, and at
      0.5 if it is hedged. A benchmark is computed from what was knowable at the forecast's cut-off.
      """
  )

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var record: RecordOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let record = try record.read()
    let store = try storeOptions.open()
    let instant = try asOf.instant(in: store)
    let scored = try Scorer(store, asOf: instant).scores(record)
    let document = ForecastDocument(record: record, scored: scored, asOf: instant)
    ResultPrinter(format: output.format).print(
      json: document.json,
      headline: document.headline,
      tables: document.shownTables,
      main: document.table
    )
  }
}
