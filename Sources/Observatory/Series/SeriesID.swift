/// The name of one series: words joined by slashes, such as `fred_daily_long/SOFR/value`.
///
/// The first word is the data set, the last the column, the words between them the values of the
/// columns that tell its series apart (symbol, venue, issuer) in the order of the data set.
public struct SeriesID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The whole name.
  public let name: String

  /// Creates an id from its whole name, at least two words joined by slashes; traps on an empty word.
  public init(_ name: String) {
    let words = name.split(separator: "/", omittingEmptySubsequences: false)
    precondition(
      words.count >= 2 && !words.contains(where: \.isEmpty),
      "a series is named by two or more words joined by slashes: \(name)"
    )
    self.name = name
  }

  /// Creates the id of a column of a data set.
  public init(dataset: String, dimensions: [String] = [], column: String) {
    self.init(([dataset] + dimensions + [column]).joined(separator: "/"))
  }

  /// The data set.
  public var dataset: String { String(name.prefix { $0 != "/" }) }

  /// The column.
  public var column: String { String(name[name.index(after: lastSlash)...]) }

  /// The name itself.
  public var description: String { name }

  /// Orders ids by name, byte by byte.
  public static func < (lhs: SeriesID, rhs: SeriesID) -> Bool {
    lhs.name.utf8.lexicographicallyPrecedes(rhs.name.utf8)
  }

  private var lastSlash: String.Index {
    guard let index = name.lastIndex(of: "/") else { preconditionFailure("no slash in \(name)") }
    return index
  }
}
