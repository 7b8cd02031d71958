import Glibc

/// A lock that one process holds while it reads a file, changes it and writes it back.
///
/// The lock is on `NAME.lock` beside the file and ends with the process, however that ends.
public struct FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock beside a file at once.
  ///
  /// - Throws: ``FileError/locked(path:)`` while another process holds it, or
  ///   ``FileError/unwritable(path:reason:)`` if the lock's file cannot be made.
  public init(beside path: String) throws(FileError) {
    // Safety: the C library reads the string during the call only.
    descriptor = unsafe open("\(path).lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      // Safety: `strerror` returns a string that ends with a zero byte; it is copied at once.
      throw .unwritable(path: path, reason: unsafe String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .locked(path: path)
    }
  }

  /// Gives the lock back.
  public func release() { close(descriptor) }
}
