import Quantities
import Statistics

/// The volatility ladder: bitcoin against gold, the S&P 500 and Treasuries.
///
///     headline = RV₃₀(BTC)/RV₂₁(gold)
///     RV = √(A/n · Σ r²), n = 30 calendar days and A = 365 for bitcoin, n = 21 sessions and A = 252 for
///     the others, log returns of closes, uncentred
///
/// Treasuries are the prices of funds (SHY 1–3, IEF 7–10, TLT over 20 years, adjusted for
/// distributions): their volatility is of price, not of yield. Interval: block bootstrap in blocks of 10
/// days of bitcoin and 5 sessions of the others, drawn apart. Sources: Binance closes, COMEX gold or
/// the fund GLD, S&P 500, Yahoo daily bars; system M0.4, S0.I14.
struct VolatilityLadderIndicator: Indicator {
  let id = "L01"
  let name = "Volatility ladder: BTC over gold, 30 days"
  let unit = "ratio"
  let systems = ["M0.4"]
  let summary =
    "Realised volatility of bitcoin over 30 days divided by that of gold over "
    + "21 sessions."
  let facts = ["S0.F57", "S0.F58", "S0.F59", "S0.F60", "S0.F70"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 1,
    meaning:
      "at 1 bitcoin is as calm as gold, which the source expects by 2028 (it states 4.0 now)",
    source: "S0.F57, S0.F58, S0.F70"
  )

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let bitcoin = try draft.catalogued(CryptoSeries.bitcoinClose)
    let first = Self.rung(
      bitcoin,
      window: 30,
      periodsPerYear: 365,
      gapDaysMax: 1,
      block: 10,
      key: 1
    )
    draft.component("btc_rv30", first.history.last?.value, "per year", interval: first.interval)
    let (goldName, gold) = try draft.newest(of: ["gold_comex_1d/close", "us_etfs_1d/GLD/close"])
    let second = Self.session(gold, key: 2)
    draft.component("gold_rv21", second.history.last?.value, "per year", interval: second.interval)
    let ratio = first.history.combined(with: second.history) { $1 > 0 ? $0 / $1 : nil }
    let end = ratio.last?.day ?? Int.min
    let then = Self.rung(
      bitcoin.through(end),
      window: 30,
      periodsPerYear: 365,
      gapDaysMax: 1,
      block: 10,
      key: 1
    )
    draft.headline(everyDay: ratio, interval: Self.ratioInterval(then, second, ratio))
    let (_, stocks) = try draft.newest(of: [
      "spx_1d/close", "fred_daily_long/SP500/value", "us_etfs_1d/SPY/close",
    ])
    let third = Self.session(stocks, key: 3)
    draft.component("sp500_rv21", third.history.last?.value, "per year", interval: third.interval)
    for (index, fund) in ["SHY", "IEF", "TLT"].enumerated() {
      let prices = try draft.catalogued("us_etfs_1d/\(fund)/close")
      let rung = Self.session(prices, key: 4 + UInt64(index))
      draft.component(
        "treasuries_\(fund.lowercased())_rv21",
        rung.history.last?.value,
        "per year",
        interval: rung.interval
      )
    }
    let last = (first.history.last?.value, third.history.last?.value)
    if let top = last.0, let below = last.1, below > 0 {
      draft.component("btc_over_sp500", top / below, "ratio")
    }
    draft.reading.threshold = threshold
    draft.remark("gold from \(goldName); the others from Yahoo and FRED closes")
    draft.remark("each rung is of its own newest day: see the sources")
    draft.remarkOnHoles(bitcoin, of: CryptoSeries.bitcoinClose)
    return draft.reading
  }

  /// One asset's volatility with what its interval is drawn from.
  struct Rung {
    let history: DailyValues
    let returns: [Double]
    let periodsPerYear: Double
    let block: Int
    let interval: IndicatorInterval?

    /// The volatility of a resample.
    func volatility(_ indices: [Int]) -> Double {
      let squares = indices.reduce(0) { $0 + returns[$1] * returns[$1] }
      return (periodsPerYear / Double(returns.count) * squares).squareRoot()
    }
  }

  static func session(_ prices: DailyValues, key: UInt64) -> Rung {
    rung(prices, window: 21, periodsPerYear: 252, gapDaysMax: 7, block: 5, key: key)
  }

  static func rung(
    _ prices: DailyValues,
    window: Int,
    periodsPerYear: Double,
    gapDaysMax: Int,
    block: Int,
    key: UInt64
  ) -> Rung {
    let history = prices.realisedVolatility(
      window: window,
      periodsPerYear: periodsPerYear,
      gapDaysMax: gapDaysMax
    )
    let returns = prices.logReturns(gapDaysMax: gapDaysMax)
    let end = history.last?.day ?? Int.min
    let kept = Array(returns.through(end).values.suffix(window))
    let bare = Rung(
      history: history,
      returns: kept,
      periodsPerYear: periodsPerYear,
      block: block,
      interval: nil
    )
    return Rung(
      history: history,
      returns: kept,
      periodsPerYear: periodsPerYear,
      block: block,
      interval: .blockBootstrap(
        count: kept.count,
        blockLength: block,
        of: "periods",
        key: 200 + key
      ) {
        bare.volatility($0)
      }
    )
  }

  /// The interval of the newest ratio; nil unless both rungs are the ones of that ratio.
  static func ratioInterval(_ top: Rung, _ below: Rung, _ ratio: DailyValues) -> IndicatorInterval?
  {
    guard ratio.last?.day == top.history.last?.day, below.returns.count >= 2 * below.block else {
      return nil
    }
    let other = BlockBootstrap(blockLength: below.block)
    var stream = Stream(seed: 1, run: 1, participant: 200, purpose: .indicatorBootstrap)
    return .blockBootstrap(count: top.returns.count, blockLength: top.block, of: "days", key: 200) {
      let bottom = below.volatility(other.indices(count: below.returns.count, using: &stream))
      return bottom > 0 ? top.volatility($0) / bottom : nil
    }
  }
}
