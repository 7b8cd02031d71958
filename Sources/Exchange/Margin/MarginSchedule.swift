public import Quantities

/// How a venue turns the size and notional of a position into margin.
///
/// Every schedule but the tiers has a rate that depends on size alone (or on what the account chose
/// beforehand), so that its liquidation price needs no fixed point.
public enum MarginSchedule: Hashable, Sendable {
  /// Brackets on the notional, higher rates on the part above each floor.
  case tiers(TierTable)
  /// BitMEX and old Bybit: a step per increment of value, on the whole position.
  case riskLimits(RiskLimitSchedule)
  /// dYdX v4: initial margin grows with the market's open interest.
  case openInterestScaled(OpenInterestMargin)
  /// Deribit: a rate that grows by a step per unit of size.
  case sizeProportional(SizeProportionalMargin)
  /// Drift: a premium proportional to the square root of the size.
  case sizePremium(SizePremiumMargin)

  /// The maintenance margin, rounded up.
  ///
  /// - Parameters:
  ///   - size: Size units, not negative.
  ///   - notional: Settlement units at the mark (or at entry, per
  ///     ``RequirementRule/basis-swift.property``).
  /// - Returns: Settlement units.
  /// - Throws: ``MarginError/notionalAboveLastCap(notional:cap:)`` above the last tier;
  ///   ``MarginError/overflow(operation:)``.
  public func maintenanceMargin(
    ofSize size: Amount,
    notional: Amount
  ) throws(MarginError) -> Amount {
    switch self {
    case .tiers(let table): try table.maintenanceMargin(of: notional)
    case .openInterestScaled(let rule): try rule.maintenanceMargin(of: notional)
    case .riskLimits, .sizeProportional, .sizePremium:
      try maintenanceRate(ofSize: size, notional: notional).applied(to: notional, rounding: .up)
    }
  }

  /// The initial margin, rounded up: the larger of what the schedule and the leverage ask for.
  ///
  /// - Parameters:
  ///   - size: Size units, not negative.
  ///   - notional: Settlement units, not negative.
  ///   - leverage: What the account chose; nil for the schedule's own rate.
  ///   - openInterest: The market's open interest in settlement units at the oracle price.
  /// - Returns: Settlement units.
  /// - Throws: ``MarginError/leverageAboveTier(leverage:maximum:)`` beyond the schedule's leverage.
  public func initialMargin(
    ofSize size: Amount,
    notional: Amount,
    leverage: Fraction?,
    openInterest: Amount = .zero
  ) throws(MarginError) -> Amount {
    let own: Amount
    let maximum: Fraction
    switch self {
    case .tiers(let table):
      maximum = try table.maxLeverage(of: notional)
      own = try maximum.reciprocal.applied(to: notional, rounding: .up)
    case .openInterestScaled(let rule):
      maximum = rule.initialRate.reciprocal
      own = try rule.initialMargin(of: notional, openInterest: openInterest)
    case .riskLimits(let rule):
      let rate = try rule.rates(of: notional).initial
      maximum = rate.reciprocal
      own = try rate.applied(to: notional, rounding: .up)
    case .sizeProportional(let rule):
      let rate = try rule.initialRate(of: size)
      maximum = rate.reciprocal
      own = try rate.applied(to: notional, rounding: .up)
    case .sizePremium(let rule):
      let rate = try rule.rate(base: rule.initialRate, size: size)
      maximum = rate.reciprocal
      own = try rate.applied(to: notional, rounding: .up)
    }
    guard let leverage else { return own }
    guard leverage <= maximum else {
      throw .leverageAboveTier(leverage: leverage, maximum: maximum)
    }
    return max(own, try leverage.reciprocal.applied(to: notional, rounding: .up))
  }

  /// The tier table under which a position of this size is liquidated.
  ///
  /// - Parameters:
  ///   - size: Size units, positive.
  ///   - value: The value at entry, for schedules that choose their step by value.
  /// - Returns: The venue's own tiers, or one tier with the rate of this size.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public func tiers(forSize size: Amount, value: Amount) throws(MarginError) -> TierTable {
    if case .tiers(let table) = self { return table }
    let rate = try maintenanceRate(ofSize: size, notional: value)
    return try TierTable(flatRate: rate, maxLeverage: rate.reciprocal)
  }

  private func maintenanceRate(
    ofSize size: Amount,
    notional: Amount
  ) throws(MarginError) -> Fraction {
    switch self {
    case .tiers(let table): table.tiers[try table.tierIndex(of: notional)].maintenanceRate
    case .riskLimits(let rule): try rule.rates(of: notional).maintenance
    case .openInterestScaled(let rule):
      try rule.initialRate.multiplied(by: rule.maintenanceFraction)
    case .sizeProportional(let rule): try rule.maintenanceRate(of: size)
    case .sizePremium(let rule): try rule.rate(base: rule.maintenanceRate, size: size)
    }
  }
}
