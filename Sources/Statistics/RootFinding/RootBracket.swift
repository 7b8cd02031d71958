/// The checks shared by the bracketing root finders.
enum RootBracket {
  /// The function at a point, refused unless finite.
  static func value(
    of function: (Double) -> Double,
    at point: Double
  ) throws(StatisticsError) -> Double {
    let value = function(point)
    guard value.isFinite else { throw .functionNotFinite(point: point, value: value) }
    return value
  }

  /// The function at both ends of a bracket, refused unless the signs differ or one is zero.
  static func values(
    of function: (Double) -> Double,
    in bracket: ClosedRange<Double>
  ) throws(StatisticsError) -> (lower: Double, upper: Double) {
    let (lower, upper) = (bracket.lowerBound, bracket.upperBound)
    precondition((upper - lower).isFinite, "the bracket must be finite: \(bracket)")
    let valueAtLower = try value(of: function, at: lower)
    let valueAtUpper = try value(of: function, at: upper)
    let isBracketed =
      valueAtLower == 0 || valueAtUpper == 0 || (valueAtLower < 0) != (valueAtUpper < 0)
    guard isBracketed else {
      throw .rootNotBracketed(
        lower: lower,
        upper: upper,
        valueAtLower: valueAtLower,
        valueAtUpper: valueAtUpper
      )
    }
    return (valueAtLower, valueAtUpper)
  }
}
