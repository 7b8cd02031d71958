public import Quantities

/// What one market order did: how much was executed, at which average price, and what it moved.
///
/// The counterparty of the whole is one account, the residual liquidity provider in the reduced
/// form and the book's background owner in the order book, so average price and quantity suffice
/// for the ledger.
public struct MarketExecution: Hashable, Sendable {
  /// The signed volume in USD that was asked for.
  public let requestedVolume: Double
  /// The signed volume in USD that was executed.
  public let volume: Double
  /// The log of the average execution price, half-spread included, not quantised.
  public let averageLogPrice: Double
  /// The average execution price on the grid, rounded against the taker.
  public let averagePrice: Price
  /// The log mid just before.
  public let logMidBefore: Double
  /// The log mid just after.
  public let logMidAfter: Double

  /// Creates the record of an execution.
  @inlinable
  public init(
    requestedVolume: Double,
    volume: Double,
    averageLogPrice: Double,
    averagePrice: Price,
    logMidBefore: Double,
    logMidAfter: Double
  ) {
    self.requestedVolume = requestedVolume
    self.volume = volume
    self.averageLogPrice = averageLogPrice
    self.averagePrice = averagePrice
    self.logMidBefore = logMidBefore
    self.logMidAfter = logMidAfter
  }

  /// The signed move of the log mid.
  public var impact: Double { logMidAfter - logMidBefore }
}
