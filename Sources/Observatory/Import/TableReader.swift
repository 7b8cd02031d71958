import Quantities

/// Turns a table into batches: one series a combination of dimensions and column.
struct TableReader {
  /// What came of a table.
  struct Result {
    /// The series, in order of their first row and column.
    var batches: [SeriesBatch] = []
    /// Numbers with more digits than can be kept.
    var roundedCount = 0
    /// Numbers beyond the range that can be kept: left out.
    var tooLargeCount = 0
    /// Rows of the table.
    var rowCount = 0
  }

  private let layout: TableLayout
  private let entry: CatalogueEntry
  private let file: String
  private let dimensions: [Int]
  private let values: [Int]
  private let words: [Int]
  private let snapshot: Int64?
  /// The times a table may speak of, microseconds since 1970: clocks and calendars work well inside.
  private static let times: Range<Int64> = {
    let first = Day(year: 1_000, month: 1, day: 1)
    let end = Day(year: 3_000, month: 1, day: 1)
    guard let first, let end else { preconditionFailure("the years 1000 and 3000 exist") }
    return Instant(startOf: first).microseconds..<Instant(startOf: end).microseconds
  }()

  /// Creates a reader of a table whose columns are understood.
  ///
  /// - Throws: ``ImportError/notUnderstood(file:detail:)`` if nothing says what time the rows refer
  ///   to.
  init(_ layout: TableLayout, entry: CatalogueEntry, file: String) throws(ImportError) {
    self.layout = layout
    self.entry = entry
    self.file = file
    dimensions = layout.indices(.dimension)
    values = layout.indices(.value)
    words = layout.indices(.unit) + layout.indices(.title)
    let dated = layout.timeIndex == nil ? ISO8601.microseconds(entry.first) : nil
    snapshot = dated.flatMap { TableReader.times.contains($0) ? $0 : nil }
    guard layout.timeIndex != nil || snapshot != nil else {
      throw .notUnderstood(
        file: file,
        detail: "no column of times, and no catalogue dates it: expected one of "
          + ColumnNames.times.joined(separator: ", ")
      )
    }
  }

  /// Reads all rows.
  ///
  /// - Throws: ``ImportError`` at the first row that is not understood; nothing of the file is used.
  /// - Complexity: O(bytes).
  func read(_ content: [UInt8]) throws(ImportError) -> Result {
    var result = Result()
    var scanner = CSVScanner(content)
    var row: [CSVField] = []
    var groups: [TableGroup] = []
    var indices: [[UInt8]: Int] = [:]
    var key: [UInt8] = []
    var current = -1
    _ = try next(&scanner, &row)
    while try next(&scanner, &row) {
      guard row.count == layout.header.count else {
        throw .source(
          .fieldCount(
            file: file,
            line: scanner.line,
            count: row.count,
            expected: layout.header.count
          )
        )
      }
      result.rowCount += 1
      if current < 0 || !isKey(key, of: row, scanner.bytes) {
        key = dimensionKey(row, scanner.bytes)
        if let known = indices[key] {
          current = known
        } else {
          current = groups.count
          indices[key] = current
          groups.append(try group(row, scanner))
        }
      }
      let time = try time(row, scanner)
      try append(row, at: time, to: &groups[current], scanner, &result)
    }
    guard result.rowCount > 0 else { throw .source(.empty(file: file)) }
    let spacing = layout.time == .spaced ? spacing(of: groups) : nil
    for group in groups {
      let describer = SeriesDescriber(
        layout: layout,
        entry: entry,
        dimensions: group.dimensions,
        words: group.words,
        spacing: spacing
      )
      // A column that is empty for these rows makes no series.
      result.batches += group.batches(describer, columns: values)
        .filter { !$0.observations.isEmpty }
    }
    return result
  }

  private func next(
    _ scanner: inout CSVScanner,
    _ row: inout [CSVField]
  ) throws(ImportError) -> Bool {
    do throws(CSVError) {
      return try scanner.nextRow(into: &row)
    } catch {
      throw .source(.layout(file: file, error))
    }
  }

  private func group(_ row: [CSVField], _ scanner: CSVScanner) throws(ImportError) -> TableGroup {
    for index in dimensions
    where String(validating: scanner.bytes[row[index].range], as: UTF8.self) == nil {
      throw error(row[index], layout.header[index], "text in UTF-8", scanner)
    }
    return TableGroup(
      dimensions: dimensions.map { scanner.text(of: row[$0]) },
      words: words.map { scanner.text(of: row[$0]) },
      columnCount: values.count
    )
  }

  private func dimensionKey(_ row: [CSVField], _ bytes: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    for index in dimensions {
      key += bytes[row[index].range]
      key.append(0)
    }
    return key
  }

  /// Whether the dimensions of a row are those of `key`; most rows follow one of their own series.
  private func isKey(_ key: [UInt8], of row: [CSVField], _ bytes: [UInt8]) -> Bool {
    var offset = 0
    for index in dimensions {
      let range = row[index].range
      guard offset + range.count < key.count else { return false }
      for place in 0..<range.count where key[offset + place] != bytes[range.lowerBound + place] {
        return false
      }
      offset += range.count
      guard key[offset] == 0 else { return false }
      offset += 1
    }
    return offset == key.count
  }

  private func time(_ row: [CSVField], _ scanner: CSVScanner) throws(ImportError) -> Int64 {
    guard let index = layout.timeIndex else { return snapshot ?? 0 }
    let range = row[index].range
    let time =
      switch layout.time {
      case .month: FieldText.month(scanner.bytes, range)
      case .date where range.count != 10: nil as Int64?
      default: ISO8601.microseconds(scanner.bytes, range)
      }
    guard let time, TableReader.times.contains(time) else {
      let expected = layout.time == .month ? "a month such as 2024-08" : "an ISO 8601 time in UTC"
      throw error(
        row[index],
        layout.header[index],
        "\(expected), of the years 1000 to 2999",
        scanner
      )
    }
    return time
  }

  private func append(
    _ row: [CSVField],
    at time: Int64,
    to group: inout TableGroup,
    _ scanner: CSVScanner,
    _ result: inout Result
  ) throws(ImportError) {
    group.append(time: time)
    for (column, index) in values.enumerated() {
      let range = row[index].range
      guard !FieldText.isMissing(scanner.bytes, range) else {
        group.append(nil, column: column)
        continue
      }
      switch FieldText.number(scanner.bytes, range) {
      case .exact(let value): group.append(value, column: column)
      case .rounded(let value):
        result.roundedCount += 1
        group.append(value, column: column)
      case .tooLarge:
        result.tooLargeCount += 1
        group.append(nil, column: column)
      case nil: throw error(row[index], layout.header[index], "a number", scanner)
      }
    }
  }

  private func error(
    _ field: CSVField,
    _ name: String,
    _ expected: String,
    _ scanner: CSVScanner
  ) -> ImportError {
    let text = scanner.text(of: field)
    return .source(
      .value(
        file: file,
        line: scanner.line,
        field: name,
        value: text.isEmpty ? "nothing" : String(text.prefix(80)),
        expected: expected
      )
    )
  }

  /// The shortest time between two rows of one series; a day if there are none.
  private func spacing(of groups: [TableGroup]) -> Duration {
    let shortest = groups.compactMap(\.shortestSpacing).min()
    return shortest.map(Duration.init(microseconds:)) ?? .days(1)
  }
}
