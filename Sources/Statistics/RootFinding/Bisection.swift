/// Root finding by halving a bracket: slow, but certain for any function that changes sign.
public enum Bisection {
  /// Finds a point where the function changes sign.
  ///
  ///     try Bisection.root(of: { $0 * $0 - 2 }, in: 0...2)  // 1.414213562373095
  ///
  /// - Parameters:
  ///   - function: Finite at every point visited; it need not be continuous.
  ///   - bracket: Ends at which the function has opposite signs, or is zero.
  ///   - tolerance: The bracket's final width, absolute; zero goes on to neighbouring doubles.
  /// - Returns: An end of the final bracket, the one with the smaller absolute value of the function.
  /// - Throws: ``StatisticsError/rootNotBracketed(lower:upper:valueAtLower:valueAtUpper:)`` or
  ///   ``StatisticsError/functionNotFinite(point:value:)``.
  /// - Complexity: One evaluation per halving, about 60 at tolerance zero for ends of one magnitude
  ///   (at most about 2 100, when a root at zero is approached through the subnormals).
  public static func root(
    of function: (Double) -> Double,
    in bracket: ClosedRange<Double>,
    tolerance: Double = 0
  ) throws(StatisticsError) -> Double {
    precondition(tolerance >= 0, "the tolerance must not be negative: \(tolerance)")
    var (lower, upper) = (bracket.lowerBound, bracket.upperBound)
    var (valueAtLower, valueAtUpper) = try RootBracket.values(of: function, in: bracket)
    if valueAtLower == 0 { return lower }
    if valueAtUpper == 0 { return upper }
    while upper - lower > tolerance {
      let middle = lower + 0.5 * (upper - lower)
      guard middle > lower && middle < upper else { break }
      let value = try RootBracket.value(of: function, at: middle)
      if value == 0 { return middle }
      if (value < 0) == (valueAtLower < 0) {
        (lower, valueAtLower) = (middle, value)
      } else {
        (upper, valueAtUpper) = (middle, value)
      }
    }
    return abs(valueAtLower) <= abs(valueAtUpper) ? lower : upper
  }
}
