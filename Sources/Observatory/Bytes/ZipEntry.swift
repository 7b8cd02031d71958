/// The one file of a ZIP archive, in memory.
enum ZipEntry {
  private static let endSignature: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
  private static let directorySignature: [UInt8] = [0x50, 0x4b, 0x01, 0x02]
  private static let localSignature: [UInt8] = [0x50, 0x4b, 0x03, 0x04]

  /// Says whether bytes start like a ZIP archive.
  static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: localSignature) }

  /// Unpacks the only file of an archive; its checksum and length are checked.
  ///
  /// - Parameters:
  ///   - bytes: The whole archive.
  ///   - byteCountMax: The largest accepted content, a guard against decompression bombs.
  /// - Returns: The content.
  /// - Throws: ``ZipError``; an archive of several files, an encrypted one, and one in 64-bit form
  ///   are refused.
  static func only(of bytes: [UInt8], byteCountMax: Int = 1 << 28) throws(ZipError) -> [UInt8] {
    let endByteCount = 22
    guard bytes.count >= endByteCount else { throw .malformed(reason: "it is too short") }
    let lowest = max(0, bytes.count - endByteCount - 0xffff)
    let end = stride(from: bytes.count - endByteCount, through: lowest, by: -1).first {
      bytes[$0...].starts(with: endSignature)
    }
    guard let end else { throw .malformed(reason: "it has no directory") }
    guard number(bytes, end + 10, 2) == 1 else { throw .malformed(reason: "it holds not one file") }
    let entry = number(bytes, end + 16, 4)
    guard entry + 46 <= end, bytes[entry...].starts(with: directorySignature),
      number(bytes, entry + 8, 2) & 1 == 0
    else { throw .malformed(reason: "its directory cannot be read") }
    let (packed, content) = (number(bytes, entry + 20, 4), number(bytes, entry + 24, 4))
    let local = number(bytes, entry + 42, 4)
    guard local + 30 <= entry, bytes[local...].starts(with: localSignature) else {
      throw .malformed(reason: "its file is not where the directory says")
    }
    let start = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
    guard start + packed <= entry, content <= byteCountMax else {
      throw .malformed(reason: "its file is longer than it can be")
    }
    // The trailer of a gzip member is the checksum and the length of the content, as in the directory.
    let trailer = bytes[(entry + 16)..<(entry + 20)] + bytes[(entry + 24)..<(entry + 28)]
    switch number(bytes, entry + 10, 2) {
    case 8:
      return try inflated(Array(bytes[start..<(start + packed)]), Array(trailer), byteCountMax)
    case 0 where packed == content && content <= 0xffff:
      // A stored file is one stored block of deflate.
      let length = [UInt8(content & 0xff), UInt8(content >> 8)]
      let block = [0x01] + length + length.map { ~$0 } + bytes[start..<(start + packed)]
      return try inflated(block, Array(trailer), byteCountMax)
    default: throw .malformed(reason: "its file is packed in a way that is not known")
    }
  }

  private static func inflated(
    _ deflated: [UInt8],
    _ trailer: [UInt8],
    _ byteCountMax: Int
  ) throws(ZipError) -> [UInt8] {
    let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    do throws(GzipError) {
      return try Gzip.inflated(header + deflated + trailer, byteCountMax: byteCountMax)
    } catch { throw .damaged }
  }

  /// A little-endian number; zero beyond the end, which no offset check accepts.
  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    guard start >= 0, start + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }
}
