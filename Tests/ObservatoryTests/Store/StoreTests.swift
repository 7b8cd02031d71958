import Foundation
import GRDB
import Quantities
import Testing

@testable import Observatory

@Suite("Store")
struct StoreTests {
  private static let start = Instant(microseconds: 1_700_000_000_000_000)

  private static func observation(
    _ day: Int64,
    _ value: Int64,
    knownAfter days: Int64 = 1,
    ordinal: Int = 0
  ) -> Observation {
    Observation(
      refersTo: start + .days(day),
      ordinal: ordinal,
      knowableAt: start + .days(day + days),
      value: ExactDecimal(units: value, decimals: 2)
    )
  }

  private static func batch(_ name: String, _ observations: [Observation]) -> SeriesBatch {
    SeriesBatch(description: .daily(name), observations: observations)
  }

  /// Batches of three series; no two values of one time share their second clock or their number,
  /// so that nothing is a duplicate.
  private static func randomBatches(seed: Int) -> [SeriesBatch] {
    var random = SeededBytes(seed: seed)
    return (0..<3).map { series in
      var observations: [Observation] = []
      var value: Int64 = 0
      for day in 0..<Int64(1 + random.index(below: 12)) where random.index(below: 5) > 0 {
        for ordinal in 0..<(1 + random.index(below: 2)) {
          var delay: Int64 = 0
          for _ in 0..<(1 + random.index(below: 4)) {
            delay += Int64(1 + random.index(below: 3))
            value += 1
            observations.append(observation(day, value, knownAfter: delay, ordinal: ordinal))
          }
        }
      }
      return batch("set/S\(series)/value", observations)
    }
  }

  @Test("reads are those of the store in memory, at any vintage and range", arguments: 0..<200)
  func equalsMemory(seed: Int) throws {
    var random = SeededBytes(seed: seed &+ 7_000)
    let batches = Self.randomBatches(seed: seed)
    let folder = try TestFolder()
    let store = try folder.store()
    // The values come in two files, shared out at random.
    for part in 0..<2 {
      var choice = SeededBytes(seed: seed)
      let share = batches.map { batch in
        SeriesBatch(
          description: batch.description,
          observations: batch.observations.filter { _ in choice.index(below: 2) == part }
        )
      }
      try store.insert(share, from: .named("part", mark: part))
    }
    let memory = MemoryStore(batches)
    for batch in batches {
      for _ in 0..<6 {
        let cut = Self.start + .days(Int64(random.index(below: 20)))
        let vintage: Vintage = random.index(below: 4) == 0 ? .latest : .asOf(cut)
        let from = Self.start + .days(Int64(random.index(below: 8)))
        let to = from + .days(Int64(random.index(below: 8)))
        let id = batch.description.id
        let whole = try store.series(id, vintage)
        let wholeExpected = try memory.series(id, vintage)
        #expect(whole?.observations == wholeExpected?.observations, "seed \(seed)")
        let part = try store.series(id, vintage, from: from, to: to)
        let expected = try memory.series(id, vintage, from: from, to: to)
        #expect(part?.observations == expected?.observations, "seed \(seed)")
      }
    }
    #expect(try store.descriptions() == memory.descriptions())
    #expect(try store.newestKnowable() == memory.newestKnowable())
    #expect(try store.verification().isSound)
  }

