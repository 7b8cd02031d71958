public import Scenarios

/// Many runs of one world, in the order of their numbers, on as many threads as asked for.
public struct WorldEnsemble: Sendable {
  /// The runs, in the order of their numbers.
  public let runs: [WorldRun]
  /// The fingerprint of all journals.
  public let digest: JournalDigest

  /// Simulates runs of a world, each with its control without leverage.
  ///
  /// Results do not depend on the number of threads: each run draws from its own streams, and what
  /// leaves is combined in the order of the runs.
  ///
  /// - Parameters:
  ///   - setting: The scenario and the mechanisms.
  ///   - runs: Positive.
  ///   - threads: At most this many runs at a time; positive.
  ///   - progress: Called with the number of runs done.
  /// - Throws: `ScenarioError` of a run that must stop, or `CancellationError`.
  public init(
    of setting: WorldSetting,
    runs: Int,
    threads: Int,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws {
    self.runs = try await ParallelRuns.results(runs: runs, threads: threads, progress: progress) {
      try WorldRun(setting, run: $0)
    }
    digest = JournalDigest(of: self.runs.map(\.journal))
  }

  /// The middle and range of what the runs say about a market; nil if most say nothing.
  public func band(_ reading: WorldReading.Market, market: Int) -> Band? {
    band { $0.reading(reading, market: market) }
  }

  /// The middle and range of what the runs say about a contract; nil if most say nothing.
  public func band(_ reading: WorldReading.Perpetual, contract: Int) -> Band? {
    band { $0.reading(reading, contract: contract) }
  }

  /// The middle and range of what the runs say about a participant.
  public func band(_ reading: WorldReading.Participant, participant: Int) -> Band? {
    band { $0.reading(reading, participant: participant) }
  }

  /// The middle and range of a number of the runs; nil if half of them or more have none.
  public func band(_ value: (WorldRun) -> Double?) -> Band? {
    let values = runs.compactMap(value)
    return values.count * 2 > runs.count ? Band(of: values) : nil
  }
}
