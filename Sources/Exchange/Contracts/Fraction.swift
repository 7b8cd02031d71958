public import Quantities

/// An exact fraction in lowest terms: margin rates such as 1/30 that no decimal holds, leverages,
/// contract multipliers.
///
/// A rate that venues state in decimals is a `Rate`; a fraction holds those and the
/// reciprocals that venues derive from a leverage.
public struct Fraction: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number above the line.
  public let numerator: Int64
  /// The number below the line, positive.
  public let denominator: Int64

  /// Creates `numerator`/`denominator` in lowest terms.
  ///
  /// - Parameters:
  ///   - numerator: Above the line.
  ///   - denominator: Positive.
  public init(_ numerator: Int64, over denominator: Int64 = 1) {
    precondition(denominator > 0, "a denominator must be positive: \(denominator)")
    let divisor = Int64(commonDivisor(numerator.magnitude, denominator.magnitude))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// Creates the fraction equal to a rate in parts per trillion.
  public init(_ rate: Rate) {
    self.init(rate.parts, over: Rate.partsPerOne)
  }

  /// Nothing.
  public static let zero = Fraction(0)
  /// One.
  public static let one = Fraction(1)

  /// The fraction turned over.
  ///
  /// - Precondition: The fraction is positive.
  public var reciprocal: Fraction {
    precondition(numerator > 0, "a reciprocal needs a positive fraction: \(self)")
    return Fraction(denominator, over: numerator)
  }

  /// The fraction as a double, for statistics and display.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// The fraction as text: `3/40`, or `3` for a whole number.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  /// Orders fractions by size, exactly.
  public static func < (lhs: Fraction, rhs: Fraction) -> Bool {
    Int128(lhs.numerator) * Int128(rhs.denominator)
      < Int128(rhs.numerator) * Int128(lhs.denominator)
  }
}

/// The greatest common divisor; 1 for two zeros.
func commonDivisor<Word: UnsignedInteger>(_ first: Word, _ second: Word) -> Word {
  var (a, b) = (first, second)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}
