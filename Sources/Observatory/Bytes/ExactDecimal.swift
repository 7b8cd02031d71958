/// Why text is not a decimal number that can be kept exactly.
public enum DecimalTextError: Error, Hashable, Sendable {
  /// The text is not an optional minus sign, digits, and optionally a point and digits.
  case malformed
  /// A digit other than zero stands beyond the declared number of decimals.
  case digitsLost
  /// The number needs more than 18 to 19 digits.
  case overflow
}

/// A decimal number kept exactly: `units` divided by ten to the power of `decimals`.
///
/// Two values are equal if they are written alike: 1.0 and 1.00 differ in `decimals`.
public struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
  /// The digits as one integer, in units of the last decimal.
  public let units: Int64
  /// The number of digits after the point, 0 to 18.
  public let decimals: Int

  /// Creates the value `units` / 10^`decimals`.
  public init(units: Int64, decimals: Int) {
    precondition((0...18).contains(decimals), "decimals must be 0 to 18: \(decimals)")
    self.units = units
    self.decimals = decimals
  }

  /// Reads a number with the decimals it is written with.
  ///
  /// An exponent is part of the number: `1.7e-7` is 17 units at 8 decimals.
  ///
  /// - Parameters:
  ///   - bytes: ASCII text that contains the number.
  ///   - range: The offsets of the number.
  /// - Throws: ``DecimalTextError``; text with a plus sign, with no digit beside its point, or with an
  ///   exponent of more than two digits is malformed.
  /// - Complexity: O(digits).
  public init(_ bytes: [UInt8], _ range: Range<Int>) throws(DecimalTextError) {
    var index = range.lowerBound
    let end = range.upperBound
    guard index < end else { throw .malformed }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var magnitude: UInt64 = 0
    var digitCount = 0
    var point = -1
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        if digitCount < 18 {
          // Below 10^18: neither step can overflow.
          magnitude = magnitude &* 10 &+ UInt64(digit)
        } else {
          magnitude = try Self.appended(digit, to: magnitude)
        }
        digitCount += 1
      } else {
        guard bytes[index] == UInt8(ascii: "."), point < 0, digitCount > 0 else { break }
        point = digitCount
      }
      index += 1
    }
    guard digitCount > 0, point != digitCount else { throw .malformed }
    var decimals = point < 0 ? 0 : digitCount - point
    if index < end { decimals -= try Self.exponent(bytes, index..<end) }
    while decimals < 0 {
      magnitude = try Self.appended(0, to: magnitude)
      decimals += 1
    }
    guard decimals <= 18, magnitude <= UInt64(Int64.max) else { throw .overflow }
    units = isNegative ? -Int64(magnitude) : Int64(magnitude)
    self.decimals = decimals
  }

  /// The value of an exponent such as `e-7` or `E+18`.
  private static func exponent(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) throws(DecimalTextError) -> Int {
    var digits = bytes[range]
    guard let letter = digits.popFirst(), letter | 0x20 == UInt8(ascii: "e") else {
      throw .malformed
    }
    let sign = digits.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard (1...2).contains(digits.count) else { throw .malformed }
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .malformed }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return sign == UInt8(ascii: "-") ? -value : value
  }

  private static func appended(
    _ digit: UInt8,
    to magnitude: UInt64
  ) throws(DecimalTextError) -> UInt64 {
    let (shifted, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carry) = shifted.addingReportingOverflow(UInt64(digit))
    guard !overflow && !carry else { throw .overflow }
    return sum
  }

  /// The number in units of ten to the power of minus `decimals`.
  ///
  ///     ExactDecimal(units: 1_250, decimals: 2).units(decimals: 1)   // 125
  ///
  /// - Parameter target: The wanted number of decimals, 0 to 18.
  /// - Returns: The number in those units.
  /// - Throws: ``DecimalTextError/digitsLost`` if a digit other than zero would fall off,
  ///   ``DecimalTextError/overflow`` if the result does not fit.
  public func units(decimals target: Int) throws(DecimalTextError) -> Int64 {
    precondition((0...18).contains(target), "decimals must be 0 to 18: \(target)")
    if target == decimals { return units }
    if target > decimals {
      let (scaled, overflow) = units.multipliedReportingOverflow(by: Self.power(target - decimals))
      guard !overflow else { throw .overflow }
      return scaled
    }
    let (quotient, remainder) = units.quotientAndRemainder(
      dividingBy: Self.power(decimals - target)
    )
    guard remainder == 0 else { throw .digitsLost }
    return quotient
  }

  /// Reads a number as an integer of units of ten to the power of minus `decimals`.
  ///
  /// - Parameters:
  ///   - bytes: ASCII text that contains the number.
  ///   - range: The offsets of the number.
  ///   - decimals: The declared number of decimals, 0 to 18.
  /// - Returns: The number in those units.
  /// - Throws: ``DecimalTextError``; zeros beyond the declared decimals are no loss.
  public static func units(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    decimals: Int
  ) throws(DecimalTextError) -> Int64 {
    try ExactDecimal(bytes, range).units(decimals: decimals)
  }

  /// The nearest floating-point number, exact to the last bit below 2^53 units.
  public var doubleValue: Double { Double(units) / Double(Self.power(decimals)) }

  /// The number as it is written, with all its decimals.
  public var description: String {
    let sign = units < 0 ? "-" : ""
    let digits = String(units.magnitude)
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// Ten to the power of `exponent`, 0 to 18.
  static func power(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
