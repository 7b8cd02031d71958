public import Scenarios
import Statistics

/// An experiment after its runs: treated, control, verdict, and the region where it would be reproduced.
public struct ExperimentResult: Sendable {
  /// What was asked.
  public let plan: ExperimentPlan
  /// The master seed.
  public let seed: UInt64
  /// The number of runs of each side.
  public let runs: Int
  /// One entry a reading, in the plan's order; one entry where there is one reading.
  public let sides: [ExperimentSide]
  /// The reading that was selected.
  public let selected: Int
  /// The quantity over the sweeps; empty where none ran.
  public let regions: [ExperimentRegion]

  /// The side of the selected reading.
  public var side: ExperimentSide { sides[selected] }

  /// The verdict of the selected reading; a reading without an expectation is never reproduced.
  public var verdict: ExperimentVerdict {
    if hasTooFewRuns { return .tooFewRuns }
    return side.verdict ?? (side.isControlled ? .notReproduced : .controlFailed)
  }

  /// Whether the caller asked for fewer runs than the plan needs for a verdict.
  public var hasTooFewRuns: Bool { runs < plan.runsMin }

  /// Whether the control of any reading still shows the effect; too few runs cannot say.
  public var hasFailedControl: Bool { !hasTooFewRuns && sides.contains { !$0.isControlled } }

  /// Runs an experiment.
  ///
  /// Results do not depend on the number of threads: each run draws from its own streams, and what
  /// leaves is combined in the order of the runs. The sweeps of a reading run where it is not reproduced,
  /// where they cost nothing, and where they are asked for.
  ///
  /// - Parameters:
  ///   - experiment: What to run.
  ///   - reading: The reading whose verdict counts; nil for the first.
  ///   - seed: The master seed.
  ///   - runs: Runs of each side; nil for as many as the plan says. Without draws there is one.
  ///   - threads: At most this many runs at a time; positive.
  ///   - sweeps: Whether sweeps run even if the experiment is reproduced.
  ///   - progress: Called with the measurements done of all.
  /// - Throws: `ScenarioError` of a run that cannot be simulated or a reading that does not exist, or
  ///   `CancellationError`.
  public init(
    of experiment: any Experiment,
    reading: String? = nil,
    seed: UInt64,
    runs: Int? = nil,
    threads: Int,
    sweeps: Bool = false,
    progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async throws {
    let plan = experiment.plan
    let names = plan.readings.isEmpty ? [""] : plan.readings.map(\.id)
    guard let selected = reading.map(names.firstIndex) ?? 0 else {
      throw ScenarioError.unknownReading(
        name: reading ?? "",
        experiment: plan.id,
        known: plan.readings.map(\.id)
      )
    }
    self.plan = plan
    self.seed = seed
    self.selected = selected
    let count = plan.statistic == .exact ? 1 : runs ?? plan.runs
    self.runs = count
    let runner = ExperimentRunner(experiment: experiment, seed: seed, threads: threads)
    let sides = try await runner.sides(readings: names, runs: count, progress: progress)
    self.sides = sides
    var regions: [ExperimentRegion] = []
    let isDecided = count >= plan.runsMin
    for side in sides
    where sweeps || plan.statistic == .exact || isDecided && side.verdict != .reproduced {
      regions += try await runner.regions(reading: side.reading, runs: count, progress: progress)
    }
    self.regions = regions
  }
}
