import Foundation
import Quantities

/// Brings files into a store: each whole, in one transaction, or not at all.
public struct Importer: Sendable {
  /// The store that is filled.
  public let store: Store
  /// Whether a file that differs from its catalogue is taken all the same.
  public let acceptsChanged: Bool

  /// Creates an importer.
  public init(_ store: Store, acceptsChanged: Bool = false) {
    self.store = store
    self.acceptsChanged = acceptsChanged
  }

  /// Imports one file.
  ///
  /// - Returns: What became of it; a file that is not understood is an outcome, not an error.
  /// - Throws: ``StoreError`` if the store cannot take it; the store is then as it was.
  /// - Complexity: O(bytes) and 1 to 2 µs a value.
  public func run(_ item: ImportItem) throws(StoreError) -> ImportOutcome {
    let source: SourceFile
    do throws(SourceError) {
      source = try SourceFile.read(item.path)
    } catch {
      return outcome(item, .refused, error: .source(error))
    }
    return try run(item, source)
  }

  /// Imports a file that is in memory already.
  func run(_ item: ImportItem, _ source: SourceFile) throws(StoreError) -> ImportOutcome {
    let sha256 = Fingerprint.sha256(of: source.storedBytes)
    if let entry = item.entry, entry.sha256 != sha256, !acceptsChanged {
      let error = ImportError.changed(file: item.path, sha256: sha256, expected: entry.sha256)
      return outcome(item, .refused, error: error)
    }
    if try store.holds(sha256: sha256, dataset: item.dataset) {
      return outcome(item, .present)
    }
    if let entry = item.entry, entry.isFeed {
      return outcome(item, .skipped, remarks: ["messages of a feed, not a table of series"])
    }
    guard item.path.hasSuffix(".csv") || item.path.hasSuffix(".csv.gz") else {
      let detail = "got a file of another kind, expected a name ending in .csv or .csv.gz"
      return outcome(item, .refused, error: .notUnderstood(file: item.path, detail: detail))
    }
    var entry = try describedEntry(item)
    let table: TableReader.Result
    let layout: TableLayout
    do throws(ImportError) {
      layout = try TableLayout(source.content, entry: entry, file: item.path)
      table = try TableReader(layout, entry: entry, file: item.path).read(source.content)
    } catch {
      return outcome(item, .refused, error: error)
    }
    entry.roles = layout.rolesByName
    let insertion = try store.insert(
      table.batches,
      from: StoredFile(
        path: item.path,
        sha256: sha256,
        byteCount: source.storedBytes.count,
        dataset: item.dataset,
        licence: entry.licence,
        trust: entry.grade,
        entry: Importer.json(entry)
      ),
      gaps: item.entry?.gaps ?? []
    )
    return outcome(
      item,
      insertion.isRepeated ? .present : .imported,
      insertion: insertion,
      remarks: remarks(layout, table, insertion, entry: entry, item: item)
    )
  }

  /// What is known of the file: from its catalogue, else from the data set's earlier files.
  ///
  /// A file that no catalogue names lends its rows the units of the data set, not its trust: a series
  /// that is known keeps its grade, one that is new has none.
  private func describedEntry(_ item: ImportItem) throws(StoreError) -> CatalogueEntry {
    let stored = try store.entry(ofDataset: item.dataset).flatMap(Importer.entry(json:))
    guard var entry = item.entry else {
      var entry = stored ?? .uncatalogued(dataset: item.dataset)
      entry.trust = SeriesDescription.Trust.notStated.rawValue
      return entry
    }
    if let stored { entry.roles = stored.roles }
    return entry
  }

  private func outcome(
    _ item: ImportItem,
    _ status: ImportOutcome.Status,
    insertion: Insertion? = nil,
    error: ImportError? = nil,
    remarks: [String] = []
  ) -> ImportOutcome {
    ImportOutcome(
      path: item.path,
      dataset: item.dataset,
      status: status,
      insertion: insertion,
      error: error,
      remarks: remarks
    )
  }

  private func remarks(
    _ layout: TableLayout,
    _ table: TableReader.Result,
    _ insertion: Insertion,
    entry: CatalogueEntry,
    item: ImportItem
  ) -> [String] {
    var remarks: [String] = []
    if item.entry == nil {
      remarks.append(
        entry.isCatalogued
          ? "no catalogue names it: units and terms are those of \(entry.name) in the store, trust is not stated"
          : "no catalogue names it: units, licence and trust are not stated"
      )
    }
    let texts = layout.indices(.text).map { layout.header[$0] }
    if !texts.isEmpty { remarks.append("text that is not kept: \(texts.joined(separator: ", "))") }
    if table.roundedCount > 0 {
      remarks.append("\(table.roundedCount) numbers rounded half to even to 17 digits, 18 decimals")
    }
    if table.tooLargeCount > 0 {
      remarks.append("\(table.tooLargeCount) numbers above 9.2e18 left out")
    }
    if insertion.revisedCount > 0 {
      remarks.append("\(insertion.revisedCount) values differ from those known: kept as revisions")
    }
    if entry.name.hasPrefix("fred_") {
      remarks.append("the copy holds its last vintage only: revised series carry hindsight")
    }
    let gaps = item.entry?.gaps ?? []
    if !gaps.isEmpty {
      let windows = gaps.map { "\($0.start.day)..\(($0.end - Duration.days(1)).day)" }
      remarks.append("left out on purpose: \(windows.joined(separator: ", "))")
    }
    return remarks
  }

  private static func json(_ entry: CatalogueEntry) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry) else {
      preconditionFailure("an entry of texts is always JSON")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func entry(json: String) -> CatalogueEntry? {
    try? JSONDecoder().decode(CatalogueEntry.self, from: Data(json.utf8))
  }
}
