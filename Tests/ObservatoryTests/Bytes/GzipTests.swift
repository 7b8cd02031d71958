import Observatory
import Testing

@Suite("Gzip")
struct GzipTests {
  static let content = Array("time,price\n2024-08-04,58161.00\n".utf8)
  static let member: [UInt8] = [
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2b, 0xc9,
    0xcc, 0x4d, 0xd5, 0x29, 0x28, 0xca, 0x4c, 0x4e, 0xe5, 0x32, 0x32, 0x30,
    0x32, 0xd1, 0x35, 0xb0, 0xd0, 0x35, 0x30, 0xd1, 0x31, 0xb5, 0x30, 0x34,
    0x33, 0xd4, 0x33, 0x30, 0xe0, 0x02, 0x00, 0xf6, 0xdb, 0x56, 0x57, 0x1f,
    0x00, 0x00, 0x00,
  ]

  @Test("a stream inflates to its content")
  func inflates() throws {
    #expect(try Gzip.inflated(Self.member) == Self.content)
    #expect(Gzip.isCompressed(Self.member))
    #expect(!Gzip.isCompressed(Self.content))
  }

  @Test("members that follow each other are one content")
  func joinsMembers() throws {
    #expect(try Gzip.inflated(Self.member + Self.member) == Self.content + Self.content)
  }

  @Test("a stream cut anywhere is refused", arguments: 0..<GzipTests.member.count)
  func refusesTruncation(count: Int) {
    #expect(throws: GzipError.truncated) { try Gzip.inflated(Array(Self.member[..<count])) }
  }

  @Test("a second member cut anywhere is refused")
  func refusesTruncatedSecondMember() {
    for count in 2..<Self.member.count {
      #expect(throws: GzipError.truncated) {
        try Gzip.inflated(Self.member + Self.member[..<count])
      }
    }
  }

  @Test("a changed checksum is refused")
  func refusesDamage() {
    var bytes = Self.member
    bytes[bytes.count - 6] ^= 1
    #expect(throws: GzipError.damaged(reason: "incorrect data check")) {
      try Gzip.inflated(bytes)
    }
  }

  @Test("bytes after the last member are refused")
  func refusesTrailingBytes() {
    #expect(throws: GzipError.trailingBytes(count: 3)) {
      try Gzip.inflated(Self.member + [0, 0, 0])
    }
  }

  @Test("content above the limit is refused, at the limit accepted")
  func keepsLimit() throws {
    let count = Self.content.count
    #expect(try Gzip.inflated(Self.member, byteCountMax: count).count == count)
    #expect(throws: GzipError.tooLarge(byteCountMax: count - 1)) {
      try Gzip.inflated(Self.member, byteCountMax: count - 1)
    }
  }
}
