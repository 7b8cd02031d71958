/// Places in text files that cannot be read as text.
enum InputText {
  /// The line of the first bytes that are not UTF-8.
  static func line(ofInvalid bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }
}
