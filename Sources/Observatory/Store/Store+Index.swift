import GRDB
import Quantities
import Synchronization

/// The descriptions of all series, read once a state of the database.
extension Store {
  /// What is known of one series: from the index if it is there, else from its row alone.
  func entry(of id: SeriesID, in database: Database) throws -> SeriesIndex.Entry? {
    let newest = try Store.newestFile(database)
    if let known = index.withLock({ $0 }), known.version == newest {
      return known.positions[id].map { known.entries[$0] }
    }
    let row = try Row.fetchOne(
      try database.cachedStatement(sql: "\(Store.entryQuery) WHERE name = ?"),
      arguments: [id.name]
    )
    guard let row else { return nil }
    return try Store.entry(row, terms: try Store.sharedTerms(database, only: row[6]))
  }

  /// The file or reply behind a key.
  static func provenance(of file: Int64, in database: Database) throws -> SeriesProvenance {
    let row = try Row.fetchOne(
      try database.cachedStatement(sql: "SELECT path, sha256, licence FROM file WHERE id = ?"),
      arguments: [file]
    )
    guard let row else { throw DamagedRow(detail: "rows of file \(file), which is not there") }
    return SeriesProvenance(origin: row[0], sha256: row[1], licence: row[2])
  }

  private static func newestFile(_ database: Database) throws -> Int64 {
    let statement = try database.cachedStatement(sql: "SELECT MAX(id) FROM file")
    return try Int64.fetchOne(statement) ?? 0
  }

  private static let entryQuery = """
    SELECT id, name, unit, period, frequency, title, terms, knowable_basis, count, first, last,
      newest_knowable FROM series
    """

  /// The index of the state that `database` sees.
  func currentIndex(_ database: Database) throws -> SeriesIndex {
    let newest = try Store.newestFile(database)
    if let known = index.withLock({ $0 }), known.version == newest { return known }
    let fresh = try Store.index(database, version: newest)
    index.withLock { $0 = fresh }
    return fresh
  }

  private static func index(_ database: Database, version: Int64) throws -> SeriesIndex {
    let terms = try sharedTerms(database)
    var entries: [SeriesIndex.Entry] = []
    var newestKnowable: Int64?
    let rows = try Row.fetchCursor(database, sql: "\(entryQuery) ORDER BY name")
    while let row = try rows.next() {
      let entry = try entry(row, terms: terms)
      entries.append(entry)
      if entry.count > 0 { newestKnowable = max(newestKnowable ?? .min, row[11]) }
    }
    var positions: [SeriesID: Int] = [:]
    positions.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() { positions[entry.description.id] = position }
    return SeriesIndex(
      version: version,
      newestKnowable: newestKnowable.map(Instant.init(microseconds:)),
      entries: entries,
      positions: positions
    )
  }

  private static func entry(_ row: Row, terms: [Int64: Terms]) throws -> SeriesIndex.Entry {
    SeriesIndex.Entry(
      key: row[0],
      description: try description(row, terms: terms),
      first: Instant(microseconds: row[9]),
      last: Instant(microseconds: row[10]),
      count: row[8]
    )
  }

  private struct Terms {
    let source: String
    let licence: String
    let trust: SeriesDescription.Trust
    let notes: String
  }

  /// The texts that series share; `only` those of one key where it is given.
  private static func sharedTerms(
    _ database: Database,
    only key: Int64? = nil
  ) throws -> [Int64: Terms] {
    var terms: [Int64: Terms] = [:]
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: "SELECT id, source, licence, trust, notes FROM terms WHERE id = ?1 OR ?1 IS NULL"
      ),
      arguments: [key]
    )
    while let row = try rows.next() {
      guard let trust = SeriesDescription.Trust(rawValue: row[3]) else {
        throw DamagedRow(detail: "a trust of \(row[3] as String)")
      }
      terms[row[0]] = Terms(source: row[1], licence: row[2], trust: trust, notes: row[4])
    }
    return terms
  }

  /// Whether a text is two or more words joined by slashes.
  private static func isName(_ text: String) -> Bool {
    var slashes = 0
    var previous = UInt8(ascii: "/")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/") {
        guard previous != byte else { return false }
        slashes += 1
      }
      previous = byte
    }
    return slashes > 0 && previous != UInt8(ascii: "/")
  }

  private static func description(
    _ row: Row,
    terms: [Int64: Terms]
  ) throws -> SeriesDescription {
    let name: String = row[1]
    guard let shared = terms[row[6]], let period = SeriesPeriod(stored: row[3]),
      let basis = SeriesDescription.KnowableBasis(rawValue: row[7]),
      isName(name)
    else { throw DamagedRow(detail: "the description of \(name)") }
    return SeriesDescription(
      id: SeriesID(name),
      unit: row[2],
      period: period,
      frequency: row[4],
      title: row[5],
      source: shared.source,
      licence: shared.licence,
      trust: shared.trust,
      knowableBasis: basis,
      notes: shared.notes
    )
  }
}

extension SeriesPeriod {
  /// The period as a column holds it: a word, or a length in microseconds.
  init?(stored text: String) {
    switch text {
    case "instant": self = .instant
    case "month": self = .month
    case "quarter": self = .quarter
    default:
      guard let length = Int64(text), length > 0 else { return nil }
      self = .fixed(Duration(microseconds: length))
    }
  }

  /// The inverse of ``init(stored:)``.
  var stored: String {
    switch self {
    case .instant: "instant"
    case .month: "month"
    case .quarter: "quarter"
    case .fixed(let length): "\(length.microseconds)"
    }
  }
}
