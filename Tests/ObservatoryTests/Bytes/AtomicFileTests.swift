import Glibc
import Observatory
import Testing

/// A folder of one test, removed at its end.
final class TemporaryFolder: Sendable {
  let path: String

  init(_ name: String = #function) {
    let plain = name.filter { $0.isLetter }
    path = "/tmp/clino-observatory-\(getpid())-\(plain)"
    // Safety: the C library reads the string during the call only.
    _ = unsafe mkdir(path, 0o700)
  }

  deinit {
    for name in names() {
      // Safety: the C library reads the string during the call only.
      _ = unsafe remove("\(path)/\(name)")
    }
    // Safety: as above.
    _ = unsafe rmdir(path)
  }

  func names() -> [String] {
    // Safety: the stream is closed below, and each entry's name is copied before the next is read.
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { start in
        unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

@Suite("AtomicFile and FileBytes")
struct AtomicFileTests {
  @Test("what is written is read back, and nothing else is left")
  func roundTrips() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.bin"
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try AtomicFile.write(bytes, to: path)
    #expect(try FileBytes.read(path) == bytes)
    #expect(folder.names() == ["a.bin"])
  }

  @Test("an existing file is replaced whole")
  func replaces() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.txt"
    try AtomicFile.write(Array("a long first version".utf8), to: path)
    try AtomicFile.write([], to: path)
    #expect(try FileBytes.read(path).isEmpty)
    #expect(folder.names() == ["a.txt"])
  }

  @Test("a missing folder is named")
  func namesMissingFolder() {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/none/a.txt"
    #expect(throws: FileError.folderAbsent(path: path, folder: "\(folder.path)/none")) {
      try AtomicFile.write([1], to: path)
    }
  }

  @Test("a folder is neither read nor written as a file")
  func refusesFolders() {
    let folder = TemporaryFolder()
    #expect(throws: FileError.isDirectory(path: folder.path)) { try FileBytes.read(folder.path) }
    #expect(throws: FileError.isDirectory(path: folder.path)) {
      try AtomicFile.write([1], to: folder.path)
    }
  }

  @Test("an absent file and one above the limit are refused")
  func refusesAbsentAndLarge() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a.txt"
    #expect(throws: FileError.absent(path: path)) { try FileBytes.read(path) }
    #expect(!FileBytes.exists(path))
    try AtomicFile.write([1, 2, 3], to: path)
    #expect(FileBytes.exists(path))
    #expect(try FileBytes.read(path, byteCountMax: 3).count == 3)
    #expect(throws: FileError.tooLarge(path: path, byteCount: 3, byteCountMax: 2)) {
      try FileBytes.read(path, byteCountMax: 2)
    }
  }

  @Test("a device without end stops at the limit")
  func stopsAtLimit() {
    #expect(throws: FileError.self) { try FileBytes.read("/dev/zero", byteCountMax: 1_000_000) }
  }
}
