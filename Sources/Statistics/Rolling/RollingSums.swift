/// Sums over every window of a series without ever taking a value out of a sum.
///
/// The series is cut into blocks as long as the window. A window is the end of one block and the start
/// of the next, so its sum is a sum from the right within one block plus a sum from the left within the
/// other. Nothing is subtracted: a value that left the window leaves no rounding behind, however large.
/// Deviations are taken from the last value of the block, which lies in each of those windows; the
/// squared distance of a member from the mean is at most the sum of squares about the mean, so that the
/// shift costs a sum of squares at most a factor n + 1 of accuracy, whatever the data's offset.
/// Sources: van Herk (1992) for the blocks; Chan, Golub and LeVeque (1983) for shifted sums.
enum RollingSums {
  /// Calls `summary` with the centre, Σ(x − centre) and Σ(x − centre)² of each window, in order.
  ///
  /// - Complexity: O(n), two additions of each sum per value.
  @inline(__always)
  static func map(
    _ values: [Double],
    window: Int,
    isCentred: Bool,
    _ summary: (_ centre: Double, _ sum: Double, _ squares: Double) -> Double
  ) -> [Double] {
    let count = values.count - window + 1
    guard count > 0 else { return [] }
    var result = [Double](repeating: 0, count: count)
    var sums = [Double](repeating: 0, count: window)
    var squares = sums
    var start = 0
    while start < count {
      let last = start + window - 1
      let centre = isCentred ? values[last] : 0
      var (sum, square) = (0.0, 0.0)
      var offset = window
      while offset > 0 {
        offset -= 1
        let deviation = values[start + offset] - centre
        sum += deviation
        square += deviation * deviation
        sums[offset] = sum
        squares[offset] = square
      }
      result[start] = summary(centre, sum, square)
      (sum, square) = (0, 0)
      offset = 1
      let limit = min(window, count - start)
      while offset < limit {
        let deviation = values[last + offset] - centre
        sum += deviation
        square += deviation * deviation
        result[start + offset] = summary(centre, sum + sums[offset], square + squares[offset])
        offset += 1
      }
      start += window
    }
    return result
  }

  /// Refuses values that no statistic is defined for.
  static func check(_ values: [Double], field: String) throws(StatisticsError) {
    // The sum of zeros is zero; an infinity or NaN times zero is NaN.
    var zero = 0.0
    for value in values { zero += value * 0 }
    guard zero == 0 else {
      let wrong = values.first { !$0.isFinite } ?? .nan
      throw .valueOutOfRange(field: field, value: wrong, expected: "a finite number")
    }
  }
}
