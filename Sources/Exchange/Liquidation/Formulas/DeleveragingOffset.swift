public import Quantities

/// The offset of a bankrupt account against an opposite one, at the bankruptcy price of the former.
///
/// The counterparty trades at that price even where it is worse for it than the oracle. Closes exactly
/// what both sides can: the smaller size. Source: `exchange-mechanics.md` §5 [DY-delev].
public struct DeleveragingOffset: Hashable, Sendable {
  /// A quote balance and a signed size in one market.
  public struct Account: Hashable, Sendable {
    /// Quote units; negative for a long that owes.
    public var quoteBalance: Amount
    /// Size units, short negative.
    public var size: Amount

    /// Creates an account.
    public init(quoteBalance: Amount, size: Amount) {
      self.quoteBalance = quoteBalance
      self.size = size
    }
  }

  /// The size that was closed on both sides, not negative.
  public let closed: Amount
  /// The quote units the liquidated account received; negative when it paid.
  public let quote: Amount
  /// The liquidated account afterwards.
  public let liquidated: Account
  /// The offsetting account afterwards.
  public let offsetting: Account

  /// Offsets as much as possible.
  ///
  /// - Parameters:
  ///   - liquidated: With a size that is not zero.
  ///   - offsetting: The other account; nothing is closed if it is on the same side or flat.
  ///   - risk: The liquidated account's totals.
  ///   - exposure: Its exposure in this market.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public init(
    liquidated: Account,
    offsetting: Account,
    risk: AccountRisk,
    exposure: AccountRisk.Exposure
  ) throws(MarginError) {
    precondition(liquidated.size.units != 0, "nothing to deleverage")
    let isOpposite = (liquidated.size.units < 0) != (offsetting.size.units < 0)
    let closed =
      isOpposite ? min(liquidated.size.magnitude, offsetting.size.magnitude) : .zero
    let left = liquidated.size.magnitude - closed
    let share = Int128(liquidated.size.magnitude.units)
    let notional = (Int128(exposure.notional.units) * Int128(left.units))
      .divided(by: share, rounding: .down)
    let maintenance = (Int128(exposure.maintenance.units) * Int128(left.units))
      .divided(by: share, rounding: .up)
    quote = try risk.bankruptcyQuote(
      closing: exposure,
      to: AccountRisk.Exposure(
        notional: Amount(Int64(notional)),
        maintenance: Amount(Int64(maintenance))
      )
    )
    let change = liquidated.size.units > 0 ? -closed : closed
    self.closed = closed
    self.liquidated = Account(
      quoteBalance: liquidated.quoteBalance + quote,
      size: liquidated.size + change
    )
    self.offsetting = Account(
      quoteBalance: offsetting.quoteBalance - quote,
      size: offsetting.size - change
    )
  }

  /// The price of the offset, or nil if nothing was closed.
  public func price(in contract: Contract) throws(MarginError) -> Price? {
    guard closed.units > 0 else { return nil }
    return try contract.averageEntry(
      of: Position(size: closed, entryValue: quote.magnitude)
    )
  }
}
