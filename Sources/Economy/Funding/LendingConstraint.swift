/// What keeps banks from lending more.
public enum LendingConstraint: String, Hashable, Sendable, CaseIterable {
  /// Equity over risk weights.
  case capital
  /// Deposits and reserves.
  case liquidity
  /// Too few applicants that banks trust.
  case creditworthiness
  /// Too few applicants.
  case demand
}
