/// Rows under named columns, written as text, HTML, CSV or JSON from one source.
public struct Table: Hashable, Sendable {
  /// What the table shows.
  public let title: String
  /// The columns, in order; their keys differ.
  public let columns: [TableColumn]
  /// The rows; each has a cell for every column.
  public let rows: [[TableCell]]
  /// Where the numbers come from, or another remark; nil if the title says enough.
  public let note: String?

  /// Creates a table; a row with another number of cells than columns traps.
  public init(title: String, columns: [TableColumn], rows: [[TableCell]], note: String? = nil) {
    precondition(!title.isEmpty && !columns.isEmpty, "a table needs a title and columns")
    precondition(
      Set(columns.map(\.key)).count == columns.count,
      "the columns of \(title) share a key"
    )
    for row in rows {
      precondition(
        row.count == columns.count,
        "a row of \(title) has \(row.count) cells for \(columns.count) columns"
      )
    }
    self.title = title
    self.columns = columns
    self.rows = rows
    self.note = note
  }

  /// The rows as a list of objects under the columns' keys.
  public var json: JSONValue {
    .array(
      rows.map { row in
        .object(
          JSONObject(
            zip(columns, row).map { JSONObject.Member(key: $0.key, value: $1.json) }
          )
        )
      }
    )
  }
}
