public import Quantities

/// An account found at or below its maintenance margin.
///
/// Triggers are processed in the total order of (time, account, scope), whatever found them in
/// whatever order.
public struct LiquidationTrigger: Hashable, Comparable, Sendable {
  /// When the account was found below its margin.
  public let time: Instant
  /// Whose.
  public let account: AccountID
  /// Which margin.
  public let scope: LiquidationScope
  /// The number of the forced trade or root cause that moved the price.
  public let cause: Int32

  /// Creates a trigger.
  public init(time: Instant, account: AccountID, scope: LiquidationScope, cause: Int32) {
    self.time = time
    self.account = account
    self.scope = scope
    self.cause = cause
  }

  /// Orders triggers by time, account and scope; the cause does not count.
  public static func < (lhs: LiquidationTrigger, rhs: LiquidationTrigger) -> Bool {
    (lhs.time.microseconds, lhs.account, lhs.scope.order)
      < (rhs.time.microseconds, rhs.account, rhs.scope.order)
  }
}
