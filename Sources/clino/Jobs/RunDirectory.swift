import Glibc
import Observatory
import Reports
import Scenarios

/// A run on disk: manifest, journal, result and tables, published by one rename.
enum RunDirectory {
  /// The name of the manifest.
  static let manifestName = "manifest.json"

  /// Writes a run directory; nothing is left behind if it fails.
  ///
  /// - Throws: `UsageError` if something has that name already or the folder above does not exist.
  static func write(_ result: JobResult, to path: String) throws {
    let files = result.files()
    try write(
      files: files,
      manifest: Manifest.json(of: result.job, files: files).bytes(.indented),
      to: path
    )
  }

  /// Writes files and their manifest; nothing is left behind if it fails.
  ///
  /// - Throws: `UsageError` if something has that name already or the folder above does not exist.
  static func write(
    files: [(name: String, bytes: [UInt8])],
    manifest: [UInt8],
    to path: String
  ) throws {
    try OutputPlace.requireFree(path)
    let path = OutputPlace.trimmed(path)
    let partial = "\(path).partial-\(getpid())"
    guard unsafe mkdir(partial, 0o755) == 0, unsafe mkdir("\(partial)/tables", 0o755) == 0 else {
      throw UsageError(
        description: "--output: got \(path), expected a place that can be written to"
      )
    }
    do {
      for file in files { try AtomicFile.write(file.bytes, to: "\(partial)/\(file.name)") }
      try AtomicFile.write(manifest, to: "\(partial)/\(manifestName)")
    } catch {
      removeTree(partial, files: files.map(\.name))
      throw error
    }
    guard unsafe rename(partial, path) == 0 else {
      removeTree(partial, files: files.map(\.name))
      throw UsageError(description: "--output: \(path) could not be published")
    }
  }

  /// The bytes of a file of a run directory.
  ///
  /// - Throws: `FileError` if it cannot be read.
  static func read(_ name: String, of path: String) throws -> [UInt8] {
    try FileBytes.read("\(path)/\(name)", byteCountMax: 1 << 33)
  }

  /// Checks that a directory holds a run of a verb that another one can read.
  ///
  /// - Throws: `UsageError` that says what is there instead.
  static func requireVerb(_ verbs: [String], of path: String, for reader: String) throws {
    let expected = "expected a run directory of \(verbs.joined(separator: ", "))"
    let file = "\(path)/\(manifestName)"
    guard FileBytes.exists(file) else {
      // Where nothing is, the file that cannot be read says so.
      guard OutputPlace.isFolder(path) || FileBytes.exists(path) else { return }
      throw UsageError(
        description: "\(reader): got \(path), which has no \(manifestName), \(expected)"
      )
    }
    // A manifest that cannot be read has errors of its own, with their place.
    guard let root = try? JSONValue(parsing: try read(manifestName, of: path)),
      let verb = root["verb"]?.stringValue, !verbs.contains(verb)
    else { return }
    throw UsageError(description: "\(reader): got \(path), a run of \(verb), \(expected)")
  }

  private static func removeTree(_ path: String, files: [String]) {
    for name in files + [manifestName] { _ = unsafe unlink("\(path)/\(name)") }
    _ = unsafe rmdir("\(path)/tables")
    _ = unsafe rmdir(path)
  }
}
