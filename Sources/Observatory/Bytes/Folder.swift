import Glibc

/// Folders on disk.
public enum Folder {
  /// Makes the folder that a path lies in, and those above it, where they do not exist.
  ///
  /// - Throws: ``FileError/unwritable(path:reason:)`` if the system refuses.
  public static func make(containing path: String) throws(FileError) {
    let folder = AtomicFile.split(path).folder
    var prefix = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      prefix += prefix.isEmpty || prefix == "/" ? String(part) : "/\(part)"
      // Safety: the C library reads the string during the call only.
      guard unsafe mkdir(prefix, 0o755) == 0 || errno == EEXIST else {
        // Safety: `strerror` returns a string that ends with a zero byte; it is copied at once.
        throw .unwritable(path: path, reason: unsafe String(cString: strerror(errno)))
      }
    }
  }
}
