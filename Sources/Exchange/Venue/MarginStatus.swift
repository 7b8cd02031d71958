public import Quantities

/// What backs a position or an account, and what the venue requires of it.
public struct MarginStatus: Hashable, Sendable {
  /// Balance plus unrealised profit, settlement units; credits rounded down.
  public let equity: Amount
  /// Maintenance margin, settlement units; rounded up.
  public let maintenance: Amount
  /// Whether there is any position.
  public let isExposed: Bool

  /// Creates a status.
  public init(equity: Amount, maintenance: Amount, isExposed: Bool) {
    self.equity = equity
    self.maintenance = maintenance
    self.isExposed = isExposed
  }

  /// Whether the positions are liquidated, or, without positions, a debt is left to cover.
  public func isLiquidatable(_ policy: LiquidationPolicy) -> Bool {
    guard isExposed else { return equity.units < 0 }
    return policy.liquidatesAtEquality ? equity <= maintenance : equity < maintenance
  }
}
