import CZlib
import Foundation
import Testing

@testable import Observatory

/// Damaged files: each is refused whole or understood whole, and nothing else happens.
@Suite("Malformed imports", .timeLimit(.minutes(2)))
struct MalformedImportTests {
  private static let table = Array(
    #"""
    timestamp,symbol,open,close,volume_usd,note
    2024-01-01T00:00:00Z,BTC,42000.5,42100.25,1e6,"a, ""b"""
    2024-01-01T01:00:00Z,BTC,42100.25,42000.123456789012345678901,,x
    2024-01-01T00:00:00Z,ETH/USD,2200,-2210.75,null,
    2024-01-01T01:00:00.250Z,ETH/USD,2210,2215,0.00001,y

    """#.utf8
  )

  private static let catalogue = Array(
    """
    catalog: test
    data:
    - name: a
      file: a.csv
      what: 'A table: of a test'
      columns: {timestamp: 'ISO 8601 UTC, bar open', open..close: USD, '*_usd': USD}
      frequency: 1h
      sha256: \(String(repeating: "0a", count: 32))
      trust: high
      sources:
      - repository: a/b
        path: c
      held_out:
      - 2023-03-01..2023-03-31 (186 rows) only in heldout/data
    """.utf8
  )

  /// The bytes as one gzip member.
  private static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TestFolder()
    let path = folder.path("a.gz")
    // Safety: the handle is checked and closed; the bytes outlive the call.
    guard let file = unsafe gzopen(path, "wb") else { throw CocoaError(.fileWriteUnknown) }
    _ = unsafe gzwrite(file, bytes, UInt32(bytes.count))
    unsafe gzclose(file)
    return try FileBytes.read(path)
  }

  /// Imports damaged bytes; the store holds a file's rows if and only if the outcome says so.
  private static func check(_ store: Store, _ bytes: [UInt8], name: String, seed: Int) throws {
    let item = ImportItem(path: name, entry: nil)
    let countBefore = try store.verificationOfCounts()
    let source: SourceFile
    do throws(SourceError) {
      source = try SourceFile(path: name, storedBytes: bytes)
    } catch {
      // Broken compression: the importer is not even asked.
      return
    }
    let outcome = try Importer(store).run(item, source)
    let added = (outcome.insertion?.addedCount ?? 0) + (outcome.insertion?.revisedCount ?? 0)
    #expect(try store.verificationOfCounts() == countBefore + added, "seed \(seed)")
    #expect((outcome.status == .refused) == (outcome.error != nil), "seed \(seed)")
  }

  @Test("damaged tables are refused or taken whole", arguments: 0..<20)
  func tables(group: Int) throws {
    let folder = try TestFolder()
    let store = try folder.store()
    for index in 0..<100 {
      let seed = group * 100 + index
      var random = SeededBytes(seed: seed)
      try Self.check(store, random.damaged(Self.table), name: "a.csv", seed: seed)
    }
    #expect(try store.verification().isSound)
  }

  @Test("damaged gzip files are refused or taken whole", arguments: 0..<15)
  func compressed(group: Int) throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let bytes = try Self.gzip(Self.table)
    for index in 0..<100 {
      let seed = 50_000 + group * 100 + index
      var random = SeededBytes(seed: seed)
      try Self.check(store, random.damaged(bytes), name: "a.csv.gz", seed: seed)
    }
    #expect(try store.verification().isSound)
  }

  @Test("damaged catalogues are read or refused with a line", arguments: 0..<15)
  func catalogues(group: Int) {
    for index in 0..<100 {
      var random = SeededBytes(seed: 90_000 + group * 100 + index)
      do throws(ImportError) {
        let read = try Catalogue(random.damaged(Self.catalogue), path: "CATALOG.yaml")
        for entry in read.entries { #expect(!entry.name.isEmpty && entry.sha256.utf8.count == 64) }
      } catch {
        #expect(error.code == "import.catalogue")
        #expect(error.description.hasPrefix("CATALOG.yaml:"))
      }
    }
  }

  @Test("a catalogue that unfolds without end by its aliases is read in time")
  func aliases() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "data: []\n"
    #expect(throws: Never.self) { try Catalogue(Array(text.utf8), path: "CATALOG.yaml") }
  }

  @Test("a catalogue of very deep lists is refused, not followed")
  func depth() {
    let text = "data: " + String(repeating: "[", count: 20_000)
    #expect(throws: ImportError.self) { try Catalogue(Array(text.utf8), path: "CATALOG.yaml") }
  }
}

extension Store {
  /// The number of rows of all series, as the store states it.
  fileprivate func verificationOfCounts() throws(StoreError) -> Int {
    try summaries().reduce(0) { $0 + $1.count }
  }
}
