/// What the book stores of one position: forty bytes, so that one touch brings all of it.
///
/// A row is touched in the order of liquidation prices, which is random in memory: separate columns
/// would cost a cache miss each.
struct PositionRow {
  /// The group of a row without a position.
  static let free: UInt8 = .max

  /// Base minor units, positive.
  var size: Int64
  /// Quote minor units, not negative.
  var entryNotional: Int64
  /// Quote minor units as of `fundingIndex`.
  var margin: Int64
  /// The cumulative funding index up to which the margin is settled.
  var fundingIndex: Int64
  /// The trigger level without the group's funding shift; in a free row the next free row.
  var level: Int32
  /// Tier · 2 + side, or `free`.
  var group: UInt8
  var ownerClass: UInt8
  var leverageBand: UInt8
}
