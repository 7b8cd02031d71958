import Glibc

/// The shared read-only data beside the project, or where `CLINO_SHARED` points.
enum SharedData {
  static let remark: String = "the shared data folder is absent; set CLINO_SHARED to its path"

  static let folder: String = {
    // Safety: the environment is not changed by these tests, and the text is copied at once.
    if let named = unsafe getenv("CLINO_SHARED") { return unsafe String(cString: named) }
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(package)/../shared"
  }()

  static var isPresent: Bool { exists("data/CATALOG.yaml") }

  static func path(_ name: String) -> String { "\(folder)/\(name)" }

  static func exists(_ name: String) -> Bool {
    // Safety: the C library reads the string during the call only.
    unsafe access(path(name), R_OK) == 0
  }
}
