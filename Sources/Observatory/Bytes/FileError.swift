/// Why a file could not be read or written.
///
/// The description is one line for a person and starts with the path; ``code`` is stable.
public enum FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing exists at the path.
  case absent(path: String)
  /// The path names a directory where a file is needed.
  case isDirectory(path: String)
  /// The file exists and the system refused to read it, for the reason it gave.
  case unreadable(path: String, reason: String)
  /// The file holds more bytes than the caller accepts.
  case tooLarge(path: String, byteCount: Int, byteCountMax: Int)
  /// The folder that should hold the new file does not exist.
  case folderAbsent(path: String, folder: String)
  /// Another process is writing the file.
  case locked(path: String)
  /// The system refused to write the file, for the reason it gave.
  case unwritable(path: String, reason: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .absent: "file.absent"
    case .isDirectory: "file.is_directory"
    case .unreadable: "file.unreadable"
    case .tooLarge: "file.too_large"
    case .folderAbsent: "file.folder_absent"
    case .locked: "file.locked"
    case .unwritable: "file.unwritable"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .absent(let path): "\(path): no such file"
    case .isDirectory(let path): "\(path): is a folder, expected a file"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .tooLarge(let path, let byteCount, let byteCountMax):
      "\(path): holds \(byteCount) bytes, at most \(byteCountMax) are accepted"
    case .folderAbsent(let path, let folder):
      "\(path): cannot be written: the folder \(folder) does not exist"
    case .locked(let path): "\(path): another process is writing it; run the command again"
    case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
    }
  }
}
