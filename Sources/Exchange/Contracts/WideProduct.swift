import Quantities

extension Int128 {
  /// The exact quotient of a 256-bit product, rounded once.
  ///
  /// - Parameters:
  ///   - multiplier: The second factor.
  ///   - divisor: Not zero.
  ///   - rounding: The way a remainder is resolved.
  /// - Returns: `self` · `multiplier` / `divisor`, or nil if it leaves 128 bits.
  /// - Complexity: O(1).
  func scaled(by multiplier: Int128, over divisor: Int128, rounding: Rounding) -> Int128? {
    precondition(divisor != 0, "division by zero")
    let (product, overflow) = multipliedReportingOverflow(by: multiplier)
    if !overflow { return product.divided(by: divisor, rounding: rounding) }
    let wide = magnitude.multipliedFullWidth(by: multiplier.magnitude)
    guard wide.high < divisor.magnitude else { return nil }
    let (quotient, remainder) = divisor.magnitude.dividingFullWidth(wide)
    let isNegative = ((self < 0) != (multiplier < 0)) != (divisor < 0)
    let isTie = remainder == divisor.magnitude - remainder
    let isAboveHalf = remainder > divisor.magnitude - remainder
    let isAway: Bool =
      switch rounding {
      case _ where remainder == 0: false
      case .down: isNegative
      case .up: !isNegative
      case .towardZero: false
      case .awayFromZero: true
      case .toNearestOrEven: isAboveHalf || (isTie && quotient % 2 == 1)
      case .toNearestOrAwayFromZero: isAboveHalf || isTie
      }
    let (size, carry) = quotient.addingReportingOverflow(isAway ? 1 : 0)
    guard !carry, size <= Int128.max.magnitude else { return nil }
    return isNegative ? -Int128(size) : Int128(size)
  }

  /// Whether `first` · `second` ≤ `third` · `fourth`, exactly; all four not negative.
  static func isProduct(
    _ first: Int128,
    _ second: Int128,
    atMost third: Int128,
    _ fourth: Int128
  ) -> Bool {
    let left = first.magnitude.multipliedFullWidth(by: second.magnitude)
    let right = third.magnitude.multipliedFullWidth(by: fourth.magnitude)
    return (left.high, left.low) <= (right.high, right.low)
  }
}
