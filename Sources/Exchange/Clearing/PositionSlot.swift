/// Which of an account's positions in one contract is meant.
///
/// In one-way mode an account has one signed position, `net`. In hedge mode it has a `long` and a
/// `short` position side by side, neither of which changes its sign.
public enum PositionSlot: UInt8, Sendable, Hashable, CaseIterable {
  /// The only position of one-way mode; its size has either sign.
  case net
  /// The long position of hedge mode; its size is never negative.
  case long
  /// The short position of hedge mode; its size is never positive.
  case short
}
