/// What all answers have in common before they are read.
enum FeedText {
  /// From 2000 to 2100 in microseconds: a time outside is a fault of unit.
  static let yearsAccepted: Range<Int64> = 946_684_800_000_000..<4_102_444_800_000_000

  /// Refuses markup where data is expected: maintenance pages and blocks answer with status 200.
  static func refuseWebPage(_ body: [UInt8], source: String) throws(FeedError) {
    if first(of: body) == UInt8(ascii: "<") { throw .webPage(source: source) }
  }

  /// The first byte that is neither space nor byte order mark.
  static func first(of body: [UInt8]) -> UInt8? {
    let rest = body.starts(with: [0xef, 0xbb, 0xbf]) ? body[3...] : body[...]
    return rest.first { $0 > 0x20 }
  }

  /// Text without control characters, short enough for a line.
  static func plain(_ text: String) -> String {
    String(text.unicodeScalars.prefix(160).map { $0.value < 0x20 ? " " : Character($0) })
  }
}
