import Quantities

/// The numbers in which margin formulas are written once: exact integers for the engine, doubles for
/// analysis.
public protocol MarginArithmetic: SignedNumeric, Comparable, Sendable {
  /// `factor` · `multiplier` / `divisor`; an integer rounds it up, as requirements do.
  ///
  /// - Throws: ``MarginError/overflow(operation:)`` if an integer result does not fit.
  static func requirement(
    _ factor: Self,
    times multiplier: Self,
    over divisor: Self
  ) throws(MarginError) -> Self
}

extension Double: MarginArithmetic {
  /// The quotient, unrounded.
  public static func requirement(
    _ factor: Double,
    times multiplier: Double,
    over divisor: Double
  ) throws(MarginError) -> Double {
    factor * multiplier / divisor
  }
}

extension Int128: MarginArithmetic {
  /// The quotient, rounded up.
  public static func requirement(
    _ factor: Int128,
    times multiplier: Int128,
    over divisor: Int128
  ) throws(MarginError) -> Int128 {
    guard let quotient = factor.scaled(by: multiplier, over: divisor, rounding: .up) else {
      throw .overflow(operation: "\(factor) × \(multiplier) ÷ \(divisor)")
    }
    return quotient
  }
}
