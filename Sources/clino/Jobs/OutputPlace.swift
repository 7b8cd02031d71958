import Glibc

/// Whether results can be left where the caller asked for.
enum OutputPlace {
  /// A path without the slashes at its end.
  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Checks that a run directory can be made.
  ///
  /// - Throws: `UsageError` if something has that name, or the folder above does not exist or cannot
  ///   be written to.
  static func requireFree(_ path: String) throws {
    // Safety: the C library reads the string during the call only.
    guard unsafe access(path, F_OK) != 0 else {
      throw UsageError(description: "--output: got \(path), which exists, expected a new name")
    }
    guard isWritableFolder(folder(of: trimmed(path))) else {
      throw UsageError(
        description: "--output: got \(path), expected a name in a folder that can be written to"
      )
    }
  }

  /// Checks that a file can be written.
  ///
  /// - Throws: `UsageError` if the path is a folder, or the folder above does not exist or cannot be
  ///   written to, or a file has that name and may not be replaced.
  static func requireWritable(_ path: String, isReplaced: Bool) throws {
    guard !path.isEmpty, isFileOrFree(path), isWritableFolder(folder(of: path)) else {
      throw UsageError(
        description: "--report: got \(path), expected a file in a folder that can be written to"
      )
    }
    // Safety: the C library reads the string during the call only.
    let isThere = unsafe access(path, F_OK) == 0
    guard isReplaced || !isThere else {
      throw UsageError(
        description:
          "--report: got \(path), which exists, expected a new name, or --force beside it"
      )
    }
  }

  /// Checks that files can be written into a folder.
  ///
  /// - Throws: `UsageError` if there is no such folder or it cannot be written to.
  static func requireFolder(_ path: String, option: String) throws {
    guard isWritableFolder(path) else {
      throw UsageError(
        description: "\(option): got \"\(path)\", expected a folder that can be written to"
      )
    }
  }

  /// Whether nothing has a name or a plain file, which a rename may replace; a device it may not.
  private static func isFileOrFree(_ path: String) -> Bool {
    var status = stat()
    // Safety: `status` lives for the call, which writes only inside it.
    guard unsafe stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    // Safety: `status` lives for the call, which writes only inside it.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isWritableFolder(_ path: String) -> Bool {
    guard isFolder(path) else { return false }
    // Safety: the C library reads the string during the call only.
    return unsafe access(path, W_OK | X_OK) == 0
  }
}
