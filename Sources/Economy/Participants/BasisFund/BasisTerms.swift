/// What a carry fund pays, must hold and waits for.
struct BasisTerms: Sendable {
  /// The broker's rate a year, and what of it is above the overnight rate.
  let financingRate: Double
  let financingSpread: Double
  /// The share of the long leg that the broker does not finance.
  let ownShare: Double
  /// z: of a volatile coin the broker finances less, so that five days' fall is covered; 0 never.
  let haircutQuantile: Double
  /// Initial margin of the future.
  let marginRate: Double
  /// Cash beyond it, both per dollar of the short.
  let buffer: Double
  /// Over how many days the basis is averaged.
  let basisDays: Int

  /// The rule at the broker's opening rate.
  private let rule: CarryRule

  init(_ setup: WorldSetup) {
    financingSpread = setup.number("financing_spread_annual")
    financingRate = setup.number("reference_rate_annual") + financingSpread
    ownShare = setup.number("own_share")
    haircutQuantile = setup.number("haircut_quantile")
    marginRate = setup.number("initial_margin_rate")
    buffer = setup.number("cash_buffer_rate")
    basisDays = Int(setup.number("basis_average_days"))
    rule = CarryRule(
      capacity: setup.number("capacity_usd"),
      required: financingRate * (1 - ownShare) + setup.number("fees_annual")
        + setup.number("roll_cost_annual"),
      width: setup.number("ramp_width_annual"),
      entry: setup.number("entry_rate_per_day"),
      exit: setup.number("exit_rate_per_day"),
      urgency: setup.number("urgency_width_annual")
    )
  }

  /// The rule with c* at a rate of the broker.
  func rule(rate: Double) -> CarryRule {
    guard rate != financingRate else { return rule }
    return CarryRule(
      capacity: rule.capacity,
      required: rule.required + (rate - financingRate) * (1 - ownShare),
      width: rule.width,
      entry: rule.entry,
      exit: rule.exit,
      urgency: rule.urgency
    )
  }

  /// The share of the long leg that the broker does not finance at a daily volatility.
  func ownShare(volatility: Double) -> Double {
    min(1, max(ownShare, haircutQuantile * volatility * 5.0.squareRoot()))
  }
}
