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
  let largestID: Int

  /// Reads a whole file.
  init(path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ValidationError("--stream: got \(path), expected a readable file")
    }
    guard bytes.count >= 24, bytes.prefix(8).elementsEqual("ORDSTRM1".utf8) else {
      throw ValidationError("\(path): got another format, expected an order stream (ORDSTRM1)")
    }
    let body = bytes.count - 24
    self = try bytes.withUnsafeBytes { raw throws -> MatchingStream in
      // Safety: every load stays inside the file's bytes, whose count was checked.
      let count = unsafe Int(
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
      let largest = unsafe Int(
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 20, as: UInt32.self))
      )
      guard count >= 0, count == body / 16, body % 16 == 0 else {
        throw ValidationError("\(path): got \(body) bytes of messages, expected \(count) x 16")
      }
      var messages: [Message] = []
      messages.reserveCapacity(count)
      for place in 0..<count {
        let offset = 24 + place * 16
        messages.append(
          unsafe Message(
            kind: raw[offset],
            side: raw[offset + 1],
            account: UInt16(
              littleEndian: raw.loadUnaligned(fromByteOffset: offset + 2, as: UInt16.self)
            ),
            id: UInt32(
              littleEndian: raw.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
            ),
            price: UInt32(
              littleEndian: raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt32.self)
            ),
            quantity: UInt32(
              littleEndian: raw.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self)
            )
          )
        )
      }
      return MatchingStream(messages: messages, largestID: largest)
    }
  }

  private init(messages: [Message], largestID: Int) {
    self.messages = messages
    self.largestID = largestID
  }
}
