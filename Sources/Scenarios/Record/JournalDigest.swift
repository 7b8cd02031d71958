import Crypto

/// The fingerprint of the journals of an ensemble, taken in the order of the runs.
public struct JournalDigest: Hashable, Sendable {
  /// SHA-256 of all lines, lower-case hexadecimal: what `sha256sum journal.jsonl` prints.
  public let sha256: String
  /// The number of lines.
  public let entryCount: Int

  /// The digest of journals in the order given.
  public init(of journals: some Sequence<RunJournal>) {
    var hash = SHA256()
    var count = 0
    for journal in journals {
      hash.update(data: journal.bytes)
      count += journal.entryCount
    }
    sha256 = hash.finalize().hexadecimal
    entryCount = count
  }

  /// SHA-256 of some bytes, lower-case hexadecimal.
  public static func sha256(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).hexadecimal
  }
}

extension Sequence<UInt8> {
  /// Two lower-case hexadecimal digits a byte.
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
