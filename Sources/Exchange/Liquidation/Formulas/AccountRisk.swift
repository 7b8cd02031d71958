public import Quantities

/// What a cross account is worth and what it must keep: the totals of the dYdX v4 formulas.
public struct AccountRisk: Hashable, Sendable {
  /// What one position adds to those totals.
  public struct Exposure: Hashable, Sendable {
    /// The value at the oracle price, short negative; rounded down, as a credit.
    public var notional: Amount
    /// The maintenance margin requirement, not negative; rounded up.
    public var maintenance: Amount

    /// Creates an exposure.
    public init(notional: Amount, maintenance: Amount) {
      self.notional = notional
      self.maintenance = maintenance
    }

    /// The exposure of a signed size at an oracle price.
    ///
    /// - Parameters:
    ///   - size: Signed size units; zero for a position that is gone.
    ///   - price: The oracle price.
    ///   - rate: The maintenance margin rate.
    ///   - contract: Linear; gives the scales.
    /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
    public init(
      of size: Amount,
      at price: Price,
      rate: Fraction,
      contract: Contract
    ) throws(MarginError) {
      notional = try contract.value(of: size, at: price, rounding: .down)
      maintenance = try rate.applied(
        to: try contract.value(of: size.magnitude, at: price, rounding: .up),
        rounding: .up
      )
    }
  }

  /// Quote balance plus the notional of every position, `TNC`.
  public var netCollateral: Amount
  /// The maintenance requirement over every position, `TMMR`, positive.
  public var maintenance: Amount

  /// Creates the totals of an account with at least one position.
  public init(netCollateral: Amount, maintenance: Amount) {
    precondition(maintenance.units > 0, "an account at risk has a requirement")
    self.netCollateral = netCollateral
    self.maintenance = maintenance
  }

  /// The quote a position must be closed for, wholly or in part, so that collateral and requirement
  /// fall in the same proportion: the bankruptcy price in exact quote units.
  ///
  ///     bankruptcy quote = −ΔNNV − floor(TNC |ΔMMR| / TMMR)
  ///
  /// Floor is not truncation: with negative collateral the result is rounded towards +infinity.
  /// Source: `exchange-mechanics.md` §3 [DY-liq].
  ///
  /// - Parameters:
  ///   - before: The position as it is.
  ///   - after: The position after the closing; its requirement is not larger.
  /// - Returns: Quote units received by the account, negative when it pays.
  /// - Throws: ``MarginError/outOfDomain(field:value:expected:)`` if the requirement grows;
  ///   ``MarginError/overflow(operation:)``.
  public func bankruptcyQuote(
    closing before: Exposure,
    to after: Exposure
  ) throws(MarginError) -> Amount {
    let notional = Int128(after.notional.units) - Int128(before.notional.units)
    let released = Int128(before.maintenance.units) - Int128(after.maintenance.units)
    guard released >= 0 else {
      throw .outOfDomain(
        field: "maintenance after the closing",
        value: "\(after.maintenance.units)",
        expected: "at most \(before.maintenance.units)"
      )
    }
    let share = (Int128(netCollateral.units) * released)
      .divided(by: Int128(maintenance.units), rounding: .down)
    guard let units = Int64(exactly: -notional - share) else {
      throw .overflow(operation: "bankruptcy quote of \(before.notional.units)")
    }
    return Amount(units)
  }

  /// The limit price of a liquidation order: the oracle price while the account is barely under its
  /// requirement, worsening to `oracle (1 ∓ SMMR m)` when it is worth nothing.
  ///
  ///     ABR   = clamp(BA (1 − TNC/TMMR), 0, 1)
  ///     price = (PNNV − ABR × SMMR × PMMR) / PS
  ///
  /// Source: `exchange-mechanics.md` §3 [DY-liq].
  ///
  /// - Parameters:
  ///   - exposure: Of the position.
  ///   - size: Signed, not zero, in size units.
  ///   - contract: Linear; gives the scales.
  ///   - bankruptcyAdjustment: `BA`, at least one.
  ///   - spreadToMaintenance: `SMMR`, not negative.
  /// - Returns: The price, with its last unit resolved against the account.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public func fillablePrice(
    of exposure: Exposure,
    size: Amount,
    contract: Contract,
    bankruptcyAdjustment: Fraction,
    spreadToMaintenance: Fraction
  ) throws(MarginError) -> Price {
    precondition(size.units != 0 && contract.payoff == .linear, "a linear position")
    let collateral = Int128(netCollateral.units)
    let required = Int128(maintenance.units)
    let whole = Int128(bankruptcyAdjustment.denominator) * required
    let short = Int128(bankruptcyAdjustment.numerator) * (required - collateral)
    let rating = min(max(short, 0), whole)
    let full = Int128(spreadToMaintenance.numerator) * Int128(exposure.maintenance.units)
    let (divisor, overflow) =
      whole
      .multipliedReportingOverflow(by: Int128(spreadToMaintenance.denominator))
    let factors = contract.priceFactors
    guard !overflow,
      let spread = full.scaled(by: rating, over: divisor, rounding: .up),
      let price = (Int128(exposure.notional.units) - spread).scaled(
        by: factors.above,
        over: Int128(size.units) * factors.below,
        rounding: size.units > 0 ? .down : .up
      ),
      let units = Int64(exactly: price)
    else { throw .overflow(operation: "fillable price of \(exposure.notional.units)") }
    return Price(units)
  }
}
