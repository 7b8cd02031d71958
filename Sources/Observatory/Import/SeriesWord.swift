/// A text as a word of a series' name.
enum SeriesWord {
  /// Writes a text as a word: letters, digits and `-._:+` stay, every other byte becomes `%` and two
  /// hexadecimal digits; an empty text becomes `~`.
  ///
  ///     SeriesWord.escaped("BTC/USDT:USDT")   // "BTC%2FUSDT:USDT"
  static func escaped(_ text: String) -> String {
    guard !text.isEmpty else { return "~" }
    if text.utf8.allSatisfy(isPlain) { return text }
    var word: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        word.append(byte)
      } else {
        word += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: word, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: plainSigns.contains(byte)
    }
  }

  private static let plainSigns = Array("-._:+".utf8)
}
