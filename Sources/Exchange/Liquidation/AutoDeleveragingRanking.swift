/// How the counterparties of an auto-deleveraging are chosen; ties go to the lower account number.
public enum AutoDeleveragingRanking: UInt8, Sendable, Hashable, CaseIterable {
  /// The highest profit times leverage first, each closed in full before the next (BitMEX).
  case queue
  /// The highest price ratio times leverage first (Hyperliquid).
  case priceAndLeverage
  /// In an order drawn from the numbers of account and takeover (dYdX).
  case pseudoRandom
  /// Everybody in proportion to the size that can be closed.
  case proRata
  /// First those whose ratio of maintenance margin to equity falls most.
  case riskReduction
}
