import CZlib
public import Foundation

/// The read-only data shared with the project, beside the package root; absent on most machines.
public enum SharedData {
  /// The folder: `CLINO_SHARED`, or `shared` beside the package root.
  public static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["CLINO_SHARED"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared", isDirectory: true).standardizedFileURL
  }()

  /// Whether the folder exists.
  public static var isPresent: Bool { FileManager.default.fileExists(atPath: root.path) }

  /// Where a file of the folder lies.
  public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// A file's bytes as stored.
  public static func contents(of path: String) throws -> Data { try Data(contentsOf: url(path)) }

  /// A gzip file's bytes, decompressed.
  public static func decompressed(_ path: String) throws -> [UInt8] {
    // Safety: the handle is checked and closed; the buffer outlives each read into it.
    guard let file = unsafe gzopen(url(path).path, "rb") else {
      throw CocoaError(.fileReadNoSuchFile)
    }
    defer { unsafe gzclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe gzread(file, &buffer, UInt32(buffer.count))
      guard count >= 0 else { throw CocoaError(.fileReadCorruptFile) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<Int(count)]
    }
  }
}
