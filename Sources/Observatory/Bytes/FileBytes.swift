import Glibc

/// The bytes of a file, read whole.
///
/// The room's only door to reading files; it uses the C library directly so that readers start
/// without Foundation.
public enum FileBytes {
  /// The largest file read when the caller states no limit: 1 GiB.
  public static let byteCountMaxDefault = 1 << 30

  /// Reads a file whole.
  ///
  /// - Parameters:
  ///   - path: Absolute, or relative to the working folder.
  ///   - byteCountMax: The largest accepted size, bytes.
  /// - Returns: The bytes of the file.
  /// - Throws: ``FileError`` if nothing is there, it is a directory, it is larger than
  ///   `byteCountMax`, or the system refuses.
  /// - Complexity: O(bytes).
  public static func read(
    _ path: String,
    byteCountMax: Int = byteCountMaxDefault
  ) throws(FileError) -> [UInt8] {
    // Safety: the C library reads the string during the call only.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openingFailure(path) }
    defer { close(descriptor) }

    var status = stat()
    // Safety: `status` lives for the call, which writes only inside it.
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: lastSystemMessage())
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(path: path) }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(status.st_size), byteCountMax) + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      // Safety: the buffer is as long as the count given, and lives for the call.
      let received = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if received < 0 && errno == EINTR { continue }
      guard received >= 0 else { throw .unreadable(path: path, reason: lastSystemMessage()) }
      guard received > 0 else { return bytes }
      guard bytes.count + received <= byteCountMax else {
        throw .tooLarge(
          path: path,
          byteCount: max(Int(status.st_size), bytes.count + received),
          byteCountMax: byteCountMax
        )
      }
      bytes.append(contentsOf: chunk[..<received])
    }
  }

  /// Says whether a path names something that is not a directory.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    // Safety: `status` lives for the call, which writes only inside it.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func openingFailure(_ path: String) -> FileError {
    switch errno {
    case ENOENT, ENOTDIR: .absent(path: path)
    case EISDIR: .isDirectory(path: path)
    default: .unreadable(path: path, reason: lastSystemMessage())
    }
  }
}

/// The C library's words for the last failed call, for example `Permission denied`.
func lastSystemMessage() -> String {
  let number = errno
  // Safety: `strerror` returns a terminated string that is copied before any other call.
  return unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
}
