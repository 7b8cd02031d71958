extension ParquetFile {
  /// A table as a Parquet file: columns of text, of whole numbers that fit, or of floating-point numbers.
  ///
  /// A lower bound keeps its number, beside a column `KEY_is_lower_bound`; a simulated interval becomes
  /// three columns, `KEY_p05`, `KEY` (the median) and `KEY_p95`.
  public init(_ table: Table, metadata: [ParquetMetadata] = []) {
    var columns: [ParquetColumn] = []
    for (index, column) in table.columns.enumerated() {
      columns += Self.columns(column.key, table.rows.map { $0[index] })
    }
    self.init(columns: columns, metadata: metadata)
  }

  private static func columns(_ key: String, _ cells: [TableCell]) -> [ParquetColumn] {
    if cells.contains(where: \.isText) {
      return [ParquetColumn(name: key, values: .texts(cells.map(\.textValue)))]
    }
    if cells.contains(where: \.isInterval) {
      return [
        ParquetColumn(name: "\(key)_p05", values: .numbers(cells.map(\.lowValue))),
        ParquetColumn(name: key, values: .numbers(cells.map(\.numberValue))),
        ParquetColumn(name: "\(key)_p95", values: .numbers(cells.map(\.highValue))),
      ]
    }
    let whole = cells.map(\.wholeValue)
    if zip(cells, whole).allSatisfy({ $0 == .missing || $1 != nil }),
      whole.contains(where: { $0 != nil })
    {
      return [ParquetColumn(name: key, values: .integers(whole))]
    }
    var result = [ParquetColumn(name: key, values: .numbers(cells.map(\.numberValue)))]
    if cells.contains(where: \.isLowerBound) {
      result.append(
        ParquetColumn(name: "\(key)_is_lower_bound", values: .flags(cells.map(\.isLowerBound)))
      )
    }
    return result
  }
}

extension TableCell {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
  fileprivate var isInterval: Bool { if case .interval = self { true } else { false } }
  fileprivate var isLowerBound: Bool { if case .atLeast = self { true } else { false } }

  fileprivate var textValue: String? {
    switch self {
    case .missing: nil
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .number(let value), .atLeast(let value): "\(value)"
    case .interval(let median, let p05, let p95): "\(median) [\(p05), \(p95)]"
    }
  }

  fileprivate var wholeValue: Int64? {
    if case .integer(let value) = self { Int64(exactly: value) } else { nil }
  }

  fileprivate var numberValue: Double? {
    switch self {
    case .missing, .text: nil
    case .integer(let value): Double(value)
    case .number(let value), .atLeast(let value): value
    case .interval(let median, _, _): median
    }
  }

  fileprivate var lowValue: Double? {
    if case .interval(_, let low, _) = self { low } else { numberValue }
  }

  fileprivate var highValue: Double? {
    if case .interval(_, _, let high) = self { high } else { numberValue }
  }
}