  @Test("the same bytes change nothing the second time")
  func idempotence() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let batches = Self.randomBatches(seed: 1)
    #expect(try !store.insert(batches, from: .named("a")).isRepeated)
    let before = try store.summaries()
    #expect(try store.insert(batches, from: .named("a")).isRepeated)
    #expect(try store.summaries() == before)
  }

  @Test("a value that is known already is not kept twice, however many decimals it has")
  func duplicates() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    try store.insert([Self.batch("set/v", [Self.observation(0, 150)])], from: .named("a"))
    let again = Observation(
      refersTo: Self.start,
      knowableAt: Self.start + .days(1),
      value: ExactDecimal(units: 15, decimals: 1)
    )
    let insertion = try store.insert([Self.batch("set/v", [again])], from: .named("b"))
    #expect(insertion.unchangedCount == 1)
    #expect(try store.summaries().map(\.count) == [1])
  }

  @Test("another value under the same second clock becomes knowable at its file's vintage")
  func assumedClock() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let id = SeriesID("set/v")
    try store.insert(
      [Self.batch("set/v", [Self.observation(0, 100), Self.observation(1, 200)])],
      from: .named("a")
    )
    let insertion = try store.insert(
      [Self.batch("set/v", [Self.observation(0, 111), Self.observation(5, 300)])],
      from: .named("b")
    )
    #expect(insertion.revisedCount == 1 && insertion.addedCount == 1)
    let vintage = Self.start + .days(6)
    let before = try store.series(id, .asOf(vintage - .seconds(1)))
    #expect(before?.observations.map(\.value.units) == [100, 200])
    let after = try store.series(id, .asOf(vintage))
    #expect(after?.observations.map(\.value.units) == [111, 200, 300])
    #expect(after?.observations.first?.knowableAt == vintage)
  }

  @Test("a short file of corrections changes no reading of the past")
  func correction() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let id = SeriesID("set/v")
    let rows = (0..<10).map { Self.observation($0, 100 + $0) }
    try store.insert([Self.batch("set/v", rows)], from: .named("a"))
    let past = try (1...9).map { try store.series(id, .asOf(Self.start + .days($0))) }
    let insertion = try store.insert(
      [Self.batch("set/v", [Self.observation(3, 999)])],
      from: .named("b")
    )
    #expect(insertion.revisedCount == 1)
    let again = try (1...9).map { try store.series(id, .asOf(Self.start + .days($0))) }
    #expect(past.map { $0?.observations } == again.map { $0?.observations })
    let latest = try store.series(id, .latest)
    #expect(latest?.observations[3].value.units == 999)
  }

  @Test("a later file can take a revision back, and the history keeps all three")
  func takenBack() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let id = SeriesID("set/v")
    for (mark, value) in [(0, 100), (1, 111), (2, 100)] {
      let last = Self.observation(Int64(mark), 1)
      let rows = mark == 0 ? [] : [last]
      try store.insert(
        [Self.batch("set/v", [Self.observation(0, Int64(value))] + rows)],
        from: .named("a", mark: mark)
      )
    }
    let values = try (1...3).map { day in
      try store.series(id, .asOf(Self.start + .days(Int64(day))))?.observations.first?.value.units
    }
    #expect(values == [100, 111, 100])
    #expect(try store.verification().isSound)
  }

  @Test("provenance names the files whose values were read")
  func provenance() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    try store.insert([Self.batch("set/v", [Self.observation(0, 1)])], from: .named("a"))
    try store.insert([Self.batch("set/v", [Self.observation(9, 2)])], from: .named("b"))
    let early = try store.series(SeriesID("set/v"), .asOf(Self.start + .days(2)))
    #expect(early?.provenance.map(\.origin) == ["a"])
    let all = try store.series(SeriesID("set/v"), .latest)
    #expect(all?.provenance.map(\.origin) == ["a", "b"])
  }

  @Test("a gap is named until a file fills it")
  func gaps() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let gap = SeriesGap(
      start: Self.start + .days(2),
      end: Self.start + .days(4),
      reason: "held out"
    )
    let outer = [Self.observation(0, 1), Self.observation(6, 2)]
    try store.insert(
      [Self.batch("set/v", outer), Self.batch("set/w", outer)],
      from: .named("a"),
      gaps: [gap]
    )
    #expect(try store.gaps(of: SeriesID("set/v")) == [gap])
    try store.insert([Self.batch("set/v", [Self.observation(3, 3)])], from: .named("b"))
    #expect(try store.gaps(of: SeriesID("set/v")).isEmpty)
    #expect(try store.gaps(of: SeriesID("set/w")) == [gap])
  }

  @Test("a second connection sees what the first wrote")
  func twoConnections() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let other = try folder.store()
    #expect(try other.descriptions().isEmpty)
    try store.insert([Self.batch("set/v", [Self.observation(0, 1)])], from: .named("a"))
    #expect(try other.series(SeriesID("set/v"), .latest)?.count == 1)
  }

  @Test("a writer that cannot get the store within its time says busy")
  func busy() throws {
    let folder = try TestFolder()
    _ = try folder.store()
    let patient = try Store(path: folder.path("store.sqlite"), busySeconds: 0.05)
    let holder = try DatabaseQueue(path: folder.path("store.sqlite"))
    try holder.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: StoreError.busy(path: folder.path("store.sqlite"))) {
        try patient.insert([Self.batch("set/v", [Self.observation(0, 1)])], from: .named("a"))
      }
      try database.execute(sql: "ROLLBACK")
    }
    try patient.insert([Self.batch("set/v", [Self.observation(0, 1)])], from: .named("a"))
  }

  @Test("a store that is not there is not made by reading")
  func absent() throws {
    let folder = try TestFolder()
    #expect(throws: StoreError.self) { try Store(path: folder.path("none.sqlite")) }
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.sqlite")))
  }

  @Test("a file that is no database is refused and left as it is")
  func noDatabase() throws {
    let folder = try TestFolder()
    let path = try folder.write(String(repeating: "prices\n", count: 1_000), to: "prices.csv")
    let error = #expect(throws: StoreError.self) { try Store(path: path, creating: true) }
    #expect(error?.code == "store.foreign")
    #expect(try FileBytes.read(path).count == 7_000)
  }

  @Test("a database of another program is refused and left as it is")
  func foreign() throws {
    let folder = try TestFolder()
    let path = folder.path("other.sqlite")
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE t(x)") }
    try other.close()
    let bytes = try FileBytes.read(path)
    let error = #expect(throws: StoreError.self) { try Store(path: path, creating: true) }
    #expect(error?.code == "store.foreign")
    #expect(try FileBytes.read(path) == bytes)
  }

  @Test("a store that was killed before it had its tables is a store")
  func unfinished() throws {
    let folder = try TestFolder()
    let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
    try queue.write { database in
      try database.execute(
        sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"
      )
    }
    try queue.close()
    #expect(try folder.store().descriptions().isEmpty)
  }

  @Test("a store of a newer version is refused")
  func newer() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    try store.pool.write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 of the future')")
    }
    let error = #expect(throws: StoreError.self) { try Store(path: folder.path("store.sqlite")) }
    #expect(error?.code == "store.foreign")
  }

  @Test(
    "verification sees a row that was changed, removed or added",
    arguments: [
      "UPDATE observation SET mantissa = mantissa + 1 WHERE ordinal = 0",
      "DELETE FROM observation WHERE refers_to = (SELECT MAX(refers_to) FROM observation)",
      "UPDATE observation SET knowable_at = knowable_at - 1",
      "UPDATE series SET count = count + 1",
      "UPDATE observation SET file = 77",
      "UPDATE file SET content_sha256 = 'x'",
    ]
  )
  func tampering(sql: String) throws {
    let folder = try TestFolder()
    let store = try folder.store()
    try store.insert(Self.randomBatches(seed: 3), from: .named("a"))
    #expect(try store.verification().isSound)
    try store.pool.write { try $0.execute(sql: sql) }
    #expect(try !store.verification().isSound)
  }

  @Test("verification sees a file that changed; one that is gone is no fault")
  func changedFile() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let path = try folder.write("date,v\n2024-01-01,1\n", to: "a.csv")
    _ = try Importer(store).run(ImportItem(path: path, entry: nil))
    #expect(try store.verification().files.map(\.origin) == [.same])
    try folder.write("date,v\n2024-01-01,2\n", to: "a.csv")
    #expect(try !store.verification().isSound)
    try FileManager.default.removeItem(atPath: path)
    #expect(try store.verification().files.map(\.origin) == [.absent])
    #expect(try store.verification().isSound)
  }

  @Test(
    "the default place follows CLINO_STORE, then XDG_DATA_HOME, then the home folder",
    arguments: [
      (["CLINO_STORE": "/a/b.sqlite", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/a/b.sqlite"),
      (["XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/clino/store.sqlite"),
      (["XDG_DATA_HOME": "x", "HOME": "/h"], "/h/.local/share/clino/store.sqlite"),
      (["HOME": "/h"], "/h/.local/share/clino/store.sqlite"),
    ]
  )
  func defaultPath(environment: [String: String], path: String) {
    #expect(Store.defaultPath(environment) == path)
  }
}
