/// Which part of its debts a foreign bank rolls, and at what limits and prices.
struct OffshoreTerms {
  /// ρ, on a settlement day.
  let rollShare: Double
  /// The most paper that money funds hold, over what they held at the opening.
  let paperLimit: Double
  /// Whether the swap line is open to it.
  let hasLine: Bool
  /// The lowest basis that the line allows, basis points.
  let floor: Double
  private let probability: Double

  init(_ setup: WorldSetup, hasLine: Bool) {
    rollShare = setup.number("roll_share_per_day")
    paperLimit = setup.number("paper_limit_ratio")
    self.hasLine = hasLine
    var basis = CrossCurrencyBasis()
    basis.swapLineSpread = setup.number("swap_line_spread_bp")
    floor = basis.floor(corridorWidth: setup.number("corridor_width_bp"))
    probability = setup.number("default_probability_annual")
  }

  /// PD in inverse proportion to what is left of its worth.
  func defaultProbability(worth: Double, opening: Double) -> Double {
    opening > 0 ? min(1, probability * opening / max(1, worth)) : probability
  }
}
