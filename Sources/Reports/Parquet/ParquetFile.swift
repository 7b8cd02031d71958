public import Observatory

/// A table as an Apache Parquet file: plain pages with statistics, whole or compressed.
///
/// A file is written once and never changed. Readers that follow the format, such as pyarrow, polars
/// and DuckDB, see the same values, the same missing values and times in microseconds UTC.
public struct ParquetFile: Hashable, Sendable {
  /// The number of rows in one group.
  public static let groupRowCount = 131_072

  /// The columns, all of the same length.
  public let columns: [ParquetColumn]
  /// What the file says about itself, such as the run it belongs to.
  public let metadata: [ParquetMetadata]
  /// How pages are compressed.
  public let compression: ParquetCompression

  /// Creates a file; traps unless all columns have one length and names of their own.
  public init(
    columns: [ParquetColumn],
    metadata: [ParquetMetadata] = [],
    compression: ParquetCompression = .zstandard(level: 3)
  ) {
    precondition(!columns.isEmpty, "a table has at least one column")
    precondition(Set(columns.map(\.name)).count == columns.count, "column names are unique")
    precondition(Set(columns.map(\.count)).count == 1, "columns have one length")
    self.columns = columns
    self.metadata = metadata
    self.compression = compression
  }

  /// The whole file.
  ///
  /// - Complexity: O(values).
  public var bytes: [UInt8] {
    let rowCount = columns[0].count
    var bytes = Array("PAR1".utf8)
    var groups: [ParquetGroup] = []
    for start in stride(from: 0, to: rowCount, by: Self.groupRowCount) {
      let rows = start..<min(start + Self.groupRowCount, rowCount)
      groups.append(append(rows, to: &bytes))
    }
    let footer = ParquetFooter(
      columns: columns,
      metadata: metadata,
      compression: compression,
      rowCount: rowCount,
      groups: groups
    ).bytes
    bytes += footer
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: footer.count >> ($0 * 8)) }
    return bytes + Array("PAR1".utf8)
  }

  /// Writes the file aside and gives it its name in one step.
  ///
  /// - Throws: ``FileError``.
  public func write(to path: String) throws(FileError) {
    try AtomicFile.write(bytes, to: path)
  }

  private func append(_ rows: Range<Int>, to bytes: inout [UInt8]) -> ParquetGroup {
    var chunks: [ParquetGroup.Chunk] = []
    for column in columns {
      let page = ParquetPage(column, rows: rows, isOptional: column.isOptional)
      let stored = compression.compressed(page.body)
      let header = Self.header(of: page, storedCount: stored.count)
      let chunk = ParquetGroup.Chunk(
        column: column,
        page: page,
        offset: bytes.count,
        storedCount: header.count + stored.count,
        plainCount: header.count + page.body.count
      )
      chunks.append(chunk)
      bytes += header
      bytes += stored
    }
    return ParquetGroup(rowCount: rows.count, chunks: chunks)
  }

  /// The header of a data page of version 1: plain values, levels in runs.
  private static func header(of page: ParquetPage, storedCount: Int) -> [UInt8] {
    ThriftCompactWriter.bytes { header in
      header.field(1, int32: 0)
      header.field(2, int32: Int32(page.body.count))
      header.field(3, int32: Int32(storedCount))
      header.field(5) { data in
        data.field(1, int32: Int32(page.count))
        data.field(2, int32: 0)
        data.field(3, int32: 3)
        data.field(4, int32: 3)
      }
    }
  }
}
