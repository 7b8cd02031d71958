import Scenarios
import Testing

@Suite("Registry of experiments")
struct ExperimentRegistryTests {
  @Test("Ids differ, name their first system, and find their experiment")
  func registry() throws {
    let ids = Experiments.all.map(\.plan.id)
    #expect(Set(ids).count == ids.count)
    for experiment in Experiments.all {
      let plan = experiment.plan
      #expect(plan.id.hasPrefix("\(plan.systems[0])-"), "\(plan.id)")
      #expect(try Experiments.experiment(plan.id).plan.title == plan.title)
    }
  }

  @Test("A system stands for its experiments, an experiment for itself")
  func named() throws {
    #expect(try Experiments.ids(named: "M0.9") == ["M0.9-capacity", "M0.9-absorption"])
    #expect(try Experiments.ids(named: "M0.9-capacity") == ["M0.9-capacity"])
    #expect(throws: ScenarioError.self) { try Experiments.ids(named: "M9.9") }
  }

  @Test("An unknown id is refused with the nearest one")
  func unknown() {
    #expect {
      try Experiments.experiment("M0.1-casade")
    } throws: { error in
      "\(error)".contains("got M0.1-casade") && "\(error)".hasSuffix("did you mean M0.1-cascade?")
    }
  }

  @Test("A plan says everything a page needs", arguments: Experiments.all.map(\.plan.id))
  func complete(id: String) throws {
    let plan = try Experiments.experiment(id).plan
    #expect(plan.question.hasSuffix("?"))
    for text in [
      plan.title, plan.quantity, plan.unit, plan.mechanism, plan.finding, plan.refutation,
      plan.expected.statement,
    ] {
      #expect(!text.isEmpty)
    }
    #expect(!plan.inputs.isEmpty && plan.finding.hasSuffix("."))
    #expect(plan.inputs.allSatisfy { !$0.isEmpty })
    #expect(Set(plan.readings.map(\.id)).count == plan.readings.count)
    // The reading that decides says the same as the plan.
    if let first = plan.readings.first { #expect(first.expected == plan.expected) }
    let readings = plan.readings.map(\.id)
    for sweep in plan.sweeps {
      #expect(!sweep.points.isEmpty)
      if let reading = sweep.reading { #expect(readings.contains(reading)) }
    }
  }

  @Test("Every sweep moves the quantity", arguments: Experiments.all.map(\.plan.id))
  func swept(id: String) throws {
    let experiment = try Experiments.experiment(id)
    for sweep in experiment.plan.sweeps {
      let names = sweep.parameters.map(\.name)
      // A chance is the same in a single run more often than not; some run has to differ.
      let hasMoved = try (0..<40).contains { number in
        let measured = try sweep.points.map { point in
          try experiment.measure(
            run(
              id,
              number: number,
              isControl: false,
              reading: sweep.reading ?? experiment.plan.readings.first?.id ?? "",
              parameters: Dictionary(uniqueKeysWithValues: zip(names, point))
            )
          )
        }
        return Set(measured).count > 1
      }
      #expect(hasMoved, "\(id): \(names)")
    }
  }

  @Test(
    "The same run gives the same measurement, and another seed another one",
    arguments: Experiments.all.map(\.plan.id)
  )
  func deterministic(id: String) throws {
    let experiment = try Experiments.experiment(id)
    let reading = experiment.plan.readings.first?.id ?? ""
    for isControl in [false, true] {
      let first = run(id, number: 3, isControl: isControl, reading: reading)
      #expect(try experiment.measure(first) == experiment.measure(first))
    }
    guard experiment.plan.statistic != .exact else { return }
    let seeds = try (1...40).map { seed in
      try experiment.measure(
        ExperimentRun(
          experiment: id,
          seed: UInt64(seed),
          number: 0,
          isControl: false,
          reading: reading
        )
      )
    }
    #expect(Set(seeds).count > 1)
  }

  private func run(
    _ id: String,
    number: Int,
    isControl: Bool,
    reading: String,
    parameters: [String: Double] = [:]
  ) -> ExperimentRun {
    ExperimentRun(
      experiment: id,
      seed: 7,
      number: number,
      isControl: isControl,
      reading: reading,
      parameters: parameters
    )
  }
}
