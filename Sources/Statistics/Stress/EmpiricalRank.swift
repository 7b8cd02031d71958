/// The place of a value among the values seen so far, as a number between 0 and 1.
///
/// The empirical distribution function of the history, the value itself included, so that equal values
/// share the upper score and the largest value scores one.
/// Source: Holló, Kremer and Lo Duca (2012), "CISS"; indicator I18.
public enum EmpiricalRank {
  /// The fewest observations from which a score is given.
  public static let observationsMin = 250

  /// The share of values at most as large as the last.
  ///
  ///     EmpiricalRank.score(ofLastIn: [3, 1, 2])  // 0.6667
  ///
  /// - Parameter history: In order of time, not empty, no NaN.
  /// - Returns: In 1/n ... 1.
  /// - Complexity: O(n).
  public static func score(ofLastIn history: [Double]) -> Double {
    precondition(!history.isEmpty, "an empty history has no last value")
    let last = history[history.count - 1]
    let count = history.reduce(0) { $0 + ($1 <= last ? 1 : 0) }
    return Double(count) / Double(history.count)
  }

  /// The score of each value among itself and those before it.
  ///
  /// - Parameters:
  ///   - values: In order of time; nil where there is none, which is skipped.
  ///   - observationsMin: The fewest values, itself included, from which a score is given; positive.
  /// - Returns: One score per place, nil where the value is missing or has too little history.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a value that is not finite.
  /// - Complexity: O(n log n) comparisons and O(n²) moves of memory.
  public static func expanding(
    _ values: [Double?],
    observationsMin: Int = observationsMin
  ) throws(StatisticsError) -> [Double?] {
    precondition(observationsMin > 0, "a score needs one value: \(observationsMin)")
    var sorted: [Double] = []
    var scores: [Double?] = []
    scores.reserveCapacity(values.count)
    for value in values {
      guard let value else {
        scores.append(nil)
        continue
      }
      guard value.isFinite else {
        throw .valueOutOfRange(field: "value", value: value, expected: "a finite number")
      }
      let place = countAtMost(value, in: sorted)
      sorted.insert(value, at: place)
      let isEnough = sorted.count >= observationsMin
      scores.append(isEnough ? Double(place + 1) / Double(sorted.count) : nil)
    }
    return scores
  }

  private static func countAtMost(_ value: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
