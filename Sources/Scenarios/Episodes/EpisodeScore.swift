import Statistics

/// How well the runs of a world forecast one number that happened.
public struct EpisodeScore: Hashable, Sendable {
  /// The runs that say something.
  public let runCount: Int
  /// The runs below what happened; equal ones count half.
  public let belowCount: Double
  /// Whether what happened lies in the 90 % interval.
  public let isInInterval: Bool
  /// The continuous ranked probability score of the runs, in the unit of the row.
  public let crps: Double
  /// The score of the earlier windows; nil where there are too few.
  public let benchmarkCRPS: Double?
  /// The number of earlier windows.
  public let benchmarkCount: Int

  /// The fewest runs that have a 90 % interval.
  public static let runCountMin = 5

  /// Scores a sample; nil below five runs.
  ///
  /// - Parameters:
  ///   - sample: One finite number a run.
  ///   - observed: What happened.
  ///   - history: The same number over earlier windows.
  public init?(of sample: [Double], observed: Double, history: [Double]) {
    guard sample.count >= Self.runCountMin, let band = Band(of: sample),
      let crps = try? ContinuousRankedProbabilityScore.empirical(sample, outcome: observed)
    else { return nil }
    runCount = sample.count
    belowCount = sample.reduce(0) { $0 + ($1 < observed ? 1 : $1 == observed ? 0.5 : 0) }
    isInInterval = (band.p05...band.p95).contains(observed)
    self.crps = crps
    benchmarkCount = history.count
    benchmarkCRPS =
      history.count < EpisodeEvidence.historyMin
      ? nil : try? ContinuousRankedProbabilityScore.empirical(history, outcome: observed)
  }

  /// Where what happened lies among the runs, from 0 to 1.
  public var rank: Double { belowCount / Double(runCount) }

  /// One less the score over the benchmark's: above zero is better than history alone; nil without one.
  public var skill: Double? {
    benchmarkCRPS.flatMap { $0 > 0 ? 1 - crps / $0 : nil }
  }
}
