/// Pearson's correlation of two aligned series over every window.
///
/// Element i of the result belongs to the pairs i ..< i + window. Sums are formed by blocks without
/// subtraction (as in ``RollingMoments``), hence stable under large offsets and past outliers.
/// Source: indicator I06 of the model specification, windows of 20, 60 and 90.
public enum RollingCorrelation {
  /// The correlation of each window.
  ///
  ///     try RollingCorrelation.pearson([1, 2, 3, 3], [2, 4, 7, 1], window: 3)  // [0.9934, 0]
  ///
  /// - Parameters:
  ///   - first: Finite values, differences below 10⁷⁵, in order of time.
  ///   - second: As many, each at the same time.
  ///   - window: The number of pairs in a window, at least two.
  /// - Returns: One coefficient in −1 ... 1 per window, or NaN where a series is constant in the window
  ///   and the coefficient is undefined; empty if the series are shorter than the window.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a value that is not finite.
  /// - Complexity: O(n), five additions twice per pair and one square root per window.
  public static func pearson(
    _ first: [Double],
    _ second: [Double],
    window: Int
  ) throws(StatisticsError) -> [Double] {
    precondition(
      first.count == second.count,
      "aligned series have equal lengths: \(first.count) and \(second.count)"
    )
    precondition(window >= 2, "a correlation needs two pairs: \(window)")
    try RollingSums.check(first, field: "value of the first series")
    try RollingSums.check(second, field: "value of the second series")
    let count = first.count - window + 1
    guard count > 0 else { return [] }
    let inverse = 1 / Double(window)
    var result = [Double](repeating: 0, count: count)
    var suffixes = [ProductSums](repeating: ProductSums(), count: window)
    var start = 0
    while start < count {
      let last = start + window - 1
      let (firstCentre, secondCentre) = (first[last], second[last])
      var sums = ProductSums()
      var offset = window
      while offset > 0 {
        offset -= 1
        sums.add(first[start + offset] - firstCentre, second[start + offset] - secondCentre)
        suffixes[offset] = sums
      }
      result[start] = sums.correlation(inverseCount: inverse)
      sums = ProductSums()
      offset = 1
      let limit = min(window, count - start)
      while offset < limit {
        sums.add(first[last + offset] - firstCentre, second[last + offset] - secondCentre)
        result[start + offset] = sums.plus(suffixes[offset]).correlation(inverseCount: inverse)
        offset += 1
      }
      start += window
    }
    return result
  }
}

/// The sums of deviations and their products that a correlation needs.
private struct ProductSums {
  var x = 0.0
  var y = 0.0
  var xx = 0.0
  var xy = 0.0
  var yy = 0.0

  @inline(__always)
  mutating func add(_ a: Double, _ b: Double) {
    x += a
    y += b
    xx += a * a
    xy += a * b
    yy += b * b
  }

  @inline(__always)
  func plus(_ other: ProductSums) -> ProductSums {
    ProductSums(
      x: x + other.x,
      y: y + other.y,
      xx: xx + other.xx,
      xy: xy + other.xy,
      yy: yy + other.yy
    )
  }

  @inline(__always)
  func correlation(inverseCount: Double) -> Double {
    let variation = (xx - x * x * inverseCount) * (yy - y * y * inverseCount)
    // A constant series has only zero deviations; the product is then exactly zero.
    guard variation > 0 else { return .nan }
    return min(max((xy - x * y * inverseCount) / variation.squareRoot(), -1), 1)
  }
}
