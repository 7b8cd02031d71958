import GRDB
import Quantities

/// Keeping the values of a file: all of them or none.
extension Store {
  /// Keeps the values of a file, in one transaction.
  ///
  /// A value that is known already is not kept twice. Another value for a time that has one is kept
  /// as a revision beside it. If both carry the same second clock, which a rule or an assumption
  /// gave them, the later one becomes knowable at the vintage of its file: the newest second clock
  /// of all its rows, before which the file cannot have been written. Reads as of an earlier time
  /// go on seeing the first value.
  ///
  /// - Parameters:
  ///   - batches: The values, one batch a series; a second batch of a series traps.
  ///   - file: Where they come from.
  ///   - gaps: Times that the file is known to leave out of its data set.
  /// - Returns: What changed; nothing if the bytes of the file are in the store already.
  /// - Throws: ``StoreError``; the store is then as it was.
  /// - Complexity: O(n log m) for n values and m rows in the store, 1 to 2 µs a value.
  @discardableResult
  public func insert(
    _ batches: [SeriesBatch],
    from file: StoredFile,
    gaps: [SeriesGap] = []
  ) throws(StoreError) -> Insertion {
    let ids = batches.map(\.description.id)
    return try write { database in
      guard try !Store.holds(file, in: database) else {
        return Insertion(
          isRepeated: true,
          series: ids,
          addedCount: 0,
          revisedCount: 0,
          unchangedCount: batches.reduce(0) { $0 + $1.observations.count }
        )
      }
      var insertion = try FileInsertion(database, file: try Store.add(file, to: database))
      insertion.vintage = batches.lazy.flatMap(\.observations).map(\.knowableAt).max()
      try insertion.add(batches)
      try insertion.finish()
      for gap in gaps {
        try database.execute(
          sql: "INSERT OR IGNORE INTO gap VALUES (?, ?, ?, ?)",
          arguments: [
            file.dataset, gap.start.microseconds, gap.end.microseconds, gap.reason,
          ]
        )
      }
      return Insertion(
        isRepeated: false,
        series: ids,
        addedCount: insertion.addedCount,
        revisedCount: insertion.revisedCount,
        unchangedCount: insertion.unchangedCount
      )
    }
  }

  /// Whether the store holds the bytes of a file under its data set.
  public func holds(sha256: String, dataset: String) throws(StoreError) -> Bool {
    try read { database in
      try Store.isHeld(sha256: sha256, dataset: dataset, in: database)
    }
  }

  /// The newest catalogue entry of a data set, as JSON; nil if no file of it had one.
  func entry(ofDataset dataset: String) throws(StoreError) -> String? {
    try read { database in
      try String.fetchOne(
        database,
        sql: "SELECT entry FROM file WHERE dataset = ? AND entry <> '' ORDER BY id DESC LIMIT 1",
        arguments: [dataset]
      )
    }
  }

  private static func holds(_ file: StoredFile, in database: Database) throws -> Bool {
    try isHeld(sha256: file.sha256, dataset: file.dataset, in: database)
  }

  private static func isHeld(
    sha256: String,
    dataset: String,
    in database: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS(SELECT 1 FROM file WHERE dataset = ? AND sha256 = ?)",
      arguments: [dataset, sha256]
    ) ?? false
  }

  private static func add(_ file: StoredFile, to database: Database) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO file(path, name, dataset, sha256, byte_count, licence, trust, entry,
          observation_count, content_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '')
        """,
      arguments: [
        file.path, file.name, file.dataset, file.sha256, file.byteCount, file.licence,
        file.trust.rawValue, file.entry,
      ]
    )
    return database.lastInsertedRowID
  }
}
