import GRDB
import Quantities

/// The values of one file on their way into the tables, inside its transaction.
struct FileInsertion {
  private let database: Database
  private let file: Int64
  private let row: Statement
  private var hash = ContentHash()
  private var count = 0
  /// The newest second clock of the file: it cannot have been written before.
  var vintage: Instant?
  private(set) var addedCount = 0
  private(set) var revisedCount = 0
  private(set) var unchangedCount = 0

  init(_ database: Database, file: Int64) throws {
    self.database = database
    self.file = file
    row = try database.cachedStatement(sql: "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// Adds batches in the order of their keys: the order in which rows are hashed and read back.
  mutating func add(_ batches: [SeriesBatch]) throws {
    var keyed: [(key: Int64, isNew: Bool, batch: SeriesBatch)] = []
    keyed.reserveCapacity(batches.count)
    var terms = TermsTable(database)
    for batch in batches {
      let (key, isNew) = try series(batch.description, &terms)
      keyed.append((key, isNew, batch))
    }
    keyed.sort { $0.key < $1.key }
    for (earlier, later) in zip(keyed, keyed.dropFirst()) {
      precondition(earlier.key != later.key, "two batches of \(later.batch.description.id)")
    }
    for (key, isNew, batch) in keyed {
      let fresh = isNew ? batch.observations : try merged(batch, into: key)
      if isNew { addedCount += fresh.count }
      try insert(fresh, of: batch.description.id, key: key)
    }
  }

  /// Writes what the whole file came to.
  func finish() throws {
    try database.execute(
      sql: """
        UPDATE file SET observation_count = ?, content_sha256 = ?, vintage = ? WHERE id = ?
        """,
      arguments: [count, hash.finished(), vintage?.microseconds, file]
    )
  }

  /// The values of a batch that the store does not know yet, with the clocks they are kept under.
  private mutating func merged(_ batch: SeriesBatch, into key: Int64) throws -> [Observation] {
    guard let first = batch.observations.first, let last = batch.observations.last else {
      return []
    }
    var held: [Observation] = []
    let end = last.refersTo + Duration(microseconds: 1)
    try Store.forEachRow(of: key, from: first.refersTo, to: end, in: database) { row, _ in
      held.append(row)
    }
    // A short file says nothing of when it was written: a revision in it counts as known only after
    // all that the series held before, so that no reading of the past changes.
    let known = try Int64.fetchOne(
      database,
      sql: "SELECT newest_knowable FROM series WHERE id = ? AND count > 0",
      arguments: [key]
    )
    let newest = known.map(Instant.init(microseconds:)) ?? first.knowableAt
    var merge = RevisionMerge(held: held, vintage: max(vintage ?? newest, newest))
    for observation in batch.observations { merge.add(observation) }
    addedCount += merge.addedCount
    revisedCount += merge.revisedCount
    unchangedCount += merge.unchangedCount
    return merge.fresh
  }

  private mutating func insert(
    _ observations: [Observation],
    of id: SeriesID,
    key: Int64
  ) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO series_file VALUES (?, ?)",
      arguments: [key, file]
    )
    guard let first = observations.first, let last = observations.last else { return }
    var newestKnowable = first.knowableAt
    for observation in observations {
      row.setUncheckedArguments([
        key, observation.refersTo.microseconds, observation.ordinal,
        observation.knowableAt.microseconds, observation.value.units,
        observation.value.decimals, file,
      ])
      try row.execute()
      hash.add(observation, of: id.name)
      if newestKnowable < observation.knowableAt { newestKnowable = observation.knowableAt }
    }
    count += observations.count
    try database.execute(
      sql: """
        UPDATE series SET count = count + ?1,
          first = CASE WHEN count = 0 THEN ?2 ELSE MIN(first, ?2) END,
          last = CASE WHEN count = 0 THEN ?3 ELSE MAX(last, ?3) END,
          newest_knowable = CASE WHEN count = 0 THEN ?4 ELSE MAX(newest_knowable, ?4) END
        WHERE id = ?5
        """,
      arguments: [
        observations.count, first.refersTo.microseconds, last.refersTo.microseconds,
        newestKnowable.microseconds, key,
      ]
    )
  }

  /// The key of a series; the words of a file with units replace those of one without.
  private func series(
    _ description: SeriesDescription,
    _ terms: inout TermsTable
  ) throws -> (key: Int64, isNew: Bool) {
    let known = try Row.fetchOne(
      try database.cachedStatement(sql: "SELECT id, unit FROM series WHERE name = ?"),
      arguments: [description.id.name]
    )
    if let known {
      if known[1] == CatalogueEntry.notStated, description.unit != CatalogueEntry.notStated {
        try describe(known[0], description, &terms)
      }
      return (known[0], false)
    }
    try database.cachedStatement(
      sql: "INSERT INTO series VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)"
    ).execute(arguments: [
      description.id.name, description.unit, description.period.stored, description.frequency,
      description.title, try terms.key(of: description), description.knowableBasis.rawValue,
    ])
    return (database.lastInsertedRowID, true)
  }

  private func describe(
    _ key: Int64,
    _ description: SeriesDescription,
    _ terms: inout TermsTable
  ) throws {
    try database.execute(
      sql: """
        UPDATE series SET unit = ?, period = ?, frequency = ?, title = ?, terms = ?,
          knowable_basis = ? WHERE id = ?
        """,
      arguments: [
        description.unit, description.period.stored, description.frequency, description.title,
        try terms.key(of: description), description.knowableBasis.rawValue, key,
      ]
    )
  }
}

/// The texts that series share, each kept once.
private struct TermsTable {
  private let database: Database
  private var newest: (texts: [String], key: Int64)?

  init(_ database: Database) { self.database = database }

  mutating func key(of description: SeriesDescription) throws -> Int64 {
    let texts = [
      description.source, description.licence, description.trust.rawValue, description.notes,
    ]
    if let newest, newest.texts == texts { return newest.key }
    try database.execute(
      sql: "INSERT OR IGNORE INTO terms(source, licence, trust, notes) VALUES (?, ?, ?, ?)",
      arguments: StatementArguments(texts)
    )
    let key = try Int64.fetchOne(
      database,
      sql: "SELECT id FROM terms WHERE source = ? AND licence = ? AND trust = ? AND notes = ?",
      arguments: StatementArguments(texts)
    )
    guard let key else { throw DamagedRow(detail: "terms that were just written are gone") }
    newest = (texts, key)
    return key
  }
}
