/// What the escapes of JSON strings stand for.
enum JSONEscapes {
  /// The text of a scanned string whose escapes are known to be sound.
  static func resolved(_ written: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(written.count)
    var rest = written
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch letter {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0c)
      case UInt8(ascii: "n"): result.append(0x0a)
      case UInt8(ascii: "r"): result.append(0x0d)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        var code = popHexadecimal(&rest)
        if (0xd800..<0xdc00).contains(code) {
          rest = rest.dropFirst(2)
          code = 0x10000 + (code - 0xd800) << 10 + (popHexadecimal(&rest) - 0xdc00)
        }
        guard let scalar = Unicode.Scalar(code) else { continue }
        result.append(contentsOf: String(Character(scalar)).utf8)
      default: result.append(letter)
      }
    }
    return result
  }

  private static func popHexadecimal(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 { code = code << 4 + (rest.popFirst().flatMap(hexadecimalDigit) ?? 0) }
    return code
  }

  /// The value of a hexadecimal digit; nil for any other byte.
  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
