import Foundation

@testable import Observatory

/// An empty folder of one test, removed with the last reference to it.
final class TestFolder: Sendable {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("clino-store-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// Writes a file; folders above it are made.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
    return url.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// A new store in the folder.
  func store(_ name: String = "store.sqlite") throws -> Store {
    try Store(path: path(name), creating: true)
  }
}

extension StoredFile {
  /// A file that exists in name only, told apart by `mark`.
  static func named(_ name: String, mark: Int = 0, dataset: String = "set") -> StoredFile {
    StoredFile(
      path: name,
      sha256: Fingerprint.sha256(of: Array("\(name) \(mark)".utf8)),
      byteCount: 0,
      dataset: dataset,
      licence: "CC0-1.0",
      trust: .high
    )
  }
}

extension SeriesDescription {
  /// A daily series of a test.
  static func daily(_ name: String, unit: String = "USD") -> SeriesDescription {
    SeriesDescription(
      id: SeriesID(name),
      unit: unit,
      period: .day,
      frequency: "1d",
      title: "A test",
      source: "a test",
      licence: "CC0-1.0",
      trust: .high,
      knowableBasis: .rule
    )
  }
}
