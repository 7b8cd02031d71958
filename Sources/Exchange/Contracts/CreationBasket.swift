public import Quantities

/// The coin that one basket of a spot fund's shares stands for.
public enum CreationBasket {
  /// `(coin held − accrued fees) / shares × basket shares`, rounded down.
  ///
  /// Source: `exchange-mechanics.md` §7 [SEC-q].
  ///
  /// - Parameters:
  ///   - held: Coin units the fund holds.
  ///   - accruedFees: Coin units it owes its sponsor.
  ///   - shares: Outstanding, positive.
  ///   - basketShares: Shares per basket, positive.
  /// - Returns: Coin units.
  /// - Throws: ``MarginError/outOfDomain(field:value:expected:)`` without shares;
  ///   ``MarginError/overflow(operation:)``.
  public static func coin(
    held: Amount,
    accruedFees: Amount,
    shares: Int64,
    basketShares: Int64
  ) throws(MarginError) -> Amount {
    guard shares > 0, basketShares > 0 else {
      throw .outOfDomain(
        field: "shares",
        value: "\(shares), basket \(basketShares)",
        expected: "both above zero"
      )
    }
    let net = Int128(held.units) - Int128(accruedFees.units)
    guard
      let coin = net.scaled(
        by: Int128(basketShares),
        over: Int128(shares),
        rounding: .down
      ), let units = Int64(exactly: coin)
    else { throw .overflow(operation: "\(net) × \(basketShares) ÷ \(shares)") }
    return Amount(units)
  }
}
