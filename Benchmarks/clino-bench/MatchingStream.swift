import ArgumentParser
import Foundation

/// An order stream in memory: a header and 16 bytes per message, little-endian.
struct MatchingStream {
  /// One message of the stream.
  struct Message {
    /// 0 a resting limit order, 1 a cancel, 2 an immediate-or-cancel order.
    let kind: UInt8
    let side: UInt8
    let account: UInt16
    let id: UInt32
    let price: UInt32
    let quantity: UInt32
  }

  let messages: [Message]

  /// Reads a whole file.
  init(path: String) throws {
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw ValidationError("--stream: got \(path), expected a readable file")
    }
    let bytes = [UInt8](contents)
    guard bytes.count >= 24, bytes.prefix(8).elementsEqual("ORDSTRM1".utf8) else {
      throw ValidationError("\(path): got another format, expected an order stream (ORDSTRM1)")
    }
    let count = (bytes.count - 24) / 16
    guard Self.word(bytes, at: 8, byteCount: 8) == count, bytes.count == 24 + count * 16 else {
      throw ValidationError("\(path): got \(bytes.count) bytes, expected 24 + 16 per message")
    }
    messages = (0..<count).map { place in
      let offset = 24 + place * 16
      return Message(
        kind: bytes[offset],
        side: bytes[offset + 1],
        account: UInt16(Self.word(bytes, at: offset + 2, byteCount: 2)),
        id: UInt32(Self.word(bytes, at: offset + 4, byteCount: 4)),
        price: UInt32(Self.word(bytes, at: offset + 8, byteCount: 4)),
        quantity: UInt32(Self.word(bytes, at: offset + 12, byteCount: 4))
      )
    }
  }

  /// A little-endian unsigned integer.
  private static func word(_ bytes: [UInt8], at offset: Int, byteCount: Int) -> UInt64 {
    (0..<byteCount).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }
}
