/// The counter-based generator Philox4x64 with ten rounds.
///
/// A block of four words is a pure function of a counter and a key, so any draw of a run can be
/// computed without the draws before it. The function is that of Random123 and of NumPy's `Philox`
/// (which advances the counter by one before its first block).
///
///     Philox4x64(key: [42, 7]).block(at: [3, 20, 11, 2])[0]  // 0x6a2c424908d551eb
///
/// Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3".
public struct Philox4x64: Hashable, Sendable {
  /// The two words of the key.
  public let key: SIMD2<UInt64>

  /// Creates the generator of one key.
  ///
  /// - Parameter key: Any two words; different keys give unrelated functions.
  public init(key: SIMD2<UInt64>) {
    self.key = key
  }

  /// The four words at a counter.
  ///
  /// - Parameter counter: Any four words.
  /// - Returns: Four words, uniform on all 64-bit values.
  /// - Complexity: O(1); twenty full-width products.
  public func block(at counter: SIMD4<UInt64>) -> SIMD4<UInt64> {
    let words = Self.words(
      counter[0],
      counter[1],
      counter[2],
      counter[3],
      key[0],
      key[1]
    )
    return SIMD4(words[0], words[1], words[2], words[3])
  }

  /// The block function on scalars, which keeps the words in registers.
  @inline(__always)
  static func words(
    _ counter0: UInt64,
    _ counter1: UInt64,
    _ counter2: UInt64,
    _ counter3: UInt64,
    _ key0: UInt64,
    _ key1: UInt64
  ) -> [4 of UInt64] {
    var (x0, x1, x2, x3) = (counter0, counter1, counter2, counter3)
    var (k0, k1) = (key0, key1)
    for _ in 0..<10 {
      let (high0, low0) = multiplier0.multipliedFullWidth(by: x0)
      let (high1, low1) = multiplier1.multipliedFullWidth(by: x2)
      (x0, x1, x2, x3) = (high1 ^ x1 ^ k0, low1, high0 ^ x3 ^ k1, low0)
      // The key schedule is a Weyl sequence: addition modulo 2^64 is its definition.
      k0 &+= weyl0
      k1 &+= weyl1
    }
    return [x0, x1, x2, x3]
  }

  private static var multiplier0: UInt64 { 0xD2E7_470E_E14C_6C93 }
  private static var multiplier1: UInt64 { 0xCA5A_8263_9512_1157 }
  /// The golden ratio and √3 − 1 as 64-bit fractions.
  private static var weyl0: UInt64 { 0x9E37_79B9_7F4A_7C15 }
  private static var weyl1: UInt64 { 0xBB67_AE85_84CA_A73B }
}
