/// One value of a table.
public enum TableCell: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Nothing is known or applies.
  case missing
  /// Text.
  case text(String)
  /// A whole number, exact.
  case integer(Int128)
  /// A finite number.
  case number(Double)
  /// A lower bound: the truth is this or more.
  case atLeast(Double)
  /// A simulated number over several runs: its median and the 5 % and 95 % quantiles.
  case interval(median: Double, p05: Double, p95: Double)

  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// The whole number of an integer of any width.
  public init(_ value: some BinaryInteger) { self = .integer(Int128(value)) }

  /// The cell as people read it under a column.
  func shown(_ column: TableColumn) -> String {
    switch self {
    case .missing: return "–"
    case .text(let text): return text
    case .integer(let value):
      if case .abbreviated = column.format { return column.shown(Double(value)) }
      return NumberText.grouped(value)
    case .number(let value): return column.shown(value)
    case .atLeast(let value): return ">= \(column.shown(value))"
    case .interval(let median, let p05, let p95):
      return "\(column.shown(median)) [\(column.shown(p05)), \(column.shown(p95))]"
    }
  }

  /// The cell for programs.
  var json: JSONValue {
    switch self {
    case .missing: .null
    case .text(let text): .string(text)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .atLeast(let value): ["at_least": .number(value)]
    case .interval(let median, let p05, let p95):
      ["median": .number(median), "p05": .number(p05), "p95": .number(p95)]
    }
  }
}
