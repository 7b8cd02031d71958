public import Quantities

/// What one funding payment moved between the holders of a contract.
public struct PerpetualFunding: Hashable, Sendable {
  /// Of the notional; longs pay a positive rate.
  public let rate: Rate
  /// The price it was charged on.
  public let price: Price
  /// What each owner received, quote minor units, negative if he paid.
  public let ownerReceipts: [Amount]
  /// What the residual liquidity provider received: minus the others, roundings included.
  public let residualReceipt: Amount
}
