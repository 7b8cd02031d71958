/// Logarithmic returns of a series of prices.
public enum LogReturns {
  /// ln(Pₜ/Pₜ₋₁) for each price after the first.
  ///
  ///     try LogReturns.of([100, 110])  // [0.0953]
  ///
  /// - Parameter prices: Positive and finite, in order of time, equally spaced.
  /// - Returns: One return fewer than prices; empty below two prices.
  /// - Throws: ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a price that is not
  ///   positive and finite.
  /// - Complexity: O(n).
  public static func of(_ prices: [Double]) throws(StatisticsError) -> [Double] {
    for price in prices {
      guard price > 0 && price.isFinite else {
        throw .valueOutOfRange(field: "price", value: price, expected: "a positive number")
      }
    }
    guard prices.count >= 2 else { return [] }
    var returns: [Double] = []
    returns.reserveCapacity(prices.count - 1)
    for index in 1..<prices.count {
      returns.append(Libm.log(prices[index] / prices[index - 1]))
    }
    return returns
  }
}
