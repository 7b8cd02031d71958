import Quantities
import Statistics

/// The local gain of the cascade: impact times the notional that a fall forces.
///
///     g = Λ · ℓ        dimensionless; multiplier M = 1/(1 − g) while g < 1
///     Λ = 0.01 / bids within one percent of mid, log price per USD
///     ℓ = Σ L f / Σ f², USD of long liquidations L per unit of the log fall f from the close before to
///         the low of the day, least squares through the origin over 180 days
///
/// ℓ rests on reported liquidations and is a lower bound; Λ takes the visible book as all there is and
/// is too high for a slow sale. Their product is signed by neither. Calendar: UTC days. Interval: block
/// bootstrap of ℓ over days at the Λ of the day. The distance to a cascade needs the leverage map.
/// Sources: CoinGlass depth of three futures venues and liquidations, Yahoo daily bars; model
/// specification §2.3, I02; the flow regression is the biased-up estimate of §2.6.
struct LocalGainIndicator: Indicator {
  let id = "I02"
  let name = "Local gain of the liquidation cascade, BTC"
  let unit = "dimensionless"
  let systems = ["M0.1", "M0.11", "M1.11"]
  let summary =
    "Price impact of a sale times the liquidations that a fall sets off: the "
    + "sales that one unit of forced sales forces in turn."
  let facts = ["S0.F07", "S0.F09", "S0.F10", "S0.F11"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 1,
    meaning: "at 1 a fall feeds itself until the book is exhausted",
    source: "model specification §2.3"
  )

  /// The days over which ℓ is estimated.
  static let window = 180

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let depth = try draft.gathered(
      "coinglass_futures_depth_1pct_1d",
      column: "bids_usd",
      containing: "/BTC/"
    )
    if depth.isEmpty {
      draft.missing(
        "resting bids within one percent of mid, USD",
        remedy: CryptoSeries.remedy("coinglass_futures_depth_1pct_1d")
      )
    }
    let long = try draft.catalogued("coinglass_liquidations_1d/BTC/liq_long_usd")
    let low = try draft.catalogued("yahoo_btcusd_1d/low")
    let close = try draft.catalogued("yahoo_btcusd_1d/close")
    let falls = Self.falls(close: close, low: low)
    let slopes = Self.slopes(long, on: falls, window: Self.window)
    var gains = DailyValues()
    let both = slopes.aligned(with: depth)
    for index in both.days.indices where both.second[index] > 0 {
      gains.append(both.first[index] * 0.01 / both.second[index], on: both.days[index])
    }
    draft.missing(
      "critical sale as a distance to the cascade",
      remedy: "clino map --as-of DATE: the leverage map of the day gives the fixed point"
    )
    draft.reading.threshold = threshold
    draft.remark(
      "liquidations are lower bounds, visible depth overstates the impact of slow sales: the product "
        + "is an order of magnitude; g is estimated at constant sides, longs on falls"
    )
    if let last = gains.last, let bids = depth.value(on: last.day) {
      headline(gains, last: last, impact: 0.01 / bids, long, falls, &draft)
    }
    try flowImpact(close, &draft)
    try draft.censoringComponent()
    draft.remarkOnHoles(
      long,
      of: "coinglass_liquidations_1d/BTC/liq_long_usd",
      since: draft.today - 700
    )
    return draft.reading
  }

  private func headline(
    _ gains: DailyValues,
    last: (day: Int, value: Double),
    impact: Double,
    _ long: DailyValues,
    _ falls: DailyValues,
    _ draft: inout ReadingDraft
  ) {
    let pairs = long.aligned(with: falls.since(last.day - Self.window + 1, through: last.day))
    let interval = IndicatorInterval.blockBootstrap(
      count: pairs.days.count,
      blockLength: 10,
      of: "days (at the visible depth of the day)",
      key: 2
    ) { indices in
      Self.slope(indices.map { (pairs.first[$0], pairs.second[$0]) }).map { $0 * impact }
    }
    draft.headline(everyDay: gains, interval: interval)
    draft.component(
      "impact_from_depth_log_per_usd_billion",
      impact * 1e9,
      "log price per USD billion"
    )
    draft.component(
      "forced_sales_per_log_fall_usd_at_least",
      last.value / impact,
      "USD per unit of log price"
    )
    draft.component("multiplier", last.value < 1 ? 1 / (1 - last.value) : nil, "ratio")
  }

  /// The slope of bitcoin's daily log return on the funds' net flow: news moves both, so it is too high.
  private func flowImpact(_ close: DailyValues, _ draft: inout ReadingDraft) throws(StoreError) {
    let flow = try draft.values("btc_etf_flows_by_issuer_1d/total").compactMap {
      $1 == 0 ? nil : $1 / 1e3
    }
    let pairs = flow.aligned(with: close.logReturns())
    let count = min(pairs.days.count, 250)
    let (x, y) = (Array(pairs.first.suffix(count)), Array(pairs.second.suffix(count)))
    let interval = IndicatorInterval.blockBootstrap(
      count: count,
      blockLength: 10,
      of: "trading days",
      key: 102
    ) { Self.regression(x, y, $0) }
    draft.component(
      "impact_from_fund_flows_log_per_usd_billion",
      count >= 30 ? Self.regression(x, y, Array(0..<count)) : nil,
      "log price per USD billion",
      interval: interval
    )
  }

  /// The log fall from the close before to the low of the day, at least 0.
  static func falls(close: DailyValues, low: DailyValues) -> DailyValues {
    low.compactMap { day, low in
      guard let before = close.value(on: day - 1), before > 0, low > 0 else { return nil }
      return max(0, Libm.log(before / low))
    }
  }

  /// The slope through the origin over the last `window` pairs of each day, in O(n).
  static func slopes(_ y: DailyValues, on x: DailyValues, window: Int) -> DailyValues {
    let pairs = y.aligned(with: x)
    var (products, squares, start) = (0.0, 0.0, 0)
    var result = DailyValues()
    for index in pairs.days.indices {
      products += pairs.first[index] * pairs.second[index]
      squares += pairs.second[index] * pairs.second[index]
      while pairs.days[start] <= pairs.days[index] - window {
        products -= pairs.first[start] * pairs.second[start]
        squares -= pairs.second[start] * pairs.second[start]
        start += 1
      }
      if index - start + 1 >= window / 2, squares > 0 {
        result.append(products / squares, on: pairs.days[index])
      }
    }
    return result
  }

  static func slope(_ pairs: [(y: Double, x: Double)]) -> Double? {
    let squares = pairs.reduce(0) { $0 + $1.x * $1.x }
    return squares > 0 ? pairs.reduce(0) { $0 + $1.x * $1.y } / squares : nil
  }

  /// The least-squares slope of y on x with a constant, at some indices.
  static func regression(_ x: [Double], _ y: [Double], _ indices: [Int]) -> Double? {
    let n = Double(indices.count)
    guard n >= 3 else { return nil }
    let meanX = indices.reduce(0) { $0 + x[$1] } / n
    let meanY = indices.reduce(0) { $0 + y[$1] } / n
    let squares = indices.reduce(0) { $0 + (x[$1] - meanX) * (x[$1] - meanX) }
    let products = indices.reduce(0) { $0 + (x[$1] - meanX) * (y[$1] - meanY) }
    return squares > 0 ? products / squares : nil
  }
}
