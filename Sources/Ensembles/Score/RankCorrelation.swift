/// Spearman's rank correlation.
enum RankCorrelation {
  /// The correlation of the ranks of two aligned samples; equal values share their mean rank.
  ///
  /// - Returns: In −1 ... 1; 0 if a sample is constant or shorter than three.
  /// - Complexity: O(n log n).
  static func spearman(_ first: [Double], _ second: [Double]) -> Double {
    precondition(first.count == second.count, "aligned samples have equal lengths")
    guard first.count > 2 else { return 0 }
    return pearson(ranks(of: first), ranks(of: second))
  }

  /// Ranks from one up, ties at their mean.
  static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let rank = Double(start + end + 1) / 2
      for position in start..<end { ranks[order[position]] = rank }
      start = end
    }
    return ranks
  }

  /// The linear correlation of two samples of equal length; 0 if one is constant.
  static func pearson(_ first: [Double], _ second: [Double]) -> Double {
    let count = Double(first.count)
    let firstMean = first.reduce(0, +) / count
    let secondMean = second.reduce(0, +) / count
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for index in first.indices {
      let x = first[index] - firstMean
      let y = second[index] - secondMean
      xx += x * x
      xy += x * y
      yy += y * y
    }
    guard xx > 0, yy > 0 else { return 0 }
    return xy / (xx * yy).squareRoot()
  }
}
