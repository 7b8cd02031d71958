import Quantities

/// What a leverage ratio lets a dealer hold, and what it costs to come near it.
///
///     Lev_max = (equity + support)/SLR,   χ = χ₁ · max(0, Lev/Lev_max − 0.9)²
///
/// Source: `model.md` §3.16; He and Krishnamurthy (2013).
struct LeverageLimit {
  private let isOn: Bool
  private let ratioMin: Double
  private let support: Double
  private let cost: Double
  private let quarterEnd: Double

  init(_ setup: WorldSetup, isOn: Bool) {
    self.isOn = isOn
    ratioMin = setup.number("leverage_ratio_min")
    support = setup.number("parent_support_usd")
    cost = setup.number("shadow_cost_bp")
    quarterEnd = setup.number("quarter_end_multiplier")
  }

  /// Equity and what the parent would add, dollars.
  func equity(_ worth: Double) -> Double { max(0, worth) + support }

  /// What may still be added to the exposure; negative when it is too large.
  func room(exposure: Double, worth: Double) -> Double {
    isOn ? equity(worth) / ratioMin - exposure : .greatestFiniteMagnitude
  }

  /// The price of the inventory at which nothing could be added any more, from today's room and price.
  ///
  /// A dollar lost takes 1/SLR of room and gives one back.
  func bindingPrice(room: Double, units: Double, price: Double) -> Double {
    price - room / (max(1, units) * (1 / ratioMin - 1))
  }

  /// χ, basis points.
  func shadowCost(exposure: Double, worth: Double, clock: WorldClock) -> Double {
    guard isOn else { return 0 }
    let used = exposure * ratioMin / max(1, equity(worth))
    let excess = max(0, used - 0.9)
    return cost * excess * excess * (Self.isQuarterEnd(clock) ? quarterEnd : 1)
  }

  /// Whether balance sheets are reported as of the day.
  static func isQuarterEnd(_ clock: WorldClock) -> Bool {
    clock.isLastBusinessDayOfMonth && clock.date.civil.month % 3 == 0
  }
}
