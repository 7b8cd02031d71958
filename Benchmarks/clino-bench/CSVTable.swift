import Observatory
import Statistics

/// Tables for the scan.
enum CSVTable {
  /// Bars of a price as venues publish them: a time, four prices with two decimals, two volumes with five
  /// and eight.
  static func bars(byteCount: Int) -> [UInt8] {
    var stream = Stream(seed: 1, run: 0, purpose: Purpose(room: 1, index: 0))
    var bytes = Array("timestamp,open,high,low,close,volume,quote_volume\n".utf8)
    bytes.reserveCapacity(byteCount + 200)
    var time = 1_600_000_000
    while bytes.count < byteCount {
      append(time, decimals: 0, to: &bytes)
      for _ in 0..<4 {
        bytes.append(UInt8(ascii: ","))
        append(2_000_000 + Int(stream.nextInteger(below: 8_000_000)), decimals: 2, to: &bytes)
      }
      bytes.append(UInt8(ascii: ","))
      append(Int(stream.nextInteger(below: 100_000_000)), decimals: 5, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      append(Int(stream.nextInteger(below: 1 << 50)), decimals: 8, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
      time += 60
    }
    return bytes
  }

  /// A file's bytes, decompressed if it is stored with gzip.
  static func bytes(ofFileAt path: String) throws -> [UInt8] {
    try SourceFile.read(path).content
  }

  private static func append(_ units: Int, decimals: Int, to bytes: inout [UInt8]) {
    let number = ExactDecimal(units: Int64(units), decimals: decimals)
    bytes.append(contentsOf: number.description.utf8)
  }
}
