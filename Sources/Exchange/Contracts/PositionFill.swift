public import Quantities

/// What a fill did to a position.
public struct PositionFill: Hashable, Sendable {
  /// The size that was closed, not negative.
  public let closed: Amount
  /// The size that was opened, not negative.
  public let opened: Amount
  /// The profit of the closed part, in settlement units; credited to the wallet.
  public let realised: Amount
}
