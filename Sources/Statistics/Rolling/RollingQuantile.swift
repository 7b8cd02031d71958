/// Type-7 quantiles over every window of a series.
///
/// Element i of a result belongs to the values i ..< i + window. The series is cut into blocks as long
/// as the window and each block is sorted once; a window is what is left of one block and what has come
/// of the next, two linked lists in sorted order, in which the wanted rank moves by at most one place
/// per step. Source: Suomela (2014), "Median filtering is equivalent to sorting".
public enum RollingQuantile {
  /// One quantile of each window.
  ///
  ///     try RollingQuantile.type7(of: [3, 1, 2, 4], window: 3, at: 0.5)  // [2, 2]
  ///
  /// - Parameters:
  ///   - values: Finite, in order of time.
  ///   - window: The number of values in a window, positive.
  ///   - probability: In 0 ... 1.
  /// - Returns: One quantile per window as ``SampleQuantile`` defines it; empty for a shorter series.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a value that is not finite
  ///   or a probability outside its range.
  /// - Complexity: O(n log window).
  public static func type7(
    of values: [Double],
    window: Int,
    at probability: Double
  ) throws(StatisticsError) -> [Double] {
    try type7(of: values, window: window, at: [probability])[0]
  }

  /// Several quantiles of each window, with one sort of each block.
  ///
  /// - Parameters:
  ///   - values: Finite, in order of time.
  ///   - window: The number of values in a window, positive.
  ///   - probabilities: Each in 0 ... 1.
  /// - Returns: One list per probability, in the order asked, of one quantile per window.
  /// - Throws: As ``type7(of:window:at:)-(_,_,Double)``.
  /// - Complexity: O(n (log window + probabilities)).
  public static func type7(
    of values: [Double],
    window: Int,
    at probabilities: [Double]
  ) throws(StatisticsError) -> [[Double]] {
    precondition(window >= 1, "a window has at least one value: \(window)")
    precondition(window < 1 << 31, "a window has fewer than 2^31 values: \(window)")
    for probability in probabilities {
      guard probability >= 0 && probability <= 1 else {
        throw .valueOutOfRange(field: "probability", value: probability, expected: "0 ... 1")
      }
    }
    try RollingSums.check(values, field: "value")
    let count = values.count - window + 1
    guard count > 0 else { return probabilities.map { _ in [] } }
    let ranks = probabilities.map { QuantileRank(window: window, probability: $0) }
    var results = probabilities.map { _ in [Double](repeating: 0, count: count) }
    var leaving = OrderedBlock(size: window)
    var coming = OrderedBlock(size: window)
    var leavingLinks = [RankLink](repeating: RankLink(previous: 0, next: 0), count: window + 1)
    var comingLinks = leavingLinks
    coming.fill(values, from: 0)
    for index in ranks.indices {
      results[index][0] = SampleQuantile.type7(ofSorted: coming.members, at: probabilities[index])
    }
    var start = window
    while start < values.count {
      swap(&leaving, &coming)
      coming.fill(values, from: start)
      let stepCount = min(window, values.count - start)
      for index in ranks.indices {
        ranks[index].pass(
          from: leaving,
          &leavingLinks,
          to: coming,
          &comingLinks,
          stepCount: stepCount,
          into: &results[index],
          at: start - window + 1
        )
      }
      start += window
    }
    return results
  }
}
