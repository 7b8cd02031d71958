public import Scenarios

/// Many runs of one setting, in the order of their numbers, on as many threads as asked for.
public struct Ensemble: Sendable {
  /// What the runs say, in the order of their numbers.
  public let outcomes: [RunOutcome]
  /// The fingerprint of all journals.
  public let digest: JournalDigest
  /// The journals, in the order of the runs.
  public let journals: [RunJournal]

  /// Simulates `runs` runs.
  ///
  /// Results do not depend on the number of threads: each run draws from its own streams, and what
  /// leaves is combined in the order of the runs.
  ///
  /// - Parameters:
  ///   - setting: The market, the drive and the mechanisms.
  ///   - runs: Positive.
  ///   - threads: At most this many runs at a time; positive.
  ///   - progress: Called with the number of runs done.
  /// - Throws: `ScenarioError` of a run that cannot be simulated,
  ///   ``EnsembleError/equalDraws(first:second:)`` if two runs drew the same, or `CancellationError`.
  public init(
    of setting: RunSetting,
    runs: Int,
    threads: Int,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws {
    let finished = try await ParallelRuns.results(
      runs: runs,
      threads: threads,
      progress: progress
    ) { run in
      let simulated = try SimulatedRun(setting, run: run)
      return (simulated.outcome, simulated.journal)
    }
    try ParallelRuns.checkDistinct(finished.map(\.0.drawHash))
    outcomes = finished.map(\.0)
    journals = finished.map(\.1)
    digest = JournalDigest(of: journals)
  }
}
