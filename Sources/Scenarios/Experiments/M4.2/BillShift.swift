import Economy
import Statistics

/// A shift of issuance from coupons to bills with the policy rate held, with drawn slopes of supply.
struct BillShift {
  /// Sentences for the plan of an experiment that uses the model.
  static let inputs = [
    "shift of 800bn from coupons to bills: what Miran and Roubini (2024) count (model §4.3)",
    "bills over swaps rise by 0.3 to 1.5 bp per 100bn (0.7 assumed in model §4.3); ten-year equivalents "
      + "by 0.0175 to 0.05 bp per bn (their 14 to 40 bp)",
    "policy rate of 0.25 to 3 %, neutral 3 % (r* 1 %, target 2 %), half of a gap gone in two years; term "
      + "premium of ten years at a MOVE index of 80",
  ]
  /// The shift of Miran and Roubini, USD billion.
  static let counted = 800.0

  let supply: BillSupply
  let premium: TermPremium
  let before: YieldCurve

  /// Draws slopes and a curve; in a control supply moves nothing.
  init(_ run: ExperimentRun) {
    var stream = run.stream("curve")
    let bills = 0.000_03 + 0.000_12 * stream.nextUniform()
    let range = TermPremium.supplyCoefficientRange
    let width = range.upperBound - range.lowerBound
    let coupons = range.lowerBound + width * stream.nextUniform()
    let rate = 0.25 + 2.75 * stream.nextUniform()
    var premium = TermPremium()
    premium.supplyCoefficient = run.isControl ? 0 : coupons
    let coefficient = run.value(of: "bill_bp_per_100bn", else: 10_000 * bills) / 10_000
    supply = BillSupply(billCoefficient: run.isControl ? 0 : coefficient)
    self.premium = premium
    before = YieldCurve(
      shortRate: run.value(of: "policy_rate_percent", else: rate),
      tenYearPremium: premium.tenYear(supply: 0, moveIndex: 80)
    )
  }

  /// The curve after a shift, USD billion.
  func after(_ shift: Double) -> YieldCurve {
    supply.curve(before, shifted: shift, premium: premium)
  }
}
