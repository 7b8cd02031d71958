import Ensembles
import Scenarios
import Testing

@Suite("Verdicts over seeds")
struct VerdictStabilityTests {
  /// Experiments that run in an instant, with the verdict of their first reading.
  private static let quick: [(id: String, verdict: ExperimentVerdict)] = [
    ("M0.5-carry", .notReproduced), ("M0.6-repricing", .notReproduced),
    ("M0.7-impact", .notReproduced), ("M0.8-floor", .notReproduced),
    ("M0.10-threshold", .reproduced), ("M1.3-crash", .reproduced), ("M2.3-selling", .reproduced),
    ("M2.3-vulnerability", .reproduced),
  ]

  @Test("Another seed gives the same verdict and no failed control", arguments: quick.indices)
  func stable(index: Int) async throws {
    let (id, verdict) = Self.quick[index]
    let experiment = try Experiments.experiment(id)
    for seed in [UInt64(11), 12, 13] {
      let result = try await ExperimentResult(of: experiment, seed: seed, runs: 60, threads: 2)
      #expect(result.verdict == verdict, "\(id), seed \(seed)")
      #expect(!result.hasFailedControl, "\(id), seed \(seed)")
    }
  }
}
