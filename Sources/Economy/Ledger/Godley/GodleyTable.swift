/// A table of exact values whose rows and columns sum to zero.
public struct GodleyTable: Hashable, Sendable {
  /// One line of the table.
  public struct Row: Hashable, Sendable {
    /// What the line is about.
    public let name: String
    /// One value per column, in 10⁻¹² dollars.
    public let cells: [Int128]

    /// The sum of the line; zero in a table that balances.
    public var sum: Int128 { cells.reduce(0, +) }
  }

  /// What the table shows.
  public let title: String
  /// The sectors.
  public let columns: [String]
  /// The lines.
  public let rows: [Row]

  /// The sum of each column; zeros in a table that balances.
  public var columnSums: [Int128] {
    columns.indices.map { column in rows.reduce(0) { $0 + $1.cells[column] } }
  }

  /// Whether every row and every column sums to zero.
  public var balances: Bool {
    rows.allSatisfy { $0.sum == 0 } && columnSums.allSatisfy { $0 == 0 }
  }

  /// The cell of a row and a column, or nil if there is none.
  public func cell(_ row: String, _ column: String) -> Int128? {
    guard let position = columns.firstIndex(of: column) else { return nil }
    return rows.first { $0.name == row }?.cells[position]
  }
}
