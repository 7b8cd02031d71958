/// The bytes of a scanned JSON text and what stands where in them: what the nodes of one document share.
final class JSONText: Sendable {
  let bytes: [UInt8]
  let entries: [JSONEntry]

  init(bytes: [UInt8], entries: [JSONEntry]) {
    self.bytes = bytes
    self.entries = entries
  }
}
