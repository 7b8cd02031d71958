/// Finds what a catalogue says of a column, and the unit in it.
struct ColumnUnits {
  private let entry: CatalogueEntry
  private let header: [String]

  /// Creates a finder for a table with the given header.
  init(_ entry: CatalogueEntry, header: [String]) {
    self.entry = entry
    self.header = header
  }

  /// The catalogue's words for a column: under its own name, a list `a/b`, a pattern `*_usd`, or a
  /// range `open..close` of the header; nil if it says nothing.
  func text(of column: String) -> String? {
    if let exact = entry.columns.first(where: { $0.name == column }) { return exact.text }
    return entry.columns.first { names($0.name, column) }?.text
  }

  /// The catalogue's words for a series of a long table, under the series' own name.
  func text(ofSeries name: String) -> String? {
    guard let text = entry.columns.first(where: { $0.name == name })?.text else { return nil }
    // `ON RRP usage, billion USD [2003-02-07 to 2026-06-05, 3257 values]`
    let bare = text.prefix { $0 != "[" }
    return ColumnUnits.trimmed(bare)
  }

  private func names(_ pattern: String, _ column: String) -> Bool {
    if let range = pattern.firstRange(of: "..") {
      guard let low = header.firstIndex(of: String(pattern[..<range.lowerBound])),
        let high = header.firstIndex(of: String(pattern[range.upperBound...])),
        let index = header.firstIndex(of: column)
      else { return false }
      return low <= index && index <= high
    }
    let parts = pattern.split(separator: "/")
    let isPattern = pattern.contains("*")
    return parts.contains { part in
      if part.hasPrefix("*") { return column.hasSuffix(part.dropFirst()) }
      // `*_long/_short` means `*_long` and `*_short`.
      if isPattern, part.hasPrefix("_") { return column.hasSuffix(part) }
      return part == column
    }
  }

  /// The unit in a catalogue's words: `USD` of `USD of liquidated longs` or of `USD, close of day`.
  static func unit(in text: String) -> String {
    if text.contains(" / ") && text.contains("long") { return "ratio" }
    let parts = text.split(separator: ",").map(trimmed)
    guard let first = parts.first else { return CatalogueEntry.notStated }
    if let known = phrases[first] { return known }
    for end in [" of liquidated", " of collateral", " at the time", " after the"] {
      if let range = first.firstRange(of: end) { return String(first[..<range.lowerBound]) }
    }
    if parts.count == 1 { return plain(first) }
    if plainUnits.contains(plain(first)) { return plain(first) }
    if let last = parts.last, plainUnits.contains(plain(last)) { return plain(last) }
    return text
  }

  /// Text without a remark in brackets or after a semicolon.
  private static func plain(_ text: String) -> String {
    let head = trimmed(text.prefix { $0 != ";" })
    guard let bracket = head.firstRange(of: " (") else { return head }
    return String(head[..<bracket.lowerBound])
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text).drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  /// Descriptions that hold a unit in their middle.
  private static let phrases = [
    "open interest in coins": "coins", "coin price in USD at that time": "USD",
    "COINS (not USD)": "coins",
  ]

  private static let plainUnits: Set<String> = [
    "USD", "USDT", "USDC", "JPY", "BTC", "ETH", "coins", "USD(T)", "percent", "basis points",
    "fraction", "ratio", "index", "index points", "million USD", "billion USD", "thousand",
    "contracts", "shares", "count", "million", "billion", "USD per ounce", "USD per barrel",
    "USD/bbl", "USD per coin", "USD per BTC", "percent per year", "percent per 8 hours",
  ]
}
