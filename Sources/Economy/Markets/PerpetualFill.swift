public import Exchange
public import Quantities

/// What a voluntary change of a position came to.
public struct PerpetualFill: Hashable, Sendable {
  /// Whose position changed.
  public let owner: Int
  /// The side that grew or shrank.
  public let side: PositionSide
  /// Contracts gained (positive) or given up by the owner, base minor units: bought is positive.
  public internal(set) var quantity: Amount
  /// The value of the quantity at the price, quote minor units, not negative.
  public internal(set) var notional: Amount
  /// Margin put up (positive) or got back, quote minor units.
  public internal(set) var margin: Amount
  /// The profit realised, quote minor units; zero for an opening.
  public internal(set) var profit: Amount
  /// The number of lots touched.
  public internal(set) var lotCount: Int

  init(owner: Int, side: PositionSide) {
    self.owner = owner
    self.side = side
    quantity = .zero
    notional = .zero
    margin = .zero
    profit = .zero
    lotCount = 0
  }
}
