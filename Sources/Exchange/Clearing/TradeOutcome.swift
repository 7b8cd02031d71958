public import Quantities

/// What a trade did to its two parties.
public struct TradeOutcome: Hashable, Sendable {
  /// Profit the buyer realised, before fees; settlement units, rounded down.
  public let buyerRealised: Amount
  /// Profit the seller realised, before fees; settlement units, rounded down.
  public let sellerRealised: Amount

  /// Creates an outcome.
  public init(buyerRealised: Amount, sellerRealised: Amount) {
    self.buyerRealised = buyerRealised
    self.sellerRealised = sellerRealised
  }
}
