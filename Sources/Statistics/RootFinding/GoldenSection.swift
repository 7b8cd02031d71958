/// Maximisation of a function of one variable without derivatives.
public enum GoldenSection {
  /// Finds the maximum of a function with one peak in an interval.
  ///
  /// Each evaluation shrinks the interval by the golden ratio. Near a smooth peak values differ by
  /// less than rounding within √ε of it: a tolerance below 10⁻⁸ of the scale gains nothing.
  ///
  /// - Parameters:
  ///   - function: Has one peak in the interval; with several, one of them is found.
  ///   - interval: Finite.
  ///   - tolerance: The final interval's width, absolute and positive.
  /// - Returns: The middle of the final interval.
  /// - Complexity: O(log(width/tolerance)) evaluations, five per digit.
  public static func maximum(
    of function: (Double) -> Double,
    in interval: ClosedRange<Double>,
    tolerance: Double
  ) -> Double {
    precondition(tolerance > 0, "the tolerance must be positive: \(tolerance)")
    precondition(
      (interval.upperBound - interval.lowerBound).isFinite,
      "the interval must be finite: \(interval)"
    )
    let ratio = 0.618_033_988_749_894_9
    var (lower, upper) = (interval.lowerBound, interval.upperBound)
    var left = upper - ratio * (upper - lower)
    var right = lower + ratio * (upper - lower)
    var (valueLeft, valueRight) = (function(left), function(right))
    while upper - lower > tolerance && lower < left && left < right && right < upper {
      if valueLeft < valueRight {
        lower = left
        (left, valueLeft) = (right, valueRight)
        right = lower + ratio * (upper - lower)
        valueRight = function(right)
      } else {
        upper = right
        (right, valueRight) = (left, valueLeft)
        left = upper - ratio * (upper - lower)
        valueLeft = function(left)
      }
    }
    return lower + 0.5 * (upper - lower)
  }
}
