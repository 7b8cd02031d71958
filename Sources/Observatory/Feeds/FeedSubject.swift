/// What the series of a topic can be about.
public enum FeedSubject: Hashable, Sendable {
  /// One of a fixed list.
  case named([String])
  /// A symbol of the source, such as `BTCUSDT`; `example` is one that exists.
  case symbol(example: String)

  /// One subject that exists.
  public var example: String {
    switch self {
    case .named(let names): names.first ?? ""
    case .symbol(let example): example
    }
  }

  /// Whether a text can be a subject: of the list, or a short word of letters, digits and `-_.:`.
  func contains(_ text: String) -> Bool {
    switch self {
    case .named(let names): names.contains(text)
    case .symbol:
      !text.isEmpty && text.utf8.count <= 64 && !text.hasPrefix(".")
        && text.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "-_.:".utf8.contains($0)
        }
    }
  }
}
