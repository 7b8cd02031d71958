import Economy
import Statistics

/// A Treasury that sells bills in place of coupons, and what its doubters price; drawn from ranges.
struct FiscalRegime {
  /// Sentences for the plan of an experiment that uses the model.
  static let inputs = [
    "shift of 800bn and 0.0175 to 0.05 bp per bn of ten-year equivalents (Miran and Roubini 2024; "
      + "model §4.3)",
    "index: the mean of four scores; 800bn are 2.7 % of the debt and one to two scores of the bill "
      + "share, buybacks none to one, events one to three: assumptions",
    "0.05 to 0.2 points of premium per point of the index: model §4.3 names the coefficient and gives "
      + "no number; 0.1 is assumed in the formula",
  ]

  /// The shift from coupons to bills, USD billion.
  let shift: Double
  /// The index of dominance that comes with the shift.
  let index: Double
  /// The part of the index that events make, without the shift.
  let indexOfEvents: Double
  /// The coefficients of the premium.
  let premium: TermPremium

  /// Draws a regime; a sweep may set `shift_usd_bn` and `independence_score`.
  init(_ run: ExperimentRun) {
    var stream = run.stream("regime")
    let draws = (0..<5).map { _ in stream.nextUniform() }
    var premium = TermPremium()
    let range = TermPremium.supplyCoefficientRange
    premium.supplyCoefficient =
      range.lowerBound + (range.upperBound - range.lowerBound) * draws[0]
    premium.fiscalCoefficient = 0.05 + 0.15 * draws[1]
    self.premium = premium
    shift = run.value(of: "shift_usd_bn", else: 800)
    let events = run.value(of: "independence_score", else: 1 + 2 * draws[2])
    let whole = FiscalDominanceIndex(
      billShare: (1 + draws[3]) * shift / 800,
      slope: 0,
      buybacks: draws[4],
      independence: events
    )
    let alone = FiscalDominanceIndex(billShare: 0, slope: 0, buybacks: 0, independence: events)
    index = whole.value ?? 0
    indexOfEvents = alone.value ?? 0
  }

  /// How far the ten-year premium moves by a supply of coupons, USD billion, and a doubt; percent a year.
  func change(supply: Double, index: Double) -> Double {
    premium.tenYear(supply: supply, moveIndex: 80, fiscalDominance: index)
      - premium.tenYear(supply: 0, moveIndex: 80)
  }
}
