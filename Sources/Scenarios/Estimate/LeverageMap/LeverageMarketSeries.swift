public import Observatory

/// The series that the leverage map of a coin is read from.
public struct LeverageMarketSeries: Hashable, Sendable {
  /// The coin's ticker.
  public let symbol: String
  /// The data set of hourly bars.
  public let bars: String

  /// The coins whose map can be scored.
  public static let all = [
    LeverageMarketSeries(symbol: "BTC", bars: "binance_um_btcusdt_perp_1h"),
    LeverageMarketSeries(symbol: "ETH", bars: "binance_um_ethusdt_perp_1h"),
    // No hourly perpetual bars of these two exist here before 2025; spot is within a few basis points.
    LeverageMarketSeries(symbol: "SOL", bars: "binance_spot_solusdt_1h"),
    LeverageMarketSeries(symbol: "XRP", bars: "binance_spot_xrpusdt_1h"),
  ]

  /// The series of a coin.
  ///
  /// - Throws: ``ScenarioError/argument(name:value:expected:)`` for a coin without series.
  public init(of symbol: String) throws(ScenarioError) {
    guard let found = LeverageMarketSeries.all.first(where: { $0.symbol == symbol.uppercased() })
    else {
      let known = LeverageMarketSeries.all.map(\.symbol).joined(separator: ", ")
      throw .argument(name: "--symbol", value: symbol, expected: "one of \(known)")
    }
    self = found
  }

  private init(symbol: String, bars: String) {
    self.symbol = symbol
    self.bars = bars
  }

  /// Open interest by day, US dollars, all venues.
  public var openInterest: SeriesID {
    SeriesID(
      dataset: "coinglass_open_interest_1d",
      dimensions: [symbol],
      column: "oi_total_usd"
    )
  }

  /// Funding by day, percent per eight hours.
  public var funding: SeriesID {
    SeriesID(
      dataset: "coinglass_funding_oi_weighted_1d",
      dimensions: [symbol],
      column: "funding_oi_weighted_pct"
    )
  }

  /// Taker buys and sells of futures by day, US dollars, three venues.
  public var takerVolume: [SeriesID] {
    ["taker_buy_usd", "taker_sell_usd"].map {
      SeriesID(dataset: "coinglass_taker_volume_1d", dimensions: [symbol], column: $0)
    }
  }

  /// Reported liquidations of longs and shorts by day, US dollars, three venues.
  public var daily: [SeriesID] { liquidations("coinglass_liquidations_1d") }

  /// Reported liquidations of longs and shorts by four hours, US dollars, Binance.
  public var fourHourly: [SeriesID] { liquidations("coinglass_liquidations_4h") }

  /// Open interest by four hours, US dollars, all venues.
  public var fourHourlyOpenInterest: SeriesID {
    SeriesID(
      dataset: "coinglass_open_interest_4h",
      dimensions: [symbol],
      column: "oi_close_usd"
    )
  }

  /// Reported liquidations by day, coins, Binance alone, from before ``daily`` begins; BTC only.
  public var early: [SeriesID] {
    guard symbol == "BTC" else { return [] }
    return ["liq_long_btc", "liq_short_btc"].map {
      SeriesID(dataset: "binance_um_btcusdt_liquidations_1d", column: $0)
    }
  }

  private func liquidations(_ dataset: String) -> [SeriesID] {
    ["liq_long_usd", "liq_short_usd"].map {
      SeriesID(dataset: dataset, dimensions: [symbol], column: $0)
    }
  }
}
