import Ensembles
import Scenarios
import Statistics
import Testing

/// An experiment whose treated and control values a test chooses.
private struct ChosenExperiment: Experiment {
  let plan: ExperimentPlan
  let body: @Sendable (ExperimentRun) -> ExperimentMeasurement

  init(
    _ condition: ExperimentExpectation.Condition,
    control: ControlRule = .exactly(0),
    statistic: ExperimentPlan.Statistic = .median,
    readings: [ExperimentReading] = [],
    sweeps: [ExperimentSweep] = [],
    runsMin: Int = 5,
    _ body: @escaping @Sendable (ExperimentRun) -> ExperimentMeasurement
  ) {
    plan = ExperimentPlan(
      id: "M0.1-chosen",
      systems: ["M0.1"],
      title: "Chosen",
      question: "?",
      quantity: "number",
      unit: "ratio",
      expected: ExperimentExpectation(condition, facts: [], statement: "a number"),
      mechanism: "everything",
      control: control,
      readings: readings,
      statistic: statistic,
      runs: 50,
      runsMin: runsMin,
      sweeps: sweeps,
      inputs: ["none"],
      finding: "None.",
      refutation: "none"
    )
    self.body = body
  }

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement { body(run) }
}

/// A uniform number of a run.
private func uniform(_ run: ExperimentRun) -> Double {
  var stream = run.stream("number")
  return stream.nextUniform()
}

@Suite("Verdicts of experiments")
struct ExperimentVerdictTests {
  private func result(
    _ experiment: ChosenExperiment,
    reading: String? = nil,
    runs: Int? = nil,
    threads: Int = 2,
    sweeps: Bool = false
  ) async throws -> ExperimentResult {
    try await ExperimentResult(
      of: experiment,
      reading: reading,
      seed: 5,
      runs: runs,
      threads: threads,
      sweeps: sweeps
    )
  }

  @Test(
    "A value is reproduced if its interval lies within the tolerance, and not by luck of few runs"
  )
  func value() async throws {
    func chosen(_ tolerance: Double) -> ChosenExperiment {
      ChosenExperiment(.value(0.5, tolerance: tolerance)) {
        ExperimentMeasurement($0.isControl ? 0 : uniform($0))
      }
    }
    #expect(try await result(chosen(0.2), runs: 200).verdict == .reproduced)
    // The interval of five uniform numbers is their range: wider than the tolerance.
    #expect(try await result(chosen(0.2), runs: 5).verdict == .notReproduced)
    #expect(try await result(chosen(0.001), runs: 200).verdict == .notReproduced)
  }

  @Test("A sign is reproduced only if the interval leaves the null")
  func sign() async throws {
    func chosen(_ shift: Double) -> ChosenExperiment {
      ChosenExperiment(.positive(null: 0), statistic: .mean) {
        ExperimentMeasurement($0.isControl ? 0 : uniform($0) - 0.5 + shift)
      }
    }
    #expect(try await result(chosen(0.3)).verdict == .reproduced)
    #expect(try await result(chosen(0)).verdict == .notReproduced)
    #expect(try await result(chosen(-0.3)).verdict == .notReproduced)
  }

  @Test("An order is reproduced by its rank correlation, and a random one is not")
  func order() async throws {
    let items = ["a", "b", "c", "d"]
    let inOrder = ChosenExperiment(
      .order(items, correlationMin: 0.8),
      control: .contains(0)
    ) { run in
      var stream = run.stream("order")
      var positions = [1.0, 2, 3, 4]
      if run.isControl { stream.shuffle(&positions) }
      return ExperimentMeasurement(positions: positions)
    }
    let found = try await result(inOrder, runs: 200)
    #expect(found.verdict == .reproduced)
    #expect(found.side.treated.estimate == 1)
    let reversed = ChosenExperiment(.order(items, correlationMin: 0.8), control: .exactly(0)) {
      // A control in which nothing ranks the items has no order.
      ExperimentMeasurement(positions: $0.isControl ? [1, 1, 1, 1] : [4, 3, 2, 1])
    }
    let opposite = try await result(reversed)
    #expect(opposite.verdict == .notReproduced)
    #expect(opposite.side.treated.estimate == -1 && opposite.side.control.estimate == 0)
  }

  @Test("An experiment whose control keeps the effect shows nothing, however well it fits")
  func broken() async throws {
    let broken = ChosenExperiment(.positive(null: 0)) {
      ExperimentMeasurement(1 + uniform($0))
    }
    let found = try await result(broken)
    #expect(found.verdict == .controlFailed && found.hasFailedControl)
    let single = ChosenExperiment(.positive(null: 0)) {
      // One run of fifty in which the mechanism is not off.
      ExperimentMeasurement($0.isControl && $0.number != 17 ? 0 : 1)
    }
    #expect(try await result(single).verdict == .controlFailed)
    let empty = ChosenExperiment(.positive(null: 0)) {
      ExperimentMeasurement($0.isControl ? nil : 1)
    }
    #expect(try await result(empty).verdict == .controlFailed)
  }

