/// A key that no text shows: neither description, reflection nor error holds it.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The key itself, for the one place that sends it.
  package let value: String

  /// Wraps a key; nil if it is empty or holds anything but visible ASCII.
  public init?(_ value: String) {
    guard !value.isEmpty, value.utf8.count <= 512,
      value.utf8.allSatisfy({ (0x21..<0x7f).contains($0) })
    else { return nil }
    self.value = value
  }

  /// Never the key.
  public var description: String { "(secret)" }
  /// Never the key.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// A text without the key, should it have crept in as it is or percent-encoded.
  package func redacted(_ text: String) -> String {
    let encoded = WebAddress(host: "x", path: "/", query: [("k", value)]).query?.dropFirst(2) ?? ""
    return text.replacing(value, with: "(secret)").replacing(encoded, with: "(secret)")
  }
}
