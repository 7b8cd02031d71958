public import Exchange
public import Quantities

/// What one cause forced in a step: the row of a table "who set off whose liquidations".
public struct ForcedFlow: Hashable, Sendable {
  /// What the root of the forced trades is.
  public let cause: CausalNode.Kind
  /// The label of the order that is the root; nil for news and standing states.
  public let label: Int32?
  /// The forced trades that descend from it: liquidations, auto-deleveraging, socialisation.
  public internal(set) var tradeCount: Int
  /// What liquidated longs sold in the market, quote minor units.
  public internal(set) var soldNotional: Amount
  /// What liquidated shorts bought in the market, quote minor units.
  public internal(set) var boughtNotional: Amount
  /// What counterparties were closed for by auto-deleveraging, outside the market.
  public internal(set) var deleveragedNotional: Amount
}
