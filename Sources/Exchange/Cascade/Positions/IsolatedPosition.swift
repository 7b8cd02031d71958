public import Quantities

/// A snapshot of one isolated linear position, funding settled.
public struct IsolatedPosition: Hashable, Sendable {
  /// Its number in the book.
  public let id: PositionID
  /// Which way it gains.
  public let side: PositionSide
  /// Base minor units, positive.
  public let size: Amount
  /// What was paid (long) or received (short) for the size, quote minor units, not negative.
  public let entryNotional: Amount
  /// The isolated margin after funding, quote minor units; negative once funding has used it up.
  public let margin: Amount
  /// Whose it is: an index below ``PositionBook/ownerClassCount``.
  public let ownerClass: UInt8
  /// A label for tables by leverage.
  public let leverageBand: UInt8
  /// The maintenance tier it belongs to.
  public let tier: UInt8

  /// Creates a snapshot.
  @inlinable
  public init(
    id: PositionID,
    side: PositionSide,
    size: Amount,
    entryNotional: Amount,
    margin: Amount,
    ownerClass: UInt8,
    leverageBand: UInt8,
    tier: UInt8
  ) {
    self.id = id
    self.side = side
    self.size = size
    self.entryNotional = entryNotional
    self.margin = margin
    self.ownerClass = ownerClass
    self.leverageBand = leverageBand
    self.tier = tier
  }

  /// The value of the size at which the margin is exactly used up: N − W long, N + W short.
  ///
  /// An exact integer: taking a position over at this value leaves its owner with nothing and owing
  /// nothing. Quote minor units; source `exchange-mechanics.md` §3.
  @inlinable public var bankruptcyNotional: Amount {
    side == .long ? entryNotional - margin : entryNotional + margin
  }
}
