/// Where a curve lies, apart from what moves it: its long-run rate and two shifts, percent a year.
///
/// With the values of the declarations it is the curve of `model.md` §4.3; an estimate of a date sets them so that
/// the curve opens at the yields of that date.
struct CurveLevels {
  /// What bills pay besides the curve.
  let billShift: Double
  private let longRunRate: Double
  private let premiumShift: Double

  init(_ setup: WorldSetup) {
    longRunRate = setup.number("long_run_rate_percent")
    premiumShift = setup.number("term_premium_shift_percent")
    billShift = setup.number("bill_yield_shift_percent")
  }

  /// The rule of the term premium with its shift.
  var premium: TermPremium {
    var premium = TermPremium()
    premium.intercept += premiumShift
    return premium
  }

  /// The curve of a state.
  func curve(shortRate: Double, tenYearPremium: Double, billSpread: Double) -> YieldCurve {
    var curve = YieldCurve(
      shortRate: shortRate,
      tenYearPremium: tenYearPremium,
      billSpread: billSpread
    )
    curve.neutralRealRate = longRunRate - curve.inflationTarget
    return curve
  }
}
