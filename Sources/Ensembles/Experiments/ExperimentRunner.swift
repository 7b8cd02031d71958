import Scenarios
import Statistics

extension Purpose {
  /// The resamples behind the interval of an experiment's mean.
  fileprivate static let experimentBootstrap = Purpose(room: 6, index: 40)
}

/// Measures the runs of an experiment on several threads.
struct ExperimentRunner: Sendable {
  let experiment: any Experiment
  let seed: UInt64
  let threads: Int

  /// Treated and control runs of every reading.
  func sides(
    readings: [String],
    runs: Int,
    progress: @Sendable (Int, Int) -> Void
  ) async throws -> [ExperimentSide] {
    var jobs: [ExperimentRun] = []
    for reading in readings {
      for isControl in [false, true] {
        jobs += (0..<runs).map { run(number: $0, isControl: isControl, reading: reading) }
      }
    }
    let measured = try await measurements(of: jobs, progress: progress)
    return try readings.indices.map { index in
      let treated = Array(measured[(2 * index) * runs..<(2 * index + 1) * runs])
      let control = Array(measured[(2 * index + 1) * runs..<(2 * index + 2) * runs])
      return try side(reading: readings[index], treated: treated, control: control)
    }
  }

  /// The quantity over the plan's sweeps that belong to a reading.
  func regions(
    reading: String,
    runs: Int,
    progress: @Sendable (Int, Int) -> Void
  ) async throws -> [ExperimentRegion] {
    let first = experiment.plan.readings.first?.id ?? ""
    var regions: [ExperimentRegion] = []
    for sweep in experiment.plan.sweeps where (sweep.reading ?? first) == reading {
      let count = experiment.plan.statistic == .exact ? 1 : min(runs, sweep.runs ?? runs)
      let names = sweep.parameters.map(\.name)
      let jobs = sweep.points.flatMap { point in
        let parameters = Dictionary(uniqueKeysWithValues: zip(names, point))
        return (0..<count).map {
          run(number: $0, isControl: false, reading: reading, parameters: parameters)
        }
      }
      let measured = try await measurements(of: jobs, progress: progress)
      let rows = try sweep.points.indices.map { index in
        let treated = try sample(of: Array(measured[index * count..<(index + 1) * count]))
        return ExperimentRegion.Row(
          point: sweep.points[index],
          treated: treated,
          isReproduced: isMet(treated, reading: reading)
        )
      }
      regions.append(ExperimentRegion(sweep: sweep, reading: reading, rows: rows))
    }
    return regions
  }

  private func run(
    number: Int,
    isControl: Bool,
    reading: String,
    parameters: [String: Double] = [:]
  ) -> ExperimentRun {
    ExperimentRun(
      experiment: experiment.plan.id,
      seed: seed,
      number: number,
      isControl: isControl,
      reading: reading,
      parameters: parameters
    )
  }

  private func measurements(
    of jobs: [ExperimentRun],
    progress: @Sendable (Int, Int) -> Void
  ) async throws -> [ExperimentMeasurement] {
    try await ParallelRuns.results(
      runs: jobs.count,
      threads: threads,
      progress: { progress($0, jobs.count) }
    ) { try experiment.measure(jobs[$0]) }
  }

  private func side(
    reading: String,
    treated: [ExperimentMeasurement],
    control: [ExperimentMeasurement]
  ) throws -> ExperimentSide {
    let treatedSample = try sample(of: treated)
    let controlSample = try sample(of: control, level: ExperimentSample.controlLevel)
    // A control in which most runs have no value cannot show that an effect is gone.
    let isControlled =
      controlSample.interval.map {
        controlSample.missing < controlSample.values.count
          && experiment.plan.control.isMet(
            values: controlSample.values,
            lower: $0.lower,
            upper: $0.upper
          )
      } ?? false
    let verdict: ExperimentVerdict? = experiment.plan.expectation(of: reading).map { _ in
      guard treated.count >= experiment.plan.runsMin else { return .tooFewRuns }
      guard isControlled else { return .controlFailed }
      return isMet(treatedSample, reading: reading) ? .reproduced : .notReproduced
    }
    return ExperimentSide(
      reading: reading,
      treated: treatedSample,
      control: controlSample,
      verdict: verdict,
      isControlled: isControlled,
      companions: companions(of: treated),
      controlCompanions: companions(of: control)
    )
  }

  /// Whether the interval lies where the source says; a sample in which half the runs have no value
  /// meets nothing.
  private func isMet(_ sample: ExperimentSample, reading: String) -> Bool {
    guard let expected = experiment.plan.expectation(of: reading), let interval = sample.interval,
      sample.values.count * 2 > sample.values.count + sample.missing
    else { return false }
    return expected.isMet(lower: interval.lower, upper: interval.upper)
  }

  private func sample(
    of measured: [ExperimentMeasurement],
    level: Double = ExperimentSample.level
  ) throws -> ExperimentSample {
    var stream = Stream(seed: seed, run: 0, purpose: .experimentBootstrap)
    return ExperimentSample(
      try measured.map(quantity),
      statistic: experiment.plan.statistic,
      level: level,
      using: &stream
    )
  }

  /// The quantity of a run: its value, or the rank correlation of its order with the stated one.
  ///
  /// Where nothing ranks the items, all positions being equal, there is no order: zero.
  private func quantity(_ measurement: ExperimentMeasurement) throws -> Double? {
    guard let positions = measurement.positions else { return measurement.quantity }
    guard Set(positions).count > 1 else { return 0 }
    let correlation = try RankCorrelation.spearman(positions, positions.indices.map(Double.init))
    // A perfect order is one exactly, whatever the last place of the sums.
    return (correlation * 1e12).rounded() / 1e12
  }

  private func companions(of measured: [ExperimentMeasurement]) -> [ExperimentCompanion] {
    guard let first = measured.first else { return [] }
    return first.companions.indices.compactMap { index in
      let values = measured.compactMap { measurement in
        index < measurement.companions.count ? measurement.companions[index].value : nil
      }
      let companion = first.companions[index]
      return ExperimentSample.band(of: values).map {
        ExperimentCompanion(
          name: companion.name,
          unit: companion.unit,
          band: $0,
          mean: values.reduce(0, +) / Double(values.count)
        )
      }
    }
  }
}
