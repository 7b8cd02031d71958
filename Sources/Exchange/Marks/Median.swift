/// Medians of a few values; prices and doubles alike.
public enum Median {
  /// The middle of three.
  public static func of<Value: Comparable>(_ a: Value, _ b: Value, _ c: Value) -> Value {
    max(min(a, b), min(max(a, b), c))
  }

  /// The smallest value at which the cumulative weight reaches half of the total.
  ///
  /// - Parameters:
  ///   - values: Not empty.
  ///   - weights: One per value, not negative, with a positive sum.
  /// - Returns: One of the values.
  /// - Complexity: O(n log n).
  public static func weighted<Value: Comparable>(_ values: [Value], weights: [Int64]) -> Value {
    precondition(!values.isEmpty && values.count == weights.count, "a weight per value")
    let total = weights.reduce(0) { (sum: Int64, weight: Int64) in
      precondition(weight >= 0, "a weight is not negative: \(weight)")
      return sum + weight
    }
    precondition(total > 0, "the weights have a positive sum")
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var cumulative: Int64 = 0
    for index in order {
      cumulative += weights[index]
      if cumulative >= total - cumulative { return values[index] }
    }
    return values[order[order.count - 1]]
  }
}
