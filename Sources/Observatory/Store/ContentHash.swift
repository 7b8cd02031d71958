import Crypto
import Quantities

/// SHA-256 over the rows of one file as stored, in the order of their key.
struct ContentHash {
  private var hash = SHA256()
  private var buffer: [UInt8] = []
  private var series: String?

  init() { buffer.reserveCapacity(1 << 16) }

  /// Adds a row; the name of its series goes before the first row of it.
  mutating func add(_ observation: Observation, of name: String) {
    if series != name {
      buffer.append(contentsOf: name.utf8)
      buffer.append(0)
      series = name
    }
    append(observation.refersTo.microseconds)
    append(Int64(observation.ordinal))
    append(observation.knowableAt.microseconds)
    append(observation.value.units)
    buffer.append(UInt8(observation.value.decimals))
    if buffer.count > 1 << 15 { flush() }
  }

  /// The hash of all rows added, lower-case hexadecimal.
  func finished() -> String {
    var last = hash
    last.update(data: buffer)
    return last.finalize().hexadecimal
  }

  private mutating func append(_ value: Int64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      buffer.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private mutating func flush() {
    hash.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension Sequence<UInt8> {
  /// Two lower-case hexadecimal digits a byte.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// The fingerprint of some bytes.
enum Fingerprint {
  /// SHA-256, lower-case hexadecimal.
  static func sha256(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }
}
