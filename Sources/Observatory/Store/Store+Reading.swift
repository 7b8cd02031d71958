import GRDB
public import Quantities

extension Store {
  /// The values of a series as of a vintage; nil if the store does not know the series.
  ///
  /// - Complexity: O(log rows) and 0.2 to 0.4 µs a row of the series in `start..<end`.
  public func series(
    _ id: SeriesID,
    _ vintage: Vintage,
    from start: Instant?,
    to end: Instant?
  ) throws(StoreError) -> Series? {
    try read { database in
      guard let entry = try entry(of: id, in: database) else { return nil }
      var selection = Selection(vintage)
      selection.observations.reserveCapacity(start == nil && end == nil ? entry.count : 0)
      try Store.forEachRow(of: entry.key, from: start, to: end, in: database) { row, file in
        selection.add(row, file: file)
      }
      return Series(
        description: entry.description,
        vintage: vintage,
        observations: selection.observations,
        provenance: try selection.usedFiles.map { try Store.provenance(of: $0, in: database) }
      )
    }
  }

  /// Every series, in order of name; kept until the store changes.
  public func descriptions() throws(StoreError) -> [SeriesDescription] {
    try read { try currentIndex($0).entries.map(\.description) }
  }

  /// The latest instant at which any value became knowable; nil if there is none.
  public func newestKnowable() throws(StoreError) -> Instant? {
    try read { try currentIndex($0).newestKnowable }
  }

  /// What the store holds of each series whose name starts with `prefix`, in order of name.
  public func summaries(prefix: String = "") throws(StoreError) -> [SeriesSummary] {
    try read { database in
      var hashes: [Int64: [String]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT series_file.series, file.sha256 FROM series_file
          JOIN file ON file.id = series_file.file ORDER BY series_file.series, file.id
          """
      )
      while let row = try rows.next() { hashes[row[0], default: []].append(row[1]) }
      return try currentIndex(database).entries
        .filter { $0.description.id.name.hasPrefix(prefix) }
        .map { entry in
          SeriesSummary(
            description: entry.description,
            first: entry.count == 0 ? nil : entry.first,
            last: entry.count == 0 ? nil : entry.last,
            count: entry.count,
            sha256: hashes[entry.key] ?? []
          )
        }
    }
  }

  /// The times that are known to be left out of a series and that no other file has filled.
  ///
  /// - Parameter id: The series; an unknown one has no gaps.
  /// - Returns: The gaps between its first and last value, in order.
  /// - Throws: ``StoreError``.
  public func gaps(of id: SeriesID) throws(StoreError) -> [SeriesGap] {
    try read { database in
      guard let entry = try entry(of: id, in: database) else { return [] }
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT start, stop, reason FROM gap WHERE dataset = ? ORDER BY start, stop",
        arguments: [id.dataset]
      )
      return try rows.compactMap { row in
        let gap = SeriesGap(
          start: Instant(microseconds: row[0]),
          end: Instant(microseconds: row[1]),
          reason: row[2]
        )
        guard entry.first < gap.end, entry.last >= gap.start else { return nil }
        let isFilled = try Bool.fetchOne(
          database,
          sql: """
            SELECT EXISTS(
              SELECT 1 FROM observation WHERE series = ? AND refers_to >= ? AND refers_to < ?)
            """,
          arguments: [entry.key, gap.start.microseconds, gap.end.microseconds]
        )
        return isFilled == true ? nil : gap
      }
    }
  }

  /// Calls `body` with each row of a series and the key of its file, in the order of a batch.
  static func forEachRow(
    of series: Int64,
    from start: Instant?,
    to end: Instant?,
    in database: Database,
    _ body: (Observation, Int64) throws -> Void
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT refers_to, ordinal, knowable_at, mantissa, scale, file FROM observation
        WHERE series = ? AND refers_to >= ? AND refers_to < ?
        ORDER BY refers_to, ordinal, knowable_at
        """
    )
    let rows = try Row.fetchCursor(
      statement,
      arguments: [series, start?.microseconds ?? .min, end?.microseconds ?? .max]
    )
    while let row = try rows.next() { try body(Observation(row: row), row[5]) }
  }
}

extension Observation {
  /// A row of the table, its columns in the order of every query here.
  init(row: Row) throws {
    let scale: Int = row[4]
    guard (0...18).contains(scale) else { throw DamagedRow(detail: "a scale of \(scale)") }
    self.init(
      refersTo: Instant(microseconds: row[0]),
      ordinal: row[1],
      knowableAt: Instant(microseconds: row[2]),
      value: ExactDecimal(units: row[3], decimals: scale)
    )
  }
}

/// The newest revision of each time that a vintage may see, gathered row by row.
private struct Selection {
  private let cutOff: Instant
  var observations: [Observation] = []
  private var files: [Int64] = []
  private var newestFile: Int64 = 0

  init(_ vintage: Vintage) {
    cutOff =
      switch vintage {
      case .asOf(let instant): instant
      case .latest: Instant(microseconds: .max)
      }
  }

  /// The files of the rows that were kept or stood before a kept one, in order.
  var usedFiles: [Int64] { files.sorted() }

  mutating func add(_ row: Observation, file: Int64) {
    guard row.knowableAt <= cutOff else { return }
    if file != newestFile {
      newestFile = file
      if !files.contains(file) { files.append(file) }
    }
    if let last = observations.last, last.refersTo == row.refersTo, last.ordinal == row.ordinal {
      observations[observations.count - 1] = row
    } else {
      observations.append(row)
    }
  }
}
