import Glibc
import Quantities

/// A reply kept in a file; its time of receipt is that of the file's last change.
struct RecordedReply {
  let body: [UInt8]
  let receivedAt: Instant

  /// The endings a recorded reply may have.
  static let endings = ["", ".json", ".csv", ".zip", ".jsonl"]

  /// Finds and reads a reply; nil if there is none under the name.
  init?(folder: String, name: String) {
    let paths = Self.endings.map { "\(folder)/\(name)\($0)" }
    guard let path = paths.first(where: FileBytes.exists),
      let body = try? FileBytes.read(path, byteCountMax: 1 << 28)
    else { return nil }
    var status = stat()
    // Safety: the text is read and `status` written during the call only.
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.body = body
    receivedAt = Instant(
      microseconds: Int64(status.st_mtim.tv_sec) * 1_000_000 + Int64(status.st_mtim.tv_nsec) / 1_000
    )
  }
}
