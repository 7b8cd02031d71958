import Glibc

/// CPU time of this process since the clock was made.
struct CPUClock {
  private let start = CPUClock.now()

  /// Seconds so far.
  var seconds: Double { CPUClock.now() - start }

  /// Nanoseconds so far, per item.
  func nanoseconds(per count: Int) -> Double { seconds * 1e9 / Double(count) }

  private static func now() -> Double {
    var time = timespec()
    // Safety: the call writes one timespec, whose address it is given.
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// An FNV-1a hash of a benchmark's integer results.
struct ResultHash: Equatable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ value: Int) {
    var word = UInt64(bitPattern: Int64(value))
    for _ in 0..<8 {
      state = (state ^ (word & 0xff)) &* 0x100_0000_01b3
      word >>= 8
    }
  }

  /// The digits in a radix.
  var value: UInt64 { state }
}

extension String {
  init(_ hash: ResultHash, radix: Int) { self.init(hash.value, radix: radix) }
}