  @Test("Fewer runs than the plan needs decide nothing, and fail no control")
  func tooFewRuns() async throws {
    let wide = ChosenExperiment(
      .positive(null: 0),
      control: .within(0, bound: 0.3, reason: "a test"),
      sweeps: [ExperimentSweep(.init("a", text: "a"), [1, 2])],
      runsMin: 40
    ) {
      ExperimentMeasurement($0.isControl ? uniform($0) - 0.5 : 1)
    }
    let few = try await result(wide, runs: 39)
    #expect(few.verdict == .tooFewRuns && few.hasTooFewRuns && !few.hasFailedControl)
    #expect(few.side.treated.estimate == 1)
    #expect(few.regions.isEmpty)
    let enough = try await result(wide, runs: 40)
    #expect(enough.verdict == .reproduced && !enough.hasTooFewRuns)
    let broken = ChosenExperiment(.positive(null: 0), runsMin: 40) { _ in ExperimentMeasurement(1) }
    #expect(try await result(broken, runs: 40).verdict == .controlFailed)
    #expect(try await result(broken, runs: 5).verdict == .tooFewRuns)
  }

  @Test("A quantity that most runs do not have is not reproduced")
  func missing() async throws {
    let rare = ChosenExperiment(.positive(null: 0)) {
      ExperimentMeasurement($0.isControl ? 0 : $0.number.isMultiple(of: 5) ? 1 : nil)
    }
    let found = try await result(rare)
    #expect(found.verdict == .notReproduced)
    #expect(found.side.treated.missing == 40)
  }

  @Test("Readings compete: each has its verdict, the selected one counts")
  func readings() async throws {
    let positive = ExperimentExpectation(.positive(null: 0), facts: [], statement: "up")
    let experiment = ChosenExperiment(
      .positive(null: 0),
      readings: [
        ExperimentReading(id: "up", text: "rises", expected: positive),
        ExperimentReading(id: "down", text: "falls", expected: positive),
        ExperimentReading(id: "shown", text: "beside"),
      ]
    ) { run in
      ExperimentMeasurement(run.isControl ? 0 : run.reading == "up" ? 1 : -1)
    }
    let first = try await result(experiment)
    #expect(first.verdict == .reproduced)
    #expect(first.sides.map(\.verdict) == [.reproduced, .notReproduced, nil])
    #expect(try await result(experiment, reading: "down").verdict == .notReproduced)
    await #expect(throws: ScenarioError.self) { try await result(experiment, reading: "sideways") }
  }

  @Test(
    "The region shows where a claim would be reproduced, and only where it is not, or on demand"
  )
  func region() async throws {
    func chosen(_ standard: Double) -> ChosenExperiment {
      ChosenExperiment(
        .atLeast(1),
        sweeps: [ExperimentSweep(.init("gain", text: "gain"), [0.5, 1, 2], runs: 10)]
      ) { ExperimentMeasurement($0.isControl ? 0 : $0.value(of: "gain", else: standard)) }
    }
    let low = try await result(chosen(0.1))
    #expect(low.regions.count == 1)
    #expect(low.regions[0].rows.map(\.isReproduced) == [false, true, true])
    #expect(low.regions[0].rows.allSatisfy { $0.treated.values.count == 10 })
    #expect(try await result(chosen(3)).regions.isEmpty)
    #expect(try await result(chosen(3), sweeps: true).regions.count == 1)
  }

  @Test("Threads change nothing", arguments: [1, 3, 8])
  func threads(count: Int) async throws {
    let experiment = ChosenExperiment(.positive(null: 0), statistic: .mean) {
      ExperimentMeasurement($0.isControl ? 0 : uniform($0))
    }
    let one = try await result(experiment, threads: 1)
    let many = try await result(experiment, threads: count)
    #expect(one.side.treated == many.side.treated)
    #expect(one.side.control == many.side.control)
  }

  @Test(
    "The control of every experiment of the program vanishes",
    arguments: Experiments.all.map(\.plan.id)
  )
  func controls(id: String) async throws {
    let experiment = try Experiments.experiment(id)
    let runs = max(24, min(experiment.plan.runs, 60))
    let found = try await ExperimentResult(of: experiment, seed: 21, runs: runs, threads: 2)
    #expect(!found.hasFailedControl, "\(found.sides.map(\.control.interval))")
  }
}
