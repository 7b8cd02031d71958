/// What backs a position.
public enum MarginMode: Sendable, Hashable, CaseIterable {
  /// Its own margin; a loss stops there.
  case isolated
  /// The wallet, together with every other cross position.
  case cross
}

/// How many positions an account may hold in one contract.
public enum PositionMode: Sendable, Hashable, CaseIterable {
  /// One net position.
  case oneWay
  /// A long and a short at once.
  case hedge
}
