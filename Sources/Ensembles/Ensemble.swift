public import Scenarios

/// Many runs of one setting, in the order of their numbers, on as many threads as asked for.
public struct Ensemble: Sendable {
  /// What the runs say, in the order of their numbers.
  public let outcomes: [RunOutcome]
  /// The fingerprint of all journals.
  public let digest: JournalDigest
  /// The journals, if they were kept.
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
  ///   - progress: Called with the number of runs done, in order.
  /// - Throws: ``ScenarioError`` of the first run that cannot be simulated,
  ///   ``EnsembleError/equalDraws(first:second:)`` if two runs drew the same, or `CancellationError`.
  public init(
    of setting: RunSetting, runs: Int, threads: Int,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws {
    precondition(runs > 0 && threads > 0, "an ensemble needs runs and threads")
    let finished = try await Ensemble.simulate(setting, runs, threads, progress)
    try Ensemble.checkDistinct(finished.map(\.outcome))
    outcomes = finished.map(\.outcome)
    journals = finished.map(\.journal)
    digest = JournalDigest(of: journals)
  }

  private static func simulate(
    _ setting: RunSetting, _ runs: Int, _ threads: Int, _ progress: @Sendable (Int) -> Void
  ) async throws -> [SimulatedRun] {
    try await withThrowingTaskGroup(of: (Int, SimulatedRun).self) { group in
      var results = [SimulatedRun?](repeating: nil, count: runs)
      var next = 0
      while next < min(threads, runs) {
        let run = next
        group.addTask { (run, try SimulatedRun(setting, run: run)) }
        next += 1
      }
      var done = 0
      while let (index, result) = try await group.next() {
        results[index] = result
        done += 1
        progress(done)
        try Task.checkCancellation()
        if next < runs {
          let run = next
          group.addTask { (run, try SimulatedRun(setting, run: run)) }
          next += 1
        }
      }
      return results.compactMap { $0 }
    }
  }

  /// Replications that are copies of one another would make every interval too narrow.
  private static func checkDistinct(_ outcomes: [RunOutcome]) throws(EnsembleError) {
    var seen: [UInt64: Int] = [:]
    for outcome in outcomes {
      if let first = seen.updateValue(outcome.run, forKey: outcome.drawHash) {
        throw .equalDraws(first: first, second: outcome.run)
      }
    }
  }
}
