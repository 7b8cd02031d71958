/// One header of a request or an answer.
public struct HTTPHeader: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The value, without line breaks.
  public let value: String

  /// Creates a header; a line break or a control character in either part traps.
  public init(name: String, value: String) {
    precondition(Self.isPlain(name) && Self.isPlain(value), "a header with a control character")
    self.name = name
    self.value = value
  }

  /// Whether text can stand in a header.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
  }
}

extension [HTTPHeader] {
  /// The value of the first header of a name, without regard to case.
  public func value(of name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
