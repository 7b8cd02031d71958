/// How a central bank sets its range and the rates that hang on it, percent a year.
///
/// i ← s·i + (1 − s)·(r* + π + ½(π − π*) + ½y), rounded to 25 bp. Source: `model.md` §3.19; Taylor (1993).
struct PolicyRule {
  /// The administered rates of a range.
  struct Rates {
    let middle: Double
    let onReserves: Double
    let reverseRepo: Double
    let standingFacility: Double
  }

  private let smoothing: Double
  private let neutral: Double
  private let inflationTarget: Double
  private let inflationWeight: Double
  private let gapWeight: Double
  private let width: Double
  private let onReserves: Double

  init(_ setup: WorldSetup) {
    smoothing = setup.number("rate_smoothing_share")
    neutral = setup.number("neutral_rate_percent")
    inflationTarget = setup.number("inflation_target_percent")
    inflationWeight = setup.number("inflation_weight")
    gapWeight = setup.number("gap_weight")
    width = setup.number("range_width_percent")
    onReserves = setup.number("interest_on_reserves_percent")
  }

  /// The unrounded lower end of the range a month later.
  func next(after lower: Double, inflation: Double, gap: Double) -> Double {
    let wanted =
      neutral + inflation + inflationWeight * (inflation - inflationTarget) + gapWeight * gap
    return max(0, smoothing * lower + (1 - smoothing) * (wanted - width / 2))
  }

  /// The nearest range that committees choose: a multiple of 25 basis points.
  func rounded(_ lower: Double) -> Double { (lower * 4).rounded() / 4 }

  /// The rates of a range.
  func rates(lower: Double) -> Rates {
    Rates(
      middle: lower + width / 2,
      onReserves: lower + onReserves,
      reverseRepo: lower,
      standingFacility: lower + width
    )
  }
}
