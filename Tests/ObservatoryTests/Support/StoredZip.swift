/// A ZIP archive of one stored file, as small as the format allows.
enum StoredZip {
  static func bytes(of content: [UInt8], name: String) -> [UInt8] {
    let checksum = number(crc(content), 4)
    let size = number(UInt32(content.count), 4)
    let common = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + checksum + size + size
    let nameBytes = Array(name.utf8)
    let local =
      [0x50, 0x4b, 3, 4] + common + number(UInt32(nameBytes.count), 2) + [0, 0] + nameBytes
    let entry =
      [0x50, 0x4b, 1, 2, 20, 0] + common + number(UInt32(nameBytes.count), 2)
      + [UInt8](repeating: 0, count: 12) + number(0, 4) + nameBytes
    let start = number(UInt32(local.count + content.count), 4)
    let end =
      [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0] + number(UInt32(entry.count), 4) + start + [0, 0]
    return local + content + entry + end
  }

  private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xffff_ffff
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xedb8_8320 : register >> 1 }
    }
    return ~register
  }
}
