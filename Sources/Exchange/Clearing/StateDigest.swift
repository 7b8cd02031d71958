import Quantities

/// The 64-bit FNV-1a hash of a sequence of integers, each as eight bytes, least significant first.
///
/// It does not depend on the process, the platform or the order of any container.
public struct StateDigest: Hashable, Sendable {
  /// The hash so far.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Creates the digest of nothing.
  public init() {}

  /// Adds an integer.
  public mutating func combine(_ number: Int64) {
    var bits = UInt64(bitPattern: number)
    for _ in 0..<8 {
      value = (value ^ (bits & 0xff)) &* 0x100_0000_01b3
      bits >>= 8
    }
  }

  /// Adds bytes.
  public mutating func combine(bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}

extension ClearingHouse {
  /// Adds every balance and position, in the order of the account numbers.
  public func combine(into digest: inout StateDigest) {
    for account in accounts {
      digest.combine(Int64(account.id))
      for wallet in account.wallets { digest.combine(wallet.units) }
      for position in account.positions {
        digest.combine(position.size.units)
        digest.combine(position.entryValue.units)
        digest.combine(position.isolatedMargin.units)
        digest.combine(position.isIsolated ? 1 : 0)
      }
    }
  }
}
