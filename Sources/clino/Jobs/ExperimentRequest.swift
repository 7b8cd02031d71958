import Ensembles
import Reports
import Scenarios

/// Everything that decides the bytes of a run of experiments: what a manifest holds.
struct ExperimentRequest: Sendable {
  let ids: [String]
  let reading: String?
  let seed: UInt64
  let runs: Int?
  let sweeps: Bool

  /// Checks that the experiments exist.
  ///
  /// - Throws: `ScenarioError` with the nearest id, or `UsageError` for one that is asked for twice.
  init(ids: [String], reading: String?, seed: UInt64, runs: Int?, sweeps: Bool) throws {
    for id in ids { _ = try Experiments.experiment(id) }
    guard Set(ids).count == ids.count else {
      throw UsageError(description: "experiment run: an id stands twice")
    }
    self.ids = ids
    self.reading = reading
    self.seed = seed
    self.runs = runs
    self.sweeps = sweeps
  }

  /// Runs the experiments, one after the other.
  func document(threads: Int) async throws -> ExperimentDocument {
    var results: [ExperimentResult] = []
    for (index, id) in ids.enumerated() {
      let progress = Progress("\(id) (\(index + 1) of \(ids.count))", total: 1_000, unit: "parts")
      defer { progress.finish() }
      results.append(
        try await ExperimentResult(
          of: Experiments.experiment(id),
          reading: reading,
          seed: seed,
          runs: runs,
          threads: threads,
          sweeps: sweeps
        ) { done, all in progress.advance(to: done * 1_000 / all) }
      )
    }
    return ExperimentDocument(results)
  }

  /// The command that runs them again.
  var commandLine: String {
    var words = ["clino", "experiment", "run"] + ids
    if let reading { words += ["--reading", reading] }
    if sweeps { words.append("--sweep") }
    words += ["--seed", "\(seed)"]
    if let runs { words += ["--runs", "\(runs)"] }
    return words.joined(separator: " ")
  }
}
