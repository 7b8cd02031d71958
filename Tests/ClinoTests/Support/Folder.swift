import Foundation

/// An empty folder of one test, removed with the last reference to it.
final class Folder: Sendable {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("clino-tests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// Writes a file.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: url(path))
  }

  /// The bytes of a file.
  func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: url(path))) }

  /// Every file below the folder, by its path in it.
  func files() throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return paths.sorted()
  }
}
