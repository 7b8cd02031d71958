/// Numbers as sources write them.
enum FeedNumber {
  /// The ways sources write that there is no value; none of them is zero.
  ///
  /// FRED writes `.`, the Ministry of Finance of Japan `-`, FiscalData the text `null`, the OFR `NA`,
  /// the Treasury `N/A`; tables leave the field empty.
  static let missing: [[UInt8]] = ["", ".", "-", "null", "NA", "N/A", "nan", "NaN"].map {
    Array($0.utf8)
  }

  /// Whether the text says that there is no value.
  static func isMissing(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 4 && missing.contains { bytes[range].elementsEqual($0) }
  }

  /// Reads a number with the decimals it is written with.
  ///
  /// Trailing zeros are dropped if they alone keep the number from its 18 decimals: one archive pads
  /// with twelve of them.
  static func decimal(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) throws(DecimalTextError) -> ExactDecimal {
    do throws(DecimalTextError) { return try ExactDecimal(bytes, range) } catch {
      guard error == .overflow, bytes[range].contains(UInt8(ascii: ".")),
        !bytes[range].contains(where: { $0 | 0x20 == UInt8(ascii: "e") })
      else { throw error }
      var end = range.upperBound
      while bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
      if bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
      return try ExactDecimal(bytes, range.lowerBound..<end)
    }
  }

  /// Reads a number that its publisher computed in binary floating point, keeping 18 decimals.
  ///
  /// Digits below 10⁻¹⁸ are cut off, toward zero: they are the shadow of a binary fraction, not
  /// published precision.
  static func cutDecimal(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) throws(DecimalTextError) -> ExactDecimal {
    do throws(DecimalTextError) { return try decimal(bytes, range) } catch {
      guard error == .overflow else { throw error }
      let text = bytes[range]
      let letter = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
      let exponent =
        letter == text.endIndex
        ? 0 : Int(String(decoding: text[(letter + 1)...], as: UTF8.self)) ?? Int.min
      guard exponent > -100, exponent <= 0 else { throw error }
      guard let point = text[..<letter].firstIndex(of: UInt8(ascii: ".")) else { throw error }
      let decimals = letter - point - 1 - exponent
      let excess = decimals - 18
      guard excess > 0 else { throw error }
      // What is left after the cut: at least the sign and the digits before the point.
      let kept = letter - excess
      if kept > point + 1 {
        let shortened = Array(text[..<kept] + text[letter...])
        return try ExactDecimal(shortened, 0..<shortened.count)
      }
      let digits = text[..<letter].filter { $0 != UInt8(ascii: ".") }
      let shortened = digits.dropLast(excess)
      guard shortened.contains(where: { $0 != UInt8(ascii: "-") }) else {
        return ExactDecimal(units: 0, decimals: 18)
      }
      let whole = try ExactDecimal(Array(shortened), 0..<shortened.count)
      return ExactDecimal(units: whole.units, decimals: 18)
    }
  }
}
