public import Quantities

/// A column of a Parquet file: a name and values of one type, nil where a value is missing.
public struct ParquetColumn: Hashable, Sendable {
  /// The values of a column, by type.
  public enum Values: Hashable, Sendable {
    /// Whole numbers.
    case integers([Int64?])
    /// Numbers in floating point.
    case numbers([Double?])
    /// Yes and no.
    case flags([Bool?])
    /// UTF-8 text.
    case texts([String?])
    /// Instants: microseconds, UTC.
    case instants([Instant?])
  }

  /// The name, in snake case with the unit last.
  public let name: String
  /// The values.
  public let values: Values

  /// Creates a column.
  public init(name: String, values: Values) {
    self.name = name
    self.values = values
  }

  /// The number of rows.
  public var count: Int {
    switch values {
    case .integers(let values): values.count
    case .numbers(let values): values.count
    case .flags(let values): values.count
    case .texts(let values): values.count
    case .instants(let values): values.count
    }
  }

  /// Whether any value is missing: such a column is optional in the file.
  var isOptional: Bool {
    switch values {
    case .integers(let values): values.contains(nil)
    case .numbers(let values): values.contains(nil)
    case .flags(let values): values.contains(nil)
    case .texts(let values): values.contains(nil)
    case .instants(let values): values.contains(nil)
    }
  }

  /// Which rows of a range hold a value.
  func presence(_ rows: Range<Int>) -> [Bool] {
    switch values {
    case .integers(let values): values[rows].map { $0 != nil }
    case .numbers(let values): values[rows].map { $0 != nil }
    case .flags(let values): values[rows].map { $0 != nil }
    case .texts(let values): values[rows].map { $0 != nil }
    case .instants(let values): values[rows].map { $0 != nil }
    }
  }
}
