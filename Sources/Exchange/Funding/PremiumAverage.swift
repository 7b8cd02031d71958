public import Quantities

/// The average of premium samples over one funding interval.
public struct PremiumAverage: Hashable, Sendable {
  /// The weighting.
  public let kind: FundingRule.Average
  private var sum: Int128 = 0
  private var weight: Int128 = 0
  private var count: Int128 = 0
  private var standing: Rate?
  private var since: Instant?

  /// Creates an average without samples.
  public init(kind: FundingRule.Average) {
    self.kind = kind
  }

  /// Takes a sample.
  ///
  /// - Parameters:
  ///   - premium: The premium from `time` on.
  ///   - time: Not before the previous sample's.
  public mutating func add(_ premium: Rate, at time: Instant) {
    count += 1
    switch kind {
    case .plain:
      sum += Int128(premium.parts)
      weight += 1
    case .linearlyWeighted:
      sum += Int128(premium.parts) * count
      weight += count
    case .timeWeighted:
      close(at: time)
      standing = premium
      since = time
    }
  }

  /// The average up to an instant, to the nearest part per trillion; nil without samples.
  public func value(at time: Instant) -> Rate? {
    var copy = self
    copy.close(at: time)
    guard copy.weight > 0 else { return standing }
    return Rate(
      partsPerTrillion: Int64(copy.sum.divided(by: copy.weight, rounding: .toNearestOrEven))
    )
  }

  /// Starts the next interval; a time-weighted sample that stands goes on standing.
  public mutating func restart(at time: Instant) {
    sum = 0
    weight = 0
    count = 0
    if standing != nil { since = time }
  }

  private mutating func close(at time: Instant) {
    guard kind == .timeWeighted, let standing, let start = since else { return }
    precondition(time >= start, "samples come in order")
    let length = Int128((time - start).microseconds)
    sum += Int128(standing.parts) * length
    weight += length
    since = time
  }

  func combine(into digest: inout StateDigest) {
    for word in [sum, weight, count] {
      digest.combine(Int64(truncatingIfNeeded: word))
      digest.combine(Int64(truncatingIfNeeded: word >> 64))
    }
    digest.combine(standing?.parts ?? .min)
    digest.combine(since?.microseconds ?? .min)
  }
}
