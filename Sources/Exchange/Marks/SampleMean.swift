import Quantities

/// The plain mean of the last samples: Binance's moving average of `mid − index`, 30 samples 5 s apart
/// [BN-mark].
public struct SampleMean: Hashable, Sendable {
  /// The number of samples kept.
  public let capacity: Int
  private var samples: [Int64] = []
  private var next = 0
  private var sum: Int128 = 0

  /// Creates an empty mean over at most `capacity` samples.
  public init(capacity: Int) {
    precondition(capacity > 0, "a mean has samples: \(capacity)")
    self.capacity = capacity
  }

  /// Takes a sample and forgets the oldest when full.
  public mutating func add(_ sample: Int64) {
    sum += Int128(sample)
    if samples.count < capacity {
      samples.append(sample)
    } else {
      sum -= Int128(samples[next])
      samples[next] = sample
      next = (next + 1) % capacity
    }
  }

  /// The mean rounded to the nearest unit, ties to even, or nil without samples.
  public var value: Int64? {
    samples.isEmpty
      ? nil : Int64(sum.divided(by: Int128(samples.count), rounding: .toNearestOrEven))
  }

  func combine(into digest: inout StateDigest) {
    for sample in samples { digest.combine(sample) }
    digest.combine(Int64(next))
  }
}
