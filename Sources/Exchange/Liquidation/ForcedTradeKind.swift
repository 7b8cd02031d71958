/// What forced a trade upon its account.
public enum ForcedTradeKind: UInt8, Sendable, Hashable, CaseIterable {
  /// A liquidated account's own position is reduced in the market.
  case liquidation
  /// The engine takes the rest of a position over at its bankruptcy price; nothing is sold yet.
  case takeover
  /// The engine or the insurance fund closes a position it took over, in the market.
  case takeoverClose
  /// A counterparty's position is closed by auto-deleveraging.
  case autoDeleveraging
  /// An account bears a share of a loss that nobody else covers; quantity is zero.
  case socialisation
  /// Collateral that was seized or has to make good a debt is sold.
  case collateralSale
}
