public import Quantities

/// Liquidation and bankruptcy prices of one contract, exact to the tick.
///
/// Prices are rounded towards the earlier: a long's up, a short's down, so that a position goes
/// before its raw price and never after. At one tick on the dangerous side of the result equity is at
/// or below the requirement; at one tick on the safe side it is above, as long as a tick of the
/// position is worth more than two settlement units.
///
/// Source: `exchange-mechanics.md` §3 [BN-liq, BN-coin, BY-iso, BY-inv, OK-liq, HL-liq]. The form of
/// [HL-liq], `p − s · margin available / q / (1 − l s)`, is the same equation with `l = 1/(2 L)`.
public struct LiquidationPricing: Hashable, Sendable {
  /// The contract.
  public let contract: Contract
  /// What the venue counts in the requirement.
  public let rule: RequirementRule
  /// The fee rate of a forced close.
  public let takerFee: Rate

  /// Creates the pricing of a contract.
  public init(contract: Contract, rule: RequirementRule, takerFee: Rate = .zero) {
    precondition(contract.term != .spot, "spot has no liquidation price")
    self.contract = contract
    self.rule = rule
    self.takerFee = takerFee
  }

  /// The mark price at which the account's margin balance falls to the requirement.
  ///
  /// Rate and deduction belong to the notional at the liquidation price, not at entry. The margin is
  /// convex and equity steeper, so the crossing of a one-way position is unique: tiers are tried in
  /// order and the one that holds its own solution is kept. Beyond the last cap the last tier goes on.
  /// For a hedge the lowest crossing counts; a hedge that is nearly flat has none.
  ///
  /// - Parameters:
  ///   - positions: One, or the long and the short of a hedge.
  ///   - balance: Isolated margin, or ``CrossMargin/balance(wallet:others:basis:)`` in a cross account.
  /// - Returns: Prices on the contract's tick.
  /// - Throws: ``MarginError/overflow(operation:)``.
  /// - Complexity: O(product of the tier counts).
  public func liquidation(
    of positions: [MarginedPosition],
    balance: Amount
  ) throws(MarginError) -> PriceThreshold<Price> {
    precondition((1...2).contains(positions.count), "a position, or both sides of a hedge")
    let unit = try rateUnit(positions)
    guard rule.basis == .markValue else {
      var terms: [MarginTerms<Int128>] = []
      for position in positions {
        let tier = try position.tiers.tierIndex(of: position.entryValue)
        terms.append(position.terms(tier: tier, rateUnit: unit))
      }
      return try price(try equation(terms, balance, unit).crossing)
    }
    var best: PriceThreshold<MarginEquation<Int128>.Quotient>?
    var first: PriceThreshold<MarginEquation<Int128>.Quotient>?
    let second = positions.count == 2 ? positions[1] : nil
    for tier in positions[0].tiers.tiers.indices {
      for other in 0..<(second?.tiers.tiers.count ?? 1) {
        var terms = [positions[0].terms(tier: tier, rateUnit: unit)]
        if let second { terms.append(second.terms(tier: other, rateUnit: unit)) }
        let crossing = try equation(terms, balance, unit).crossing
        first = first ?? crossing
        guard let found = crossing.price,
          positions[0].holds(tier: tier, at: found, payoff: contract.payoff),
          second?.holds(tier: other, at: found, payoff: contract.payoff) ?? true
        else { continue }
        if let lowest = best?.price,
          Int128.isProduct(lowest.above, found.below, atMost: found.above, lowest.below)
        {
          continue
        }
        best = crossing
      }
    }
    if let best { return try price(best) }
    switch first {
    case .always: return .always
    default: return .never
    }
  }

  /// The price at which the balance is exactly used up, closing fee included where the rule counts
  /// one.
  ///
  /// - Returns: Prices on the contract's tick, rounded like liquidation prices: what is left of the
  ///   balance after the rounding is never negative and goes with the position.
  /// - Throws: ``MarginError/overflow(operation:)``.
  public func bankruptcy(
    of positions: [MarginedPosition],
    balance: Amount
  ) throws(MarginError) -> PriceThreshold<Price> {
    precondition((1...2).contains(positions.count), "a position, or both sides of a hedge")
    let unit = try rateUnit(positions)
    let fee: Int128 = rule.closingFee == .excluded ? 0 : try feeParts(unit)
    return try price(
      MarginEquation(
        bankruptcyOf: positions.map { $0.terms(tier: 0, rateUnit: unit) },
        payoff: contract.payoff,
        balance: Int128(balance.units),
        takerFee: fee,
        rateUnit: Int128(unit)
      ).crossing
    )
  }

  private func equation(
    _ terms: [MarginTerms<Int128>],
    _ balance: Amount,
    _ unit: Int64
  ) throws(MarginError) -> MarginEquation<Int128> {
    try MarginEquation(
      payoff: contract.payoff,
      balance: Int128(balance.units),
      positions: terms,
      rule: rule,
      takerFee: try feeParts(unit),
      rateUnit: Int128(unit)
    )
  }

  private func price(
    _ crossing: PriceThreshold<MarginEquation<Int128>.Quotient>
  ) throws(MarginError) -> PriceThreshold<Price> {
    let factors = contract.priceFactors
    return try crossing.mapped { (quotient, isFall) throws(MarginError) in
      let (divisor, overflow) = quotient.below
        .multipliedReportingOverflow(by: factors.below * Int128(contract.tick))
      let ticks =
        overflow
        ? nil
        : quotient.above.scaled(by: factors.above, over: divisor, rounding: isFall ? .up : .down)
      guard let ticks, let units = Int64(exactly: ticks) else {
        throw .overflow(operation: "price \(quotient.above) ÷ \(quotient.below)")
      }
      let (result, tooLarge) = units.multipliedReportingOverflow(by: contract.tick)
      guard !tooLarge else { throw .overflow(operation: "\(units) ticks of \(contract.tick)") }
      return Price(result)
    }
  }

  /// The common denominator of every rate in the equation.
  private func rateUnit(_ positions: [MarginedPosition]) throws(MarginError) -> Int64 {
    var unit = rule.closingFee == .excluded ? 1 : Fraction(takerFee).denominator
    for position in positions {
      let divisor = Int64(commonDivisor(unit.magnitude, position.tiers.rateUnit.magnitude))
      let (next, overflow) = unit.multipliedReportingOverflow(
        by: position.tiers.rateUnit / divisor
      )
      guard !overflow else { throw .overflow(operation: "common denominator of margin rates") }
      unit = next
    }
    return unit
  }

  private func feeParts(_ unit: Int64) throws(MarginError) -> Int128 {
    guard rule.closingFee != .excluded else { return 0 }
    let fee = Fraction(takerFee)
    return Int128(fee.numerator) * Int128(unit / fee.denominator)
  }
}
