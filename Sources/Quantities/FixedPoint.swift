/// Exact conversion between decimal text and scaled integers.
public enum FixedPoint {
  /// The decimal text of `units` · 10^−`decimals`, with all its decimals.
  public static func text(_ units: Int64, decimals: Int) -> String {
    let digits = String(units.magnitude)
    let sign = units < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -decimals)
    return "\(sign)\(padded[..<split]).\(padded[split...])"
  }

  /// The integer `text` · 10^`decimals`.
  ///
  ///     try FixedPoint.units("61773.60", decimals: 4)   // 617_736_000
  ///
  /// - Parameters:
  ///   - text: An optional sign, digits, and optionally a point and digits. No exponent.
  ///   - decimals: From 0 to 18.
  /// - Returns: The scaled integer.
  /// - Throws: ``QuantityError/malformedNumber(text:expected:)`` if the text is not of that form or
  ///   has a non-zero digit below the scale; ``QuantityError/overflow(operation:)`` beyond 64 bits.
  public static func units(_ text: String, decimals: Int) throws(QuantityError) -> Int64 {
    let expected = "a decimal number with at most \(decimals) decimals"
    var bytes = text.utf8[...]
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var value: Int128 = 0
    var digitCount = 0
    var seenPoint = false
    var fractionCount = 0
    for byte in bytes {
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
        throw .malformedNumber(text: text, expected: expected)
      }
      digitCount += 1
      if seenPoint { fractionCount += 1 }
      if fractionCount > decimals {
        guard byte == UInt8(ascii: "0") else {
          throw .malformedNumber(text: text, expected: expected)
        }
        continue
      }
      value = value * 10 + Int128(byte - UInt8(ascii: "0"))
      guard value <= Int128(Int64.max) + 1 else { throw .overflow(operation: text) }
    }
    guard digitCount > 0 else { throw .malformedNumber(text: text, expected: expected) }
    value *= powerOfTen(max(0, decimals - fractionCount))
    guard let units = Int64(exactly: isNegative ? -value : value) else {
      throw .overflow(operation: "\(text) × 10^\(decimals)")
    }
    return units
  }
}
