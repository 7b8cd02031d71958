/// An address of the Internet Protocol, version 4 or 6.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// The bytes in network order: 4 or 16.
  public let bytes: [UInt8]

  /// Creates an address from its bytes, 4 or 16.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count == 4 || bytes.count == 16, "an address has 4 or 16 bytes")
    self.bytes = bytes
  }

  /// Whether this is loopback: 127.0.0.0/8 or ::1.
  public var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1]
  }

  /// Whether the address may belong to a public server.
  ///
  /// False for what the IANA special-purpose registries keep from the public net: this network,
  /// private, shared, loopback, link-local (the metadata services of clouds), documentation,
  /// benchmarking, multicast and reserved ranges, and version 4 addresses dressed as version 6. An
  /// address of a NAT64 gateway is judged by the version 4 address inside it.
  public var isPublic: Bool {
    if bytes.count == 4 { return !Self.reserved4.contains { $0.contains(bytes) } }
    let gateway = Block(prefix: [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], bits: 96)
    if gateway.contains(bytes) { return IPAddress(Array(bytes[12...])).isPublic }
    // Global unicast is 2000::/3; everything else has a special purpose.
    return bytes[0] & 0xe0 == 0x20 && !Self.reserved6.contains { $0.contains(bytes) }
  }

  /// The usual text of version 4, and all eight groups of version 6.
  public var description: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2).map {
      String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16)
    }.joined(separator: ":")
  }

  private struct Block: Sendable {
    let prefix: [UInt8]
    let bits: Int

    func contains(_ bytes: [UInt8]) -> Bool {
      for (index, expected) in prefix.enumerated() {
        let left = bits - index * 8
        guard left > 0 else { return true }
        let mask: UInt8 = left >= 8 ? 0xff : ~(0xff >> UInt8(left))
        if bytes[index] & mask != expected & mask { return false }
      }
      return true
    }
  }

  private static let reserved4: [Block] = [
    Block(prefix: [0], bits: 8), Block(prefix: [10], bits: 8),
    Block(prefix: [100, 64], bits: 10), Block(prefix: [127], bits: 8),
    Block(prefix: [169, 254], bits: 16), Block(prefix: [172, 16], bits: 12),
    Block(prefix: [192, 0, 0], bits: 24), Block(prefix: [192, 0, 2], bits: 24),
    Block(prefix: [192, 31, 196], bits: 24), Block(prefix: [192, 52, 193], bits: 24),
    Block(prefix: [192, 88, 99], bits: 24), Block(prefix: [192, 168], bits: 16),
    Block(prefix: [192, 175, 48], bits: 24), Block(prefix: [198, 18], bits: 15),
    Block(prefix: [198, 51, 100], bits: 24), Block(prefix: [203, 0, 113], bits: 24),
    Block(prefix: [224], bits: 3),
  ]

  private static let reserved6: [Block] = [
    Block(prefix: [0x20, 0x01, 0x00], bits: 23), Block(prefix: [0x20, 0x01, 0x0d, 0xb8], bits: 32),
    Block(prefix: [0x20, 0x02], bits: 16), Block(prefix: [0x3f, 0xff, 0x00], bits: 20),
  ]
}
