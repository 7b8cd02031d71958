import GRDB
import Quantities
import Synchronization

/// The descriptions of all series, read once a state of the database.
extension Store {
  /// The index of the state that `database` sees.
  func currentIndex(_ database: Database) throws -> SeriesIndex {
    let newest = try Int64.fetchOne(database, sql: "SELECT MAX(id) FROM file") ?? 0
    if let known = index.withLock({ $0 }), known.version == newest { return known }
    let fresh = try Store.index(database, version: newest)
    index.withLock { $0 = fresh }
    return fresh
  }

  private static func index(_ database: Database, version: Int64) throws -> SeriesIndex {
    let terms = try sharedTerms(database)
    var entries: [SeriesIndex.Entry] = []
    var newestKnowable: Int64?
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT id, name, unit, period, frequency, title, terms, knowable_basis, count, first, last,
          newest_knowable FROM series ORDER BY name
        """
    )
    while let row = try rows.next() {
      let count: Int = row[8]
      entries.append(
        SeriesIndex.Entry(
          key: row[0],
          description: try description(row, terms: terms),
          first: Instant(microseconds: row[9]),
          last: Instant(microseconds: row[10]),
          count: count
        )
      )
      if count > 0 { newestKnowable = max(newestKnowable ?? .min, row[11]) }
    }
    var positions: [SeriesID: Int] = [:]
    positions.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() { positions[entry.description.id] = position }
    return SeriesIndex(
      version: version,
      newestKnowable: newestKnowable.map(Instant.init(microseconds:)),
      entries: entries,
      positions: positions,
      files: try provenances(database)
    )
  }

  private struct Terms {
    let source: String
    let licence: String
    let trust: SeriesDescription.Trust
    let notes: String
  }

  private static func sharedTerms(_ database: Database) throws -> [Int64: Terms] {
    var terms: [Int64: Terms] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT id, source, licence, trust, notes FROM terms"
    )
    while let row = try rows.next() {
      guard let trust = SeriesDescription.Trust(rawValue: row[3]) else {
        throw DamagedRow(detail: "a trust of \(row[3] as String)")
      }
      terms[row[0]] = Terms(source: row[1], licence: row[2], trust: trust, notes: row[4])
    }
    return terms
  }

  private static func description(
    _ row: Row,
    terms: [Int64: Terms]
  ) throws -> SeriesDescription {
    let name: String = row[1]
    let words = name.split(separator: "/", omittingEmptySubsequences: false)
    guard let shared = terms[row[6]], let period = SeriesPeriod(stored: row[3]),
      let basis = SeriesDescription.KnowableBasis(rawValue: row[7]),
      words.count >= 2, !words.contains(where: \.isEmpty)
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

  private static func provenances(_ database: Database) throws -> [Int64: SeriesProvenance] {
    var files: [Int64: SeriesProvenance] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, path, sha256, licence FROM file")
    while let row = try rows.next() {
      files[row[0]] = SeriesProvenance(origin: row[1], sha256: row[2], licence: row[3])
    }
    return files
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
