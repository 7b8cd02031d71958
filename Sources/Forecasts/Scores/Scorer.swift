public import Observatory
public import Quantities
import Statistics

/// Resolves forecasts from the store and scores them.
///
/// The scorer alone reads what came after a cut-off. A benchmark is given a view behind a
/// ``CutOffReader``: it cannot be computed from anything that was knowable only later.
public struct Scorer<Reader: SeriesReader>: Sendable {
  private let reader: Reader
  private let asOf: Instant

  /// Creates a scorer that reads what was knowable at `asOf`.
  public init(_ reader: Reader, asOf: Instant) {
    self.reader = reader
    self.asOf = asOf
  }

  /// The scores of every forecast of a record, in its order.
  public func scores(_ record: ForecastRecord) throws(StoreError) -> [ScoredForecast] {
    let present = MarketView(reader, asOf: asOf)
    var result: [ScoredForecast] = []
    for entry in record.entries {
      result.append(try score(entry.forecast, present))
    }
    return result
  }

  private func score(
    _ forecast: Forecast,
    _ present: MarketView
  ) throws(StoreError) -> ScoredForecast {
    let cutOff = Instant(startOf: forecast.cutOff.day + 1)
    let history = MarketView(CutOffReader(reader, cutOff: cutOff), asOf: cutOff)
    let benchmark = try forecast.benchmark.estimator.estimate(history)
    let resolution = try resolve(forecast, present)
    var variants: [ScoredForecast.ScoredVariant] = []
    for variant in forecast.variants {
      // Another reading may have another horizon: the deadline is that of the main one.
      let resolution = try variant.rule.resolver.resolve(present)
      let score = Self.score(forecast.stated.probability, resolution, benchmark: nil)
      variants.append(.init(reading: variant.reading, resolution: resolution, score: score))
    }
    let base = benchmark.probability
    return ScoredForecast(
      forecast: forecast,
      resolution: resolution,
      benchmark: benchmark,
      score: Self.score(forecast.stated.probability, resolution, benchmark: base),
      sensitivity: forecast.stated.sensitivity.flatMap {
        Self.score($0, resolution, benchmark: base)
      },
      rangeScore: forecast.quantity.flatMap { range in
        guard resolution.status == .resolved, let observed = resolution.observed else { return nil }
        return ContinuousRankedProbabilityScore.normal(range.distribution, outcome: observed)
      },
      variants: variants
    )
  }

  /// What the rule says by the deadline: what comes later is too late, and a question that is still
  /// open then lacks data.
  private func resolve(
    _ forecast: Forecast,
    _ present: MarketView
  ) throws(StoreError) -> Resolution {
    let resolution = try forecast.rule.resolver.resolve(present)
    if resolution.outcome == true, let day = resolution.decidedOn, day > forecast.deadline.day {
      return .resolved(
        false,
        observed: resolution.observed,
        on: forecast.deadline.day,
        "too late, after \(forecast.deadline): \(resolution.evidence)"
      )
    }
    let isOverdue = asOf > Instant(startOf: forecast.deadline.day + 1)
    guard resolution.status == .open, isOverdue else { return resolution }
    return .missing("the deadline has passed, the data has not reached it: \(resolution.evidence)")
  }

  /// The scores of a probability against a resolution; nil unless it is resolved.
  static func score(
    _ probability: Double,
    _ resolution: Resolution,
    benchmark: Double?
  ) -> ForecastScore? {
    guard let happened = resolution.outcome else { return nil }
    let outcomes = [happened ? 1.0 : 0]
    do {
      let brier = try BrierScore.mean(probabilities: [probability], outcomes: outcomes)
      let base = try benchmark.map { value throws(StatisticsError) in
        try BrierScore.mean(probabilities: [value], outcomes: outcomes)
      }
      return ForecastScore(
        probability: probability,
        brier: brier,
        logScore: try LogScore.mean(probabilities: [probability], outcomes: outcomes),
        skill: try base.flatMap { value throws(StatisticsError) in
          value > 0 ? try SkillScore.skill(score: brier, benchmark: value) : nil
        }
      )
    } catch {
      preconditionFailure("a record holds probabilities from 0 to 1: \(error)")
    }
  }
}
