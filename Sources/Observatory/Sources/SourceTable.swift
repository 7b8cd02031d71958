/// The rows of a comma-separated source under its header, one at a time, with errors that say where.
struct SourceTable {
  let file: String
  let header: [String]
  private(set) var row: [CSVField] = []
  private(set) var scanner: CSVScanner
  var bytes: [UInt8] { scanner.bytes }
  var line: Int { scanner.line }

  init(_ source: SourceFile) throws(SourceError) {
    file = source.provenance.path
    scanner = CSVScanner(source.content)
    var first: [CSVField] = []
    let hasHeader: Bool
    do throws(CSVError) {
      hasHeader = try scanner.nextRow(into: &first)
    } catch {
      throw .layout(file: file, error)
    }
    guard hasHeader else { throw .empty(file: file) }
    header = first.map(scanner.text)
    for (index, name) in header.enumerated() where header[..<index].contains(name) {
      throw .columnRepeated(file: file, column: name)
    }
  }

  /// Moves to the next row and checks that it has as many fields as the header.
  mutating func nextRow() throws(SourceError) -> Bool {
    do throws(CSVError) {
      guard try scanner.nextRow(into: &row) else { return false }
    } catch {
      throw .layout(file: file, error)
    }
    guard row.count == header.count else {
      throw .fieldCount(file: file, line: line, count: row.count, expected: header.count)
    }
    return true
  }

  /// The position of a column that must be there.
  func column(_ name: String) throws(SourceError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .columnMissing(file: file, column: name, available: header)
    }
    return index
  }

  /// The text of a field of the current row.
  func text(_ column: Int) -> String { scanner.text(of: row[column]) }

  /// The exact number in a field of the current row.
  func decimal(_ column: Int) throws(SourceError) -> ExactDecimal {
    do throws(DecimalTextError) {
      return try ExactDecimal(bytes, row[column].range)
    } catch {
      let expected =
        error == .overflow ? "a decimal number of at most 18 digits" : "a decimal number"
      throw unexpected(column, expected: expected)
    }
  }

  /// The time in a field of the current row, microseconds since 1970.
  func time(_ column: Int) throws(SourceError) -> Int64 {
    guard let microseconds = ISO8601.microseconds(bytes, row[column].range) else {
      throw unexpected(column, expected: "YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ")
    }
    return microseconds
  }

  /// The error that a field of the current row holds the wrong value.
  func unexpected(_ column: Int, expected: String) -> SourceError {
    .value(
      file: file,
      line: line,
      field: header[column],
      value: text(column),
      expected: expected
    )
  }
}
