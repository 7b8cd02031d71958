public import Scenarios

/// What the runs of an episode say beside what happened.
public struct EpisodeResult: Hashable, Sendable {
  /// One comparison with its evidence, its runs and its score.
  public struct Row: Hashable, Sendable {
    /// What is compared.
    public let comparison: EpisodeComparison
    /// What happened, where it is known.
    public let evidence: EpisodeEvidence
    /// The middle and range of the runs; nil if half of them or more say nothing.
    public let simulated: Band?
    /// The score; nil where there is none.
    public let score: EpisodeScore?

    /// Why there is no score; nil where there is one.
    public var reason: String? {
      if score != nil { return nil }
      if let reason = evidence.reason { return reason }
      guard simulated != nil else { return "not simulated: the runs say nothing" }
      return "not scored: fewer than \(EpisodeScore.runCountMin) runs have no 90 % interval"
    }
  }

  /// The inputs and the comparisons.
  public let episode: Episode
  /// One row a comparison.
  public let rows: [Row]

  /// Compares runs with evidence.
  ///
  /// - Parameters:
  ///   - episode: What is compared.
  ///   - evidence: One for each comparison, in order.
  ///   - ensemble: The runs.
  public init(_ episode: Episode, evidence: [EpisodeEvidence], ensemble: WorldEnsemble) {
    precondition(evidence.count == episode.compared.count, "each row has its evidence")
    self.episode = episode
    rows = zip(episode.compared, evidence).map { comparison, evidence in
      let sample = ensemble.runs.compactMap { $0.reading(comparison) }
      return Row(
        comparison: comparison,
        evidence: evidence,
        simulated: ensemble.band { $0.reading(comparison) },
        score: evidence.observed.flatMap {
          sample.count * 2 > ensemble.runs.count
            ? EpisodeScore(of: sample, observed: $0, history: evidence.history) : nil
        }
      )
    }
  }

  /// The rows with a score.
  public var scored: [Row] { rows.filter { $0.score != nil } }
  /// The rows whose 90 % interval holds what happened.
  public var inInterval: [Row] { scored.filter { $0.score?.isInInterval == true } }
}
