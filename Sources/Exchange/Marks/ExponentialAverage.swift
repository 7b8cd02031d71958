public import Quantities

/// An exponential moving average of prices or price differences, in exact fixed point.
///
/// Each whole second of age moves the average by the weight `2/(n + 1)` of the distance to the latest
/// sample, `n` the span in seconds: 2/31 per second for 30 s, as Thalex states [TX]. The state keeps
/// 2⁻²⁰ of a price unit, so that runs agree on every machine; no exponential function is involved.
public struct ExponentialAverage: Hashable, Sendable {
  /// The span `n` in seconds.
  public let spanSeconds: Int64
  private var state: Int128
  private var lastTime: Instant
  private var isEmpty = true

  private static let fraction: Int128 = 1 << 20
  /// After this many spans the average equals the sample to far below a price unit.
  private static let spansToForget: Int64 = 64

  /// Creates an empty average.
  public init(spanSeconds: Int64) {
    precondition(spanSeconds > 0, "a span is positive: \(spanSeconds)")
    self.spanSeconds = spanSeconds
    state = 0
    lastTime = Instant(microseconds: 0)
  }

  /// Takes a sample; the first one becomes the average.
  ///
  /// - Parameters:
  ///   - sample: Price units, may be negative for a difference.
  ///   - time: Not before the previous sample's.
  /// - Complexity: O(seconds since the last sample), bounded by 64 spans.
  public mutating func add(_ sample: Int64, at time: Instant) {
    let target = Int128(sample) * Self.fraction
    guard !isEmpty else {
      state = target
      lastTime = time
      isEmpty = false
      return
    }
    precondition(time >= lastTime, "samples come in order")
    let seconds = (time - lastTime).microseconds / 1_000_000
    lastTime = lastTime + .seconds(seconds)
    if seconds > spanSeconds * Self.spansToForget {
      state = target
      return
    }
    for _ in 0..<seconds {
      state += ((target - state) * 2).divided(
        by: Int128(spanSeconds + 1),
        rounding: .toNearestOrEven
      )
    }
  }

  /// The average rounded to the nearest price unit, or nil before the first sample.
  public var value: Int64? {
    isEmpty ? nil : Int64(state.divided(by: Self.fraction, rounding: .toNearestOrEven))
  }

  func combine(into digest: inout StateDigest) {
    digest.combine(Int64(truncatingIfNeeded: state))
    digest.combine(Int64(truncatingIfNeeded: state >> 64))
    digest.combine(lastTime.microseconds)
    digest.combine(isEmpty ? 1 : 0)
  }
}
