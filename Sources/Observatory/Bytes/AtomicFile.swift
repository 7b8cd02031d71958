import Glibc

/// Writing a file so that readers see the old one or the whole new one, never a part.
///
/// The bytes go to a file beside the target, reach the disk, and take the target's name in one
/// step. A crash leaves the target as it was and at most one `.name.partial-…` file beside it.
public enum AtomicFile {
  /// Writes `bytes` to `path`, replacing what was there.
  ///
  /// - Parameters:
  ///   - bytes: The whole new content.
  ///   - path: The target; its folder must exist.
  /// - Throws: ``FileError/folderAbsent(path:folder:)`` if the folder does not exist,
  ///   ``FileError/isDirectory(path:)`` if the target is one,
  ///   ``FileError/unwritable(path:reason:)`` if the system refuses.
  /// - Complexity: O(bytes); two flushes to the disk.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let (folder, name) = split(path)
    guard isDirectory(folder) else { throw .folderAbsent(path: path, folder: folder) }
    guard !isDirectory(path) && !name.isEmpty else { throw .isDirectory(path: path) }

    let (descriptor, partial) = try createPartial(folder: folder, name: name, path: path)
    do throws(FileError) {
      do throws(FileError) {
        try append(bytes, to: descriptor, path: path)
        guard fsync(descriptor) == 0 else { throw unwritable(path) }
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw unwritable(path) }
      // Safety: the C library reads both strings during the call only.
      guard unsafe rename(partial, path) == 0 else { throw unwritable(path) }
    } catch {
      // Safety: the C library reads the string during the call only.
      unsafe unlink(partial)
      throw error
    }
    flushFolder(folder)
  }

  /// The folder and the last component of a path; the folder of a bare name is `.`.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    // Safety: `status` lives for the call, which writes only inside it.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Creates a new file beside the target; two writers of one target never share it.
  private static func createPartial(
    folder: String,
    name: String,
    path: String
  ) throws(FileError) -> (descriptor: Int32, partial: String) {
    for attempt in 0..<1_000 {
      let partial = "\(folder)/.\(name).partial-\(getpid())-\(attempt)"
      // Safety: the C library reads the string during the call only.
      let descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 { return (descriptor, partial) }
      guard errno == EEXIST else { throw unwritable(path) }
    }
    throw .unwritable(path: path, reason: "1000 partial files lie beside it")
  }

  private static func append(
    _ bytes: [UInt8],
    to descriptor: Int32,
    path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let start = written
      // Safety: the pointer and count stay inside `bytes`, which lives for the call.
      let accepted = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor,
          buffer.baseAddress?.advanced(by: start),
          buffer.count - start
        )
      }
      if accepted < 0 && errno == EINTR { continue }
      guard accepted >= 0 else { throw unwritable(path) }
      written += accepted
    }
  }

  /// Makes the new name durable.
  ///
  /// The content is safe already, so a refusal is not an error: some file systems do not flush
  /// folders.
  private static func flushFolder(_ folder: String) {
    // Safety: the C library reads the string during the call only.
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func unwritable(_ path: String) -> FileError {
    .unwritable(path: path, reason: lastSystemMessage())
  }
}
