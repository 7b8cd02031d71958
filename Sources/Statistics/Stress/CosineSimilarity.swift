/// The cosine of the angle between two vectors.
public enum CosineSimilarity {
  /// a·b/(|a||b|).
  ///
  ///     try CosineSimilarity.between([1, 0], [1, 1])  // 0.7071
  ///
  /// Source: indicator I20.
  ///
  /// - Parameters:
  ///   - first: Finite numbers.
  ///   - second: As many.
  /// - Returns: In −1 ... 1; one for equal directions, whatever the lengths.
  /// - Throws: ``StatisticsError/fitNotIdentified(model:reason:)`` when a vector is zero.
  public static func between(
    _ first: [Double],
    _ second: [Double]
  ) throws(StatisticsError) -> Double {
    precondition(first.count == second.count, "\(first.count) and \(second.count) numbers")
    // Scaling by the largest element keeps squares from overflowing or vanishing.
    let firstScale = first.reduce(0) { max($0, abs($1)) }
    let secondScale = second.reduce(0) { max($0, abs($1)) }
    guard firstScale > 0 && secondScale > 0 else {
      throw .fitNotIdentified(model: "cosine similarity", reason: "a vector is zero")
    }
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (a, b) in zip(first, second) {
      let (x, y) = (a / firstScale, b / secondScale)
      xx += x * x
      xy += x * y
      yy += y * y
    }
    return min(max(xy / (xx * yy).squareRoot(), -1), 1)
  }
}
