import Quantities
import Statistics

/// Where the Hong Kong dollar stands in its band.
///
///     position = (7.85 − s) / 0.10      s in HKD per USD; 1 = strong side 7.75, 0 = weak side 7.85
///
/// The two-sided band holds since 2005-05-18: the history and its percentile start there. Calendar:
/// business days of the Federal Reserve's H.10. The interval is exact, from the rounding of the quote
/// to four decimals. The smoothed position inverts the target-zone curve of Krugman (1991),
/// s(f) = f − sinh(ρf)/(ρ cosh(ρf̄)), ρ = √(2/(ασ²)), with α = 1, σ = 0.02 a year and f̄ such that the
/// curve touches the band's edges: how strong the fundamental is when the quote is held by the band.
/// Sources: H.10; rows S47 (7.78 gives 0.70) and S24; E67: the rate gap and seasonal demand move the
/// quote too, it is no pure gauge of equity flows.
struct HongKongDollarIndicator: Indicator {
  let id = "I21"
  let name = "Position of the Hong Kong dollar in its band"
  let unit = "ratio, 0 weak side to 1 strong side"
  let systems = ["M4.5"]
  let summary =
    "Where the quote stands between 7.85 (0) and 7.75 (1) Hong Kong dollars per "
    + "dollar."
  let facts = ["S4.F16", "S4.F17", "S4.F32"]
  let threshold: IndicatorThreshold? = IndicatorThreshold(
    value: 1,
    meaning: "at 1 the authority buys dollars at 7.75: demand for Hong Kong dollars is strongest",
    source: "S4.F16, S4.F17"
  )

  /// The first day of the two-sided band, 2005-05-18.
  static let bandStart = 12_921

  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading {
    var draft = ReadingDraft(view)
    let quotes = try draft.values(
      "usdhkd_1d/hkd_per_usd",
      remedy: "clino data import of usdhkd_1d, or clino data pull (hkma, exchange_rate)"
    )
    let history = quotes.compactMap { day, quote in
      day >= Self.bandStart ? ConvertibilityZone.position(spot: quote) : nil
    }
    try authority(&draft)
    if let last = history.last {
      let half = 0.000_05 / 0.10
      draft.headline(
        history,
        interval: .rounding(
          last.value - half,
          last.value + half,
          of: "the quote to four decimals"
        )
      )
      draft.component("hkd_per_usd", 7.85 - 0.10 * last.value, "HKD per USD")
      draft.component("change_21d_ratio", change(history, places: 21), "ratio")
      draft.component(
        "smoothed_position_ratio",
        Self.smoothedPosition(last.value),
        "ratio, 0 to 1"
      )
    }
    draft.reading.threshold = threshold
    draft.remark(
      "the gap of interest rates, listings and dividend seasons move the quote as well: it is no "
        + "pure gauge of equity flows (E67)"
    )
    return draft.finished()
  }

  /// The aggregate balance and the rate gap, from the monetary authority.
  private func authority(_ draft: inout ReadingDraft) throws(StoreError) {
    let balance = try draft.values(
      "hkma/aggregate_balance/closing_balance",
      remedy: "clino data pull (hkma, aggregate_balance)"
    )
    draft.component("aggregate_balance_hkd_million", balance.last?.value, "HKD million")
    let fixing = try draft.values(
      "hkma/hibor/overnight",
      remedy: "clino data pull (hkma, hibor)"
    )
    let dollar = try draft.values("sofr_percentiles_1d/sofr_bp")
    draft.component(
      "hibor_minus_sofr_bp",
      fixing.combined(with: dollar) { 100 * $0 - $1 }.last?.value,
      "basis points"
    )
  }

  /// The fundamental behind a quote as a position, 0.5 at the middle of the band.
  ///
  /// The band's half-width in logarithms is h = ½ ln(7.85/7.75). f̄ solves f̄ − tanh(ρf̄)/ρ = h, so that
  /// the curve reaches the edge flat, and f is found from the quote by bisection.
  static func smoothedPosition(_ position: Double) -> Double? {
    guard position >= 0, position <= 1 else { return nil }
    let rate = (2 / (0.02 * 0.02)).squareRoot()
    let half = 0.5 * Libm.log(7.85 / 7.75)
    let edge = solve(upTo: 1) { $0 - Libm.tanh(rate * $0) / rate - half }
    func hyperbolicSine(_ x: Double) -> Double { 0.5 * (Libm.exp(x) - Libm.exp(-x)) }
    let slope = rate * 0.5 * (Libm.exp(rate * edge) + Libm.exp(-rate * edge))
    let target = abs(2 * position - 1) * half
    let fundamental = solve(upTo: edge) { $0 - hyperbolicSine(rate * $0) / slope - target }
    let signed = position < 0.5 ? -fundamental : fundamental
    return 0.5 + 0.5 * signed / edge
  }

  /// The root of a rising function in 0 … `end`, by sixty halvings.
  private static func solve(upTo end: Double, _ function: (Double) -> Double) -> Double {
    var (low, high) = (0.0, end)
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if function(middle) < 0 { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  private func change(_ history: DailyValues, places: Int) -> Double? {
    guard history.count > places else { return nil }
    return history.values[history.count - 1] - history.values[history.count - 1 - places]
  }
}
