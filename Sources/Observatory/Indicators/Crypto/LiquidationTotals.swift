import Quantities

/// Reported liquidations a day by side, over whichever published aggregate is newest.
///
/// Every figure is a lower bound: venues publish at most one order per symbol and second.
struct LiquidationTotals {
  /// One coin, or one contract on one venue.
  struct Part {
    let name: String
    let long: DailyValues
    let short: DailyValues
  }

  /// What is added up, in words.
  let scope: String
  let parts: [Part]
  /// Liquidated longs, USD a day.
  let long: DailyValues
  /// Liquidated shorts, USD a day.
  let short: DailyValues

  /// Both sides, USD a day.
  var total: DailyValues { long.adding(short) }

  /// Reads what the view can see; nil, and said to be missing, where there is nothing.
  init?(_ draft: inout ReadingDraft) throws(StoreError) {
    let coins = try Self.coins(draft.view)
    // Before the first day of the aggregate there is nothing: as old as time itself.
    let newest = coins.compactMap { $0.long.last?.day }.max() ?? 0
    if draft.today - newest > 5, let recorded = try Self.recorded(&draft), recorded.newest > newest
    {
      self.init(scope: recorded.scope, parts: recorded.parts)
      return
    }
    for part in coins {
      let name = "coinglass_liquidations_1d/\(part.name)"
      _ = try draft.series("\(name)/liq_long_usd")
      _ = try draft.series("\(name)/liq_short_usd")
    }
    guard !coins.isEmpty else {
      draft.missing(
        "liquidations by side, USD a day",
        remedy: CryptoSeries.remedy("coinglass_liquidations_1d")
      )
      return nil
    }
    self.init(scope: "seven coins on Binance, OKX and Bybit (CoinGlass)", parts: coins)
  }

  private init(scope: String, parts: [Part]) {
    self.scope = scope
    self.parts = parts
    long = Self.sum(parts.map(\.long))
    short = Self.sum(parts.map(\.short))
  }

  private static func coins(_ view: MarketView) throws(StoreError) -> [Part] {
    var parts: [Part] = []
    for coin in CryptoSeries.liquidatedCoins {
      let name = "coinglass_liquidations_1d/\(coin)"
      guard let long = try view.series(SeriesID("\(name)/liq_long_usd")),
        let short = try view.series(SeriesID("\(name)/liq_short_usd"))
      else { continue }
      parts.append(Part(name: coin, long: DailyValues(long), short: DailyValues(short)))
    }
    return parts
  }

  /// The streams of three venues as a third party recorded them in 2026, contract by contract.
  private static func recorded(
    _ draft: inout ReadingDraft
  ) throws(StoreError) -> (scope: String, parts: [Part], newest: Int)? {
    let dataset = "liquidations_by_exchange_1d_2026-08"
    let longs = try draft.view.series(dataset: dataset, column: "long_liquidations_usd")
    var parts: [Part] = []
    var venues: [String: Set<Int>] = [:]
    for series in longs {
      let stem = String(series.id.name.dropLast("long_liquidations_usd".count))
      guard let other = try draft.view.series(SeriesID(stem + "short_liquidations_usd")) else {
        continue
      }
      let words = stem.split(separator: "/")
      let part = Part(
        name: words.dropFirst().joined(separator: "/"),
        long: DailyValues(series),
        short: DailyValues(other)
      )
      venues[String(words.last ?? ""), default: []].formUnion(part.long.days)
      parts.append(part)
      if part.name.hasPrefix("BTCUSDT/") {
        _ = try draft.series(series.id.name)
        _ = try draft.series(other.id.name)
      }
    }
    let whole = venues.values.reduce(nil as Set<Int>?) { $0?.intersection($1) ?? $1 } ?? []
    guard let newest = whole.max() else { return nil }
    let kept = parts.map { part in
      Part(
        name: part.name,
        long: part.long.compactMap { whole.contains($0) ? $1 : nil },
        short: part.short.compactMap { whole.contains($0) ? $1 : nil }
      )
    }
    draft.remark(
      "liquidations: \(parts.count) contracts on \(venues.count) venues recorded from public "
        + "streams; days on which one venue is absent are left out"
    )
    return ("all contracts on \(venues.keys.sorted().joined(separator: ", "))", kept, newest)
  }

  private static func sum(_ parts: [DailyValues]) -> DailyValues {
    // In pairs, so that n parts cost O(n log n) additions.
    var row = parts
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map {
        $0 + 1 < row.count ? row[$0].adding(row[$0 + 1]) : row[$0]
      }
    }
    return row.first ?? DailyValues()
  }
}
