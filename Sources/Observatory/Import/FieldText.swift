/// Reads single fields of foreign tables.
enum FieldText {
  /// The most digits a rounded number keeps: what a double carries.
  private static let digitCountMax = 17

  /// A number of a table.
  enum Number {
    /// Kept as it is written.
    case exact(ExactDecimal)
    /// More digits than can be kept: rounded half to even.
    case rounded(ExactDecimal)
    /// Beyond the range of the store, above 9.2 × 10^18.
    case tooLarge
  }

  /// Whether a field says that there is no value: nothing, `.`, `-`, `null`, `NA`, `NaN`.
  static func isMissing(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    switch range.count {
    case 0: return true
    case 1: return bytes[range.lowerBound] == dot || bytes[range.lowerBound] == minus
    case 2, 3, 4: break
    default: return false
    }
    // Digits, the usual case, are told by the first byte.
    guard bytes[range.lowerBound] > UInt8(ascii: "9") else { return false }
    return missingWords.contains { bytes[range].elementsEqual($0) }
  }

  /// Whether a field is a number, possibly one that must be rounded.
  static func isNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    number(bytes, range) != nil
  }

  /// Reads a number; nil if the text is none.
  static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Number? {
    do throws(DecimalTextError) {
      return .exact(try ExactDecimal(bytes, range))
    } catch {
      return error == .overflow ? rounded(bytes, range) : nil
    }
  }

  /// The month of `2024-08` as its first instant, microseconds since 1970; nil for other text.
  static func month(_ bytes: [UInt8], _ range: Range<Int>) -> Int64? {
    guard range.count == 7 else { return nil }
    let date = Array(bytes[range]) + Array("-01".utf8)
    return ISO8601.microseconds(date, 0..<10)
  }

  /// Rounds a number that is well formed and too long: to 17 digits and to 18 decimals.
  private static func rounded(_ bytes: [UInt8], _ range: Range<Int>) -> Number? {
    var digits: [UInt8] = []
    /// The power of ten that the digits are to be divided by.
    var scale = 0
    var isPastPoint = false
    var index = range.lowerBound
    let isNegative = bytes[index] == minus
    if isNegative { index += 1 }
    while index < range.upperBound {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        if !digits.isEmpty || digit > 0 { digits.append(digit) }
        if isPastPoint { scale += 1 }
      } else {
        guard bytes[index] == dot, !isPastPoint else { break }
        isPastPoint = true
      }
      index += 1
    }
    guard bytes[index - 1] != dot else { return nil }
    if index < range.upperBound {
      guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return nil }
      let text = String(decoding: bytes[(index + 1)..<range.upperBound], as: UTF8.self)
      guard text.utf8.count <= 3, let exponent = Int(text) else { return nil }
      scale -= exponent
    }
    let dropped = max(0, digits.count - digitCountMax, scale - 18)
    var units = leading(digits, dropping: dropped)
    scale -= dropped
    while units != 0, units % 10 == 0, scale > 0 {
      units /= 10
      scale -= 1
    }
    if units == 0 { return .rounded(ExactDecimal(units: 0, decimals: 0)) }
    while scale < 0 {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return .tooLarge }
      units = product
      scale += 1
    }
    return .rounded(ExactDecimal(units: isNegative ? -units : units, decimals: scale))
  }

  /// The first digits as a number, rounded half to even by those dropped.
  private static func leading(_ digits: [UInt8], dropping count: Int) -> Int64 {
    guard count <= digits.count else { return 0 }
    let kept = digits.prefix(digits.count - count)
    var units = kept.reduce(Int64(0)) { $0 * 10 + Int64($1) }
    guard count > 0 else { return units }
    let first = digits[kept.count]
    let isTie = first == 5 && digits[(kept.count + 1)...].allSatisfy { $0 == 0 }
    if first > 5 || (first == 5 && (!isTie || units % 2 == 1)) { units += 1 }
    return units
  }

  private static let dot = UInt8(ascii: ".")
  private static let minus = UInt8(ascii: "-")
  private static let missingWords: [[UInt8]] = [
    "null", "NULL", "NA", "N/A", "NaN", "nan", "None",
  ].map { Array($0.utf8) }
}
