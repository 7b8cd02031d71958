package import Statistics

extension Purpose {
  /// Gaps between the liquidation prices of a branching cascade.
  package static let branchingCascade = Purpose(room: 2, index: 0x2000)
  /// Resampling for the intervals of a causal forest.
  package static let forestBootstrap = Purpose(room: 2, index: 0x2001)
}
