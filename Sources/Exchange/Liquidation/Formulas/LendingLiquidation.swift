public import Quantities

/// The rules by which a collateralised loan is liquidated (Aave v3).
///
/// Liquidatable when the health factor is strictly below one; half the debt may be repaid, all of it
/// when the factor is at or below the close threshold. Source: `exchange-mechanics.md` §6 [AAVE-liq,
/// AAVE-33].
public struct LendingLiquidation: Hashable, Sendable {
  /// The share of the debt that one liquidation may repay.
  public let closeFactor: Fraction
  /// The health factor at or below which all debt may be repaid.
  public let fullCloseThreshold: Fraction

  /// Creates rules.
  public init(
    closeFactor: Fraction = Fraction(1, over: 2),
    fullCloseThreshold: Fraction = Fraction(95, over: 100)
  ) {
    self.closeFactor = closeFactor
    self.fullCloseThreshold = fullCloseThreshold
  }

  /// `HF = Σ collateral × liquidation threshold / debt`, rounded down to a part per trillion; nil for
  /// no debt.
  public static func healthFactor(
    collateral: [(value: Amount, threshold: Fraction)],
    debt: Amount
  ) throws(MarginError) -> Fraction? {
    guard debt.units > 0 else { return nil }
    var weighted = Amount.zero
    for item in collateral {
      weighted += try item.threshold.applied(to: item.value, rounding: .down)
    }
    let parts = (Int128(weighted.units) * Int128(Rate.partsPerOne))
      .divided(by: Int128(debt.units), rounding: .down)
    return Fraction(Int64(clamping: parts), over: Rate.partsPerOne)
  }

  /// The share of the debt that may be repaid at a health factor.
  ///
  /// - Parameter isSmall: Whether either side of the pair is below the venue's small-position limit;
  ///   since v3.3 such a loan is closed at once.
  public func closeFactor(atHealth health: Fraction, isSmall: Bool = false) -> Fraction {
    guard health < .one else { return .zero }
    return health <= fullCloseThreshold || isSmall ? .one : closeFactor
  }

  /// What a liquidator receives and what the venue keeps.
  public struct Seizure: Hashable, Sendable {
    /// The debt that is repaid; less than asked for when the collateral does not suffice.
    public let debtRepaid: Amount
    /// The collateral worth the debt repaid.
    public let baseCollateral: Amount
    /// The collateral that is taken, bonus included.
    public let seized: Amount
    /// The part of it that exceeds the debt's worth.
    public let bonus: Amount
    /// The venue's share of the bonus.
    public let protocolFee: Amount
    /// What the liquidator gets.
    public let received: Amount
  }

  /// The collateral seized for a debt.
  ///
  ///     seized = debt / price × (1 + bonus), capped by the balance; then the debt is scaled back
  ///     fee    = share of the BONUS, not of the seizure
  ///
  /// Percentages round half up, divisions of values down, as the venue's integers do.
  ///
  /// - Parameters:
  ///   - debt: The debt to cover in quote units.
  ///   - price: Of the collateral, positive.
  ///   - scale: Collateral as base, debt as quote.
  ///   - bonusFactor: One plus the bonus.
  ///   - protocolShare: The venue's share of the bonus.
  ///   - balance: The collateral there is.
  public static func seizure(
    debt: Amount,
    price: Price,
    scale: TradeScale,
    bonusFactor: Fraction,
    protocolShare: Fraction,
    balance: Amount
  ) throws(MarginError) -> Seizure {
    let half = Rounding.toNearestOrAwayFromZero
    do throws(QuantityError) {
      var base = try scale.quantity(for: debt, at: price, rounding: .down)
      var repaid = debt
      var seized = try part(bonusFactor, of: base)
      if seized > balance {
        seized = balance
        base = try part(bonusFactor.reciprocal, of: balance)
        repaid = min(debt, try scale.cash(for: base, at: price, rounding: half))
      }
      let bonus = seized - base
      let fee = try part(protocolShare, of: bonus)
      return Seizure(
        debtRepaid: repaid,
        baseCollateral: base,
        seized: seized,
        bonus: bonus,
        protocolFee: fee,
        received: seized - fee
      )
    } catch {
      throw MarginError(error)
    }
  }

  private static func part(
    _ factor: Fraction,
    of amount: Amount
  ) throws(QuantityError) -> Amount {
    let product = Int128(factor.numerator) * Int128(amount.units)
    let quotient = product.divided(
      by: Int128(factor.denominator),
      rounding: .toNearestOrAwayFromZero
    )
    guard let units = Int64(exactly: quotient) else {
      throw .overflow(operation: "\(factor) × \(amount.units)")
    }
    return Amount(units)
  }
}
