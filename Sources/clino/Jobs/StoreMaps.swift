import Ensembles
import Observatory
import Quantities
import Reports
import Scenarios

/// The leverage maps that the store gives: the map of a date, and the score of past maps.
struct StoreMaps {
  let store: Store
  /// The date asked for; nil for everything the store knows.
  let asOf: Instant?
  /// The coin asked for; nil for the standard choice.
  let series: LeverageMarketSeries?

  /// A time as given, or the end of a day.
  static func instant(_ text: String) throws -> Instant {
    guard let instant = try? Instant(parsing: text) else {
      throw UsageError(
        description: "--as-of: got \(text), expected YYYY-MM-DD or YYYY-MM-DDTHH:MMZ"
      )
    }
    return text.utf8.count == 10 ? instant + .days(1) : instant
  }

  /// Prints the map of the date.
  func printMap(_ options: RunOptions, _ printer: ResultPrinter) throws {
    let asOf = try cutOff()
    let series = try series ?? LeverageMarketSeries(of: "BTC")
    let market = try market(series, asOf: asOf)
    let map = try LeverageMapEstimate(
      market,
      asOf: asOf,
      draws: try options.runCount(),
      seed: options.seed
    )
    let document = LeverageMapDocument(map, sources: market.sources, seed: options.seed)
    printer.print(
      json: document.json,
      headline: document.headline,
      tables: [document.table],
      main: document.table
    )
  }

  /// Prints the score of the coin, or of every coin that the store can score.
  func printScore(_ options: RunOptions, _ printer: ResultPrinter) async throws {
    let asOf = try cutOff()
    var setting = MapScore.Setting()
    setting.seed = options.seed
    setting.resamples = try options.runCount(default: setting.resamples)
    setting.threads = try options.threadCount()
    var markets: [LeverageMarket] = []
    var remarks: [String] = []
    for coin in series.map({ [$0] }) ?? LeverageMarketSeries.all {
      do {
        markets.append(try market(coin, asOf: asOf))
      } catch let error as ScenarioError where series == nil {
        remarks.append("\(coin.symbol) is not scored: \(error)")
      }
    }
    guard !markets.isEmpty else {
      throw UsageError(description: remarks.first ?? "map: got no coin, expected one")
    }
    let progress = Progress("map score", total: setting.resamples)
    let score = try await MapScore(markets, setting) { progress.advance(to: $0) }
    progress.finish()
    let document = MapScoreDocument(score, asOf: asOf, setting: setting, remarks: remarks)
    printer.print(
      json: document.json,
      headline: document.headline,
      tables: [document.table],
      main: document.table
    )
  }

  private func cutOff() throws -> Instant {
    if let asOf { return asOf }
    guard let newest = try store.newestKnowable() else {
      throw UsageError(
        description: "\(store.path): got an empty store, expected series; run clino data import"
      )
    }
    return newest
  }

  /// A market as the store holds it; an error of the store keeps its own exit code.
  private func market(_ series: LeverageMarketSeries, asOf: Instant) throws -> LeverageMarket {
    do {
      return try LeverageMarket(series, from: store, asOf: asOf)
    } catch ScenarioError.store(let error) {
      throw error
    }
  }
}
