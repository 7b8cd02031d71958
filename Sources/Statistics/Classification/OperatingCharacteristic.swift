/// The receiver operating characteristic: how well a score tells events from the rest.
///
/// The area under the curve is the probability that an event scores above a non-event, ties counting
/// half. Sources: Mann and Whitney (1947); Hanley and McNeil (1982).
public struct OperatingCharacteristic: Hashable, Sendable {
  /// One point of the curve.
  public struct Point: Hashable, Sendable {
    /// Scores at least this large raise the alarm.
    public let threshold: Double
    /// The share of non-events with an alarm.
    public let falseAlarmRate: Double
    /// The share of events with an alarm.
    public let hitRate: Double
  }

  /// The points from no alarm, with an infinite threshold, to all, one per distinct score.
  public let points: [Point]
  /// The area under the curve; one half for a score without information.
  public let area: Double

  /// Draws the curve.
  ///
  /// - Parameters:
  ///   - scores: Finite, larger meaning a likelier event.
  ///   - outcomes: As many, true for events; both kinds must occur.
  /// - Throws: ``StatisticsError/fitNotIdentified(model:reason:)`` when one kind is missing, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)`` for a score that is not finite.
  /// - Complexity: O(n log n).
  public init(scores: [Double], outcomes: [Bool]) throws(StatisticsError) {
    precondition(scores.count == outcomes.count, "each score has an outcome")
    try RollingSums.check(scores, field: "score")
    let eventCount = Double(outcomes.count { $0 })
    let otherCount = Double(outcomes.count) - eventCount
    guard eventCount > 0 && otherCount > 0 else {
      throw .fitNotIdentified(
        model: "operating characteristic",
        reason: "events and non-events must both occur"
      )
    }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var points = [Point(threshold: .infinity, falseAlarmRate: 0, hitRate: 0)]
    var (hits, falseAlarms, pairs) = (0.0, 0.0, 0.0)
    var start = 0
    while start < order.count {
      let threshold = scores[order[start]]
      var (newHits, newFalseAlarms) = (0.0, 0.0)
      while start < order.count && scores[order[start]] == threshold {
        if outcomes[order[start]] { newHits += 1 } else { newFalseAlarms += 1 }
        start += 1
      }
      pairs += newFalseAlarms * (hits + 0.5 * newHits)
      hits += newHits
      falseAlarms += newFalseAlarms
      points.append(
        Point(
          threshold: threshold,
          falseAlarmRate: falseAlarms / otherCount,
          hitRate: hits / eventCount
        )
      )
    }
    self.points = points
    area = pairs / (eventCount * otherCount)
  }

  /// The area over block-bootstrap resamples of a series of scores and outcomes.
  ///
  /// Resamples that lack one kind of outcome have no area and are drawn again.
  ///
  /// - Parameters:
  ///   - scores: Finite, in order of time.
  ///   - outcomes: As many, true for events.
  ///   - bootstrap: How blocks are drawn.
  ///   - replicates: How many resamples, at least two.
  ///   - stream: The stream that is advanced.
  /// - Returns: The distribution of the area, for its standard error and interval.
  /// - Throws: As ``init(scores:outcomes:)``, ``StatisticsError/observationsTooFew(quantity:count:minimum:)``
  ///   below one block, or ``StatisticsError/iterationLimitReached(method:limit:)`` when nine in ten
  ///   resamples lack one kind.
  /// - Complexity: O(replicates · n log n).
  public static func bootstrapArea(
    scores: [Double],
    outcomes: [Bool],
    bootstrap: BlockBootstrap,
    replicates: Int = 1_000,
    using stream: inout Stream
  ) throws(StatisticsError) -> BootstrapDistribution {
    let estimate = try OperatingCharacteristic(scores: scores, outcomes: outcomes).area
    guard scores.count >= bootstrap.blockLength else {
      throw .observationsTooFew(
        quantity: "operating characteristic",
        count: scores.count,
        minimum: bootstrap.blockLength
      )
    }
    var areas: [Double] = []
    let limit = 10 * replicates
    var attempts = 0
    while areas.count < replicates {
      guard attempts < limit else {
        throw .iterationLimitReached(method: "operating characteristic bootstrap", limit: limit)
      }
      attempts += 1
      let drawn = bootstrap.indices(count: scores.count, using: &stream)
      let resampled = drawn.map { outcomes[$0] }
      guard resampled.contains(true) && resampled.contains(false) else { continue }
      let curve = try OperatingCharacteristic(
        scores: drawn.map { scores[$0] },
        outcomes: resampled
      )
      areas.append(curve.area)
    }
    return BootstrapDistribution(estimate: estimate, replicates: areas)
  }
}
