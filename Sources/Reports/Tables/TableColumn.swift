/// One column of a table: its name for programs and for people, its unit, and how numbers show.
public struct TableColumn: Hashable, Sendable {
  /// How the values of a column are written for people.
  public enum Format: Hashable, Sendable {
    /// Text, to the left.
    case text
    /// Numbers with thousands separated and a fixed number of decimals, to the right.
    case number(decimals: Int)
    /// Prices: two decimals, below one four digits that matter, to the right.
    case price
    /// Fractions of one, shown in percent with a fixed number of decimals, to the right.
    case percent(decimals: Int)
    /// Numbers in K, M, B and T, to the right.
    case abbreviated
  }

  /// The name in JSON and CSV: snake case with the unit last, `notional_usd`.
  public let key: String
  /// The name for people.
  public let title: String
  /// The unit of every value, or nil for text.
  public let unit: String?
  /// How values are written for people.
  public let format: Format

  /// Creates a column.
  public init(key: String, title: String, unit: String? = nil, format: Format = .text) {
    precondition(!key.isEmpty && !title.isEmpty, "a column needs a key and a title")
    self.key = key
    self.title = title
    self.unit = unit
    self.format = format
  }

  /// Whether values stand to the right.
  var isNumeric: Bool { format != .text }

  /// The title with its unit.
  var heading: String { unit.map { "\(title) (\($0))" } ?? title }

  /// A number as people read it.
  func shown(_ value: Double) -> String {
    switch format {
    case .text: "\(value)"
    case .number(let decimals): NumberText.fixed(value, decimals: decimals)
    case .price:
      value.magnitude < 1
        ? NumberText.significant(value, digits: 4) : NumberText.fixed(value, decimals: 2)
    case .percent(let decimals): NumberText.fixed(value * 100, decimals: decimals) + " %"
    case .abbreviated: NumberText.abbreviated(value)
    }
  }
}
