/// Which column of a table is for what.
struct TableLayout {
  /// The names of all columns, in order.
  let header: [String]
  /// What each column is for.
  let roles: [ColumnRole]
  /// What kind of times the table has; nil for a snapshot without a time column.
  let time: TimeColumn?
  /// The index of the time column.
  let timeIndex: Int?

  /// The indices of the columns of a role, in order.
  func indices(_ role: ColumnRole) -> [Int] { roles.indices.filter { roles[$0] == role } }

  /// The roles by name, for the next file of the data set.
  var rolesByName: [String: ColumnRole] {
    Dictionary(zip(header, roles)) { first, _ in first }
  }

  /// Finds the layout of a table.
  ///
  /// Roles come from the data set's earlier files, then from the names that practice has settled,
  /// then from the column itself: numbers are values; text is a dimension if nothing is known of the
  /// file and the words are few and short, and is left out otherwise.
  ///
  /// - Parameters:
  ///   - content: The table.
  ///   - entry: What is known of the data set.
  ///   - file: The name of the file in errors.
  /// - Throws: ``ImportError`` if the header is none, or no column holds times or numbers.
  init(
    _ content: [UInt8],
    entry: CatalogueEntry,
    file: String
  ) throws(ImportError) {
    var scanner = CSVScanner(content)
    var row: [CSVField] = []
    let header: [String]
    let kinds: [ColumnKind]
    do throws(CSVError) {
      header = try scanner.nextRow(into: &row) ? row.map { scanner.text(of: $0) } : []
      kinds = try ColumnKind.kinds(&scanner, count: header.count)
    } catch {
      throw .source(.layout(file: file, error))
    }
    guard !kinds.isEmpty else { throw .source(.empty(file: file)) }
    try TableLayout.check(header, file: file)
    timeIndex = TableLayout.timeIndex(header, entry.roles)
    time = timeIndex.flatMap { index in
      TableLayout.time(kinds[index], entry: entry, column: header[index])
    }
    if let timeIndex, time == nil {
      throw .notUnderstood(
        file: file,
        detail: "the column \(header[timeIndex]) holds no dates, expected ISO 8601 in UTC"
      )
    }
    let timed = timeIndex
    roles = header.indices.map { index in
      if index == timed { return .time }
      if let known = entry.roles[header[index]] { return known }
      if let known = ColumnNames.role(of: header[index]) { return known }
      return kinds[index].role(isCatalogued: entry.isCatalogued)
    }
    self.header = header
    guard roles.contains(.value) else {
      throw .notUnderstood(file: file, detail: "no column holds numbers: it is no table of series")
    }
  }

  private static func check(_ header: [String], file: String) throws(ImportError) {
    var seen: Set<String> = []
    for name in header {
      guard !name.isEmpty else {
        throw .notUnderstood(file: file, detail: "the header has a column without a name")
      }
      guard name.utf8.count <= 200 else {
        throw .notUnderstood(file: file, detail: "its first line is not a header of column names")
      }
      guard seen.insert(name).inserted else {
        throw .source(.columnRepeated(file: file, column: name))
      }
    }
  }

  private static func timeIndex(_ header: [String], _ roles: [String: ColumnRole]) -> Int? {
    if let known = header.firstIndex(where: { roles[$0] == .time }) { return known }
    for name in ColumnNames.times {
      if let index = header.firstIndex(where: { $0.lowercased() == name }) { return index }
    }
    return nil
  }

  private static func time(
    _ kind: ColumnKind,
    entry: CatalogueEntry,
    column: String
  ) -> TimeColumn? {
    switch kind.timeForm {
    case .date: return .date
    case .month: return .month
    case .instant:
      guard let text = entry.columns.first(where: { $0.name == column })?.text else {
        return .spaced
      }
      return .instant(isBarOpen: text.contains("bar open"))
    case nil: return nil
    }
  }
}
