import Quantities

/// The rows of a comma-separated answer, with named columns.
struct FeedRows {
  private var scanner: CSVScanner
  private let source: String
  private var fields: [CSVField] = []
  /// The names in the header, in order.
  let header: [String]

  /// Reads the header, after a number of title lines.
  ///
  /// - Throws: ``FeedError`` for markup, an object of JSON in place of a table, no header, or a name
  ///   that stands there twice.
  init(_ reply: FeedReply, body: [UInt8]? = nil, titleLineCount: Int = 0) throws(FeedError) {
    let body = body ?? reply.body
    source = reply.request.source
    try FeedText.refuseWebPage(body, source: source)
    scanner = CSVScanner(body)
    var names: [CSVField] = []
    for _ in 0...titleLineCount {
      guard try Self.next(&scanner, source, into: &names) else {
        throw .notTable(source: source, line: 1, detail: "got nothing, expected a table")
      }
    }
    let text = scanner
    header = names.map { text.text(of: $0) }
    guard header.count >= 2, Set(header).count == header.count else {
      throw .notTable(
        source: source,
        line: scanner.line,
        detail: "got \(FeedText.plain(header.joined(separator: ","))), expected a header"
      )
    }
  }

  /// Reads rows that have no header.
  init(_ reply: FeedReply, body: [UInt8], header: [String]) throws(FeedError) {
    source = reply.request.source
    try FeedText.refuseWebPage(body, source: source)
    scanner = CSVScanner(body)
    self.header = header
  }

  /// The line of the present row, from 1.
  var line: Int { scanner.line }

  /// Steps to the next row that is not empty; false at the end.
  ///
  /// - Throws: ``FeedError`` for a row whose length is not that of the header.
  mutating func next() throws(FeedError) -> Bool {
    repeat {
      guard try Self.next(&scanner, source, into: &fields) else { return false }
    } while fields.count == 1 && fields[0].isEmpty
    guard fields.count == header.count else {
      throw .notTable(
        source: source,
        line: line,
        detail: "got \(fields.count) fields, expected \(header.count)"
      )
    }
    return true
  }

  /// The place of a named column.
  func index(_ name: String) throws(FeedError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .field(
        source: source,
        line: 1,
        column: 1,
        field: name,
        got: "nothing",
        expected: "a column"
      )
    }
    return index
  }

  /// The text of a field.
  func text(_ index: Int) -> String { scanner.text(of: fields[index]) }

  /// The number of a field, or nil if it is empty or a missing marker.
  func decimalIfAny(_ index: Int) throws(FeedError) -> ExactDecimal? {
    let range = fields[index].range
    if FeedNumber.isMissing(scanner.bytes, range) { return nil }
    do throws(DecimalTextError) { return try FeedNumber.decimal(scanner.bytes, range) } catch {
      throw failure(index, "a number")
    }
  }

  /// The number of a field that must hold one.
  func decimal(_ index: Int) throws(FeedError) -> ExactDecimal {
    guard let value = try decimalIfAny(index) else { throw failure(index, "a number") }
    return value
  }

  /// Milli- or microseconds since 1970, told apart by size.
  func instant(_ index: Int) throws(FeedError) -> Instant {
    guard let count = Int64(text(index)), count > 0 else { throw failure(index, "a time") }
    let isMilliseconds = count < 100_000_000_000_000
    let (microseconds, overflow) = count.multipliedReportingOverflow(by: isMilliseconds ? 1_000 : 1)
    guard !overflow, FeedText.yearsAccepted.contains(microseconds) else {
      throw failure(index, "milli- or microseconds since 1970")
    }
    return Instant(microseconds: microseconds)
  }

  /// A date in one of the ways tables write it.
  func day(_ index: Int, _ form: FeedDateForm) throws(FeedError) -> Day {
    guard let day = form.day(text(index)) else { throw failure(index, form.expected) }
    return day
  }

  /// A fault of a field of the present row.
  func failure(_ index: Int, _ expected: String) -> FeedError {
    .field(
      source: source,
      line: line,
      column: index + 1,
      field: header[index],
      got: "\"\(FeedText.plain(text(index)))\"",
      expected: expected
    )
  }

  private static func next(
    _ scanner: inout CSVScanner,
    _ source: String,
    into fields: inout [CSVField]
  ) throws(FeedError) -> Bool {
    do throws(CSVError) { return try scanner.nextRow(into: &fields) } catch {
      throw .notTable(source: source, line: scanner.line, detail: "\(error)")
    }
  }
}
