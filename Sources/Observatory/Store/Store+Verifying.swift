import GRDB
import Quantities

/// Recomputing every hash.
extension Store {
  /// Reads every row and every file that is still there, and compares their hashes with those kept.
  ///
  /// - Returns: What was found; a file that is gone is no fault, one that changed is.
  /// - Complexity: O(rows), about 2 million a second, and the size of the files.
  public func verification() throws(StoreError) -> StoreVerification {
    let (files, contents, faults) = try read { database in
      let contents = try Store.contents(database)
      return (
        try Row.fetchAll(
          database,
          sql: """
            SELECT id, path, dataset, sha256, observation_count, content_sha256 FROM file
            ORDER BY id
            """
        ), contents, try Store.faults(database, contents: contents)
      )
    }
    let rows = files.map { row in
      let content = contents.files[row[0]] ?? FileContent()
      return StoreVerification.File(
        path: row[1],
        dataset: row[2],
        sha256: row[3],
        origin: Store.origin(path: row[1], sha256: row[3]),
        count: content.count,
        isContentEqual: content.count == row[4] && content.hash.finished() == row[5]
      )
    }
    return StoreVerification(files: rows, faults: faults)
  }

  private struct FileContent {
    var hash = ContentHash()
    var count = 0
  }

  private struct SeriesContent: Equatable {
    var count = 0
    var first: Int64 = 0
    var last: Int64 = 0
    var newestKnowable: Int64 = 0

    mutating func add(_ row: Observation) {
      if count == 0 { first = row.refersTo.microseconds }
      last = row.refersTo.microseconds
      let knowable = row.knowableAt.microseconds
      newestKnowable = count == 0 ? knowable : max(newestKnowable, knowable)
      count += 1
    }
  }

  private struct Contents {
    var files: [Int64: FileContent] = [:]
    var series: [Int64: SeriesContent] = [:]
    var faults: [String] = []
  }

  /// One pass over all rows in the order of their key.
  private static func contents(_ database: Database) throws -> Contents {
    var contents = Contents()
    let names = try Row.fetchAll(database, sql: "SELECT id, name FROM series ORDER BY id")
    for row in names {
      let key: Int64 = row[0]
      let name: String = row[1]
      var series = SeriesContent()
      // Rows of one file mostly lie together: its hash is taken out of the table while they last.
      var file: (key: Int64, content: FileContent)?
      try forEachRow(of: key, from: nil, to: nil, in: database) { row, owner in
        series.add(row)
        if let last = file, last.key != owner {
          contents.files[last.key] = last.content
          file = nil
        }
        var content = file?.content ?? contents.files.removeValue(forKey: owner) ?? FileContent()
        file = nil
        content.hash.add(row, of: name)
        content.count += 1
        file = (owner, content)
      }
      if let file { contents.files[file.key] = file.content }
      contents.series[key] = series
    }
    return contents
  }

  private static func faults(_ database: Database, contents: Contents) throws -> [String] {
    var faults: [String] = []
    for line in try String.fetchAll(database, sql: "PRAGMA quick_check(10)") where line != "ok" {
      faults.append(line)
    }
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT id, name, count, first, last, newest_knowable FROM series ORDER BY id"
    )
    for row in rows {
      let stated = SeriesContent(
        count: row[2],
        first: row[3],
        last: row[4],
        newestKnowable: row[5]
      )
      if contents.series[row[0]] != stated {
        faults.append("\(row[1] as String): its count or times are not those of its rows")
      }
    }
    let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM observation") ?? 0
    let ownedCount = contents.series.values.reduce(0) { $0 + $1.count }
    if count != ownedCount { faults.append("\(count - ownedCount) rows belong to no series") }
    let known = Set(try Int64.fetchAll(database, sql: "SELECT id FROM file"))
    for key in contents.files.keys.sorted() where !known.contains(key) {
      faults.append("rows belong to file \(key), which is not there")
    }
    return faults
  }

  private static func origin(path: String, sha256: String) -> StoreVerification.File.Origin {
    guard FileBytes.exists(path), let bytes = try? FileBytes.read(path) else { return .absent }
    return Fingerprint.sha256(of: bytes) == sha256 ? .same : .changed
  }
}
