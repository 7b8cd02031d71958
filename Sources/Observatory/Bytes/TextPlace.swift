/// The line and the character of an offset in UTF-8 text.
struct TextPlace: Hashable, Sendable {
  /// The line, from 1.
  let line: Int
  /// The character in the line, from 1.
  let column: Int

  /// Finds the place of an offset.
  ///
  /// - Complexity: O(offset).
  init(_ bytes: [UInt8], at offset: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    line = before.count { $0 == UInt8(ascii: "\n") } + 1
    // Bytes 10xxxxxx continue a character.
    column = before[lineStart...].count { $0 & 0xc0 != 0x80 } + 1
  }
}
