import GRDB

/// The tables, and how they came to be.
extension Store {
  /// Brings the tables up to date; a newer program's store is refused.
  static func migrate(_ pool: DatabasePool, path: String) throws {
    let migrator = migrator
    let isNewer = try pool.read { try migrator.hasBeenSuperseded($0) }
    guard !isNewer else {
      throw StoreError.foreign(path: path, detail: "is a store of a newer version of clino")
    }
    let isDone = try pool.read { try migrator.hasCompletedMigrations($0) }
    if !isDone { try migrator.migrate(pool) }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 series with two clocks") { database in
      // Inside the transaction: a store is marked as ours if and only if it has its tables.
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
      try database.execute(sql: firstTables)
    }
    return migrator
  }

  private static let firstTables = """
    CREATE TABLE file(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,             -- as it was given
      name TEXT NOT NULL,             -- its last component
      dataset TEXT NOT NULL,
      sha256 TEXT NOT NULL,           -- of the stored bytes
      byte_count INTEGER NOT NULL,
      licence TEXT NOT NULL,
      trust TEXT NOT NULL,
      entry TEXT NOT NULL,            -- the catalogue's entry as JSON; empty if there is none
      vintage INTEGER,                -- the newest time of its rows: it cannot be older
      observation_count INTEGER NOT NULL,
      content_sha256 TEXT NOT NULL,   -- of its rows as stored, in the order of their key
      UNIQUE(dataset, sha256)
    ) STRICT;

    CREATE TABLE terms(               -- texts that many series share
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      licence TEXT NOT NULL,
      trust TEXT NOT NULL,
      notes TEXT NOT NULL,
      UNIQUE(source, licence, trust, notes)
    ) STRICT;

    CREATE TABLE series(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      unit TEXT NOT NULL,
      period TEXT NOT NULL,           -- instant, month, quarter, or microseconds
      frequency TEXT NOT NULL,
      title TEXT NOT NULL,
      terms INTEGER NOT NULL REFERENCES terms,
      knowable_basis TEXT NOT NULL,
      count INTEGER NOT NULL,         -- of rows, revisions included
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      newest_knowable INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE series_file(
      series INTEGER NOT NULL REFERENCES series,
      file INTEGER NOT NULL REFERENCES file,
      PRIMARY KEY(series, file)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE observation(
      series INTEGER NOT NULL REFERENCES series,
      refers_to INTEGER NOT NULL,     -- microseconds since 1970, UTC
      ordinal INTEGER NOT NULL,
      knowable_at INTEGER NOT NULL,   -- microseconds since 1970, UTC
      mantissa INTEGER NOT NULL,      -- the value is mantissa / 10^scale
      scale INTEGER NOT NULL CHECK(scale BETWEEN 0 AND 18),
      file INTEGER NOT NULL,
      PRIMARY KEY(series, refers_to, ordinal, knowable_at)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE gap(                 -- times that are known to be left out of a data set
      dataset TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY(dataset, start, stop)
    ) STRICT, WITHOUT ROWID;
    """
}
