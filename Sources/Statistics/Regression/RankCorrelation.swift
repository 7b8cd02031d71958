/// Spearman's rank correlation.
public enum RankCorrelation {
  /// Pearson's correlation of the ranks, equal values sharing their mean rank.
  ///
  ///     try RankCorrelation.spearman([1, 2, 3], [1, 8, 27])  // 1
  ///
  /// Source: Spearman (1904).
  ///
  /// - Parameters:
  ///   - first: Finite values.
  ///   - second: As many.
  /// - Returns: In −1 ... 1.
  /// - Throws: As ``Correlation/pearson(_:_:)``, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a value that is not finite.
  /// - Complexity: O(n log n).
  public static func spearman(
    _ first: [Double],
    _ second: [Double]
  ) throws(StatisticsError) -> Double {
    try RollingSums.check(first, field: "value of the first series")
    try RollingSums.check(second, field: "value of the second series")
    return try Correlation.pearson(ranks(of: first), ranks(of: second))
  }

  /// The rank of each value from one, equal values sharing their mean rank.
  ///
  /// - Parameter values: No NaN.
  /// - Returns: One rank per value, in the values' order.
  /// - Complexity: O(n log n).
  public static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = 0.5 * Double(start + end + 1) }
      start = end
    }
    return ranks
  }
}
