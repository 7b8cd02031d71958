/// The named ways to round an exact quotient to an integer.
///
/// Every conversion in Clinometer that can lose a fraction of a minor unit names one of these, so
/// that a reader sees in whose favour it goes. Floor of a negative is not truncation.
public enum Rounding: Sendable, Hashable, CaseIterable {
  /// Towards negative infinity.
  case down
  /// Towards positive infinity.
  case up
  /// Towards zero.
  case towardZero
  /// Away from zero.
  case awayFromZero
  /// To the nearest integer; a tie goes to the even one.
  case toNearestOrEven
  /// To the nearest integer; a tie goes away from zero.
  case toNearestOrAwayFromZero
}

extension Int128 {
  /// The quotient by `divisor`, rounded as named.
  ///
  ///     Int128(-7).divided(by: 2, rounding: .down)       // -4
  ///     Int128(-7).divided(by: 2, rounding: .towardZero) // -3
  ///
  /// - Parameters:
  ///   - divisor: Not zero.
  ///   - rounding: The way a remainder is resolved.
  /// - Returns: The rounded quotient.
  /// - Complexity: O(1); one 128-bit division.
  public func divided(by divisor: Int128, rounding: Rounding) -> Int128 {
    precondition(divisor != 0, "division by zero")
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    guard remainder != 0 else { return quotient }
    let isNegative = (remainder < 0) != (divisor < 0)
    let away = isNegative ? quotient - 1 : quotient + 1
    switch rounding {
    case .down: return isNegative ? away : quotient
    case .up: return isNegative ? quotient : away
    case .towardZero: return quotient
    case .awayFromZero: return away
    case .toNearestOrEven, .toNearestOrAwayFromZero:
      let doubled = remainder.magnitude.multipliedReportingOverflow(by: 2)
      if doubled.overflow || doubled.partialValue > divisor.magnitude { return away }
      if doubled.partialValue < divisor.magnitude { return quotient }
      if rounding == .toNearestOrAwayFromZero { return away }
      return quotient % 2 == 0 ? quotient : away
    }
  }
}
