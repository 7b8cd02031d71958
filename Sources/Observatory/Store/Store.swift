import Foundation
import GRDB
import Synchronization

/// Series on disk, in one SQLite file: every value with its two clocks, its file and its revisions.
///
/// Reads name their vintage, as everywhere. Writes are one transaction a file; a file that is in the
/// store already changes nothing. Two processes may use one store: a second writer waits five
/// seconds, then gets ``StoreError/busy(path:)``.
public final class Store: SeriesReader {
  /// The path of the database.
  public let path: String
  let pool: DatabasePool
  /// What was read of the series' descriptions, with the state of the database it was read from.
  let index = Mutex<SeriesIndex?>(nil)

  /// The number that marks a SQLite file as a store of this program: `CLIN` in ASCII.
  static let applicationID: Int32 = 0x434c_494e

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: The database.
  ///   - creating: Whether a store, and the folders above it, are made where none is.
  /// - Throws: ``StoreError/database(path:detail:)`` if nothing is there and none is to be made,
  ///   ``StoreError/foreign(path:detail:)`` if the file is something else or of a newer version,
  ///   ``StoreError/busy(path:)``.
  public convenience init(path: String, creating: Bool = false) throws(StoreError) {
    try self.init(path: path, creating: creating, busySeconds: 5)
  }

  /// Opens a store whose writers wait so many seconds for another one.
  init(path: String, creating: Bool = false, busySeconds: Double) throws(StoreError) {
    self.path = path
    let isThere = FileManager.default.fileExists(atPath: path)
    guard isThere || creating else {
      throw .database(path: path, detail: "no store is here; fill one with clino data import")
    }
    // An empty file would become a database by being opened.
    guard creating || FileManager.default.contents(atPath: path)?.isEmpty != true else {
      throw .database(
        path: path,
        detail: "an empty file is no store; fill one with clino data import"
      )
    }
    do {
      if isThere {
        try Store.refuseForeign(path, busySeconds)
      } else {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      pool = try DatabasePool(path: path, configuration: Store.configuration(busySeconds))
      try Store.migrate(pool, path: path)
    } catch {
      throw Store.error(error, path: path)
    }
  }

  /// Where the store lies when nothing is said: `CLINO_STORE`, else `clino/store.sqlite` in
  /// `XDG_DATA_HOME` or `~/.local/share`.
  ///
  /// - Parameter environment: The variables of the process.
  /// - Returns: The path.
  public static func defaultPath(_ environment: [String: String]) -> String {
    if let path = environment["CLINO_STORE"], !path.isEmpty { return path }
    // The specification of base directories has relative paths ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return "\(data)/clino/store.sqlite"
    }
    return "\(environment["HOME"] ?? "")/.local/share/clino/store.sqlite"
  }

  private static func configuration(_ busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.label = "clino.store"
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { database in
      // A power cut may lose the newest files, never a part of one: their import is repeatable.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      try database.execute(sql: "PRAGMA cache_size = -32768")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  /// Looks at a file before anything may write to it.
  ///
  /// A store whose writer was killed must be recovered before it can be read, which a reader alone
  /// may not do: only then is it opened for writing, as every program that reads SQLite does.
  private static func refuseForeign(_ path: String, _ busySeconds: Double) throws {
    var reading = Configuration()
    reading.readonly = true
    reading.busyMode = .timeout(busySeconds)
    do {
      try refuseForeign(path, reading)
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_CANTOPEN
    {
      reading.readonly = false
      try refuseForeign(path, reading)
    }
  }

  private static func refuseForeign(_ path: String, _ configuration: Configuration) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      let id = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      // A store whose first import was killed may hold the migrator's empty list and nothing else.
      let count = try Int.fetchOne(
        database,
        sql: """
          SELECT COUNT(*) FROM sqlite_schema
          WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'grdb_migrations'
          """
      )
      guard id == applicationID || (id == 0 && count == 0) else {
        throw StoreError.foreign(path: path, detail: "is a database of another program")
      }
    }
    try queue.close()
  }

  /// The store's words for an error of the database.
  static func error(_ error: any Error, path: String) -> StoreError {
    switch error {
    case let error as StoreError: return error
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
      case .SQLITE_NOTADB: return .foreign(path: path, detail: "is not a SQLite database")
      case .SQLITE_CORRUPT:
        return .damaged(path: path, detail: error.message ?? "the database is corrupt")
      default: return .database(path: path, detail: error.message ?? "\(error.resultCode)")
      }
    case let error as DamagedRow: return .damaged(path: path, detail: error.detail)
    default: return .database(path: path, detail: "\(error)")
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try pool.read(body) } catch { throw Store.error(error, path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try pool.write(body) } catch { throw Store.error(error, path: path) }
  }
}
