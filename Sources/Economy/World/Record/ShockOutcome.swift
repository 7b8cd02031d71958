/// What one shock of a scenario has done so far.
public struct ShockOutcome: Hashable, Sendable {
  /// The shock.
  public let shock: WorldShock
  /// Whether it has begun.
  public let hasBegun: Bool
  /// Whether its last bar lies behind.
  public let hasEnded: Bool
  /// Dollars sold or stolen, or the smallest quantities of claims brought to a window; zero for a shock of
  /// another kind.
  public let done: Double
  /// The events that it has caused directly.
  public let consequenceCount: Int
  /// Whether a halt that lasts to the end keeps a part of it from its market.
  public let isHeldBack: Bool
}
