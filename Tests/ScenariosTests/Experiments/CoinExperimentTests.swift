import Economy
import Testing

@testable import Scenarios

/// What the experiments in small worlds of bitcoin have in common: a control without any effect, and one
/// answer to one run.
@Suite("Experiments in worlds of bitcoin")
struct CoinExperimentTests {
  static func run(
    _ id: String,
    isControl: Bool = false,
    reading: String = "",
    _ parameters: [String: Double] = [:]
  ) -> ExperimentRun {
    ExperimentRun(
      experiment: id,
      seed: 5,
      number: 2,
      isControl: isControl,
      reading: reading,
      parameters: parameters
    )
  }

  static func measure(
    _ experiment: some Experiment,
    isControl: Bool = false,
    reading: String = "",
    _ parameters: [String: Double] = [:]
  ) throws -> ExperimentMeasurement {
    try experiment.measure(
      run(experiment.plan.id, isControl: isControl, reading: reading, parameters)
    )
  }

  /// A companion by the beginning of its name.
  static func companion(_ name: String, of measurement: ExperimentMeasurement) throws -> Double {
    try #require(measurement.companions.first { $0.name.hasPrefix(name) }).value
  }

  @Test(
    "Without the mechanism the quantity is exactly what the rule says",
    arguments: [
      "M0.1-world", "M0.7-exit", "M0.7-wave", "M0.8-world", "M0.12-world", "M1.11-depth",
      "M4.1-hole", "M4.1-run", "M4.1-outflow", "M4.1-price",
    ]
  )
  func controls(id: String) throws {
    let experiment = try Experiments.experiment(id)
    guard case .exactly(let null) = experiment.plan.control else {
      Issue.record("\(id) has another rule")
      return
    }
    for number in 0..<3 {
      let run = ExperimentRun(experiment: id, seed: 11, number: number, isControl: true)
      #expect(try experiment.measure(run).quantity == null)
    }
  }

  @Test("A world is the same twice and differs between runs")
  func determinism() throws {
    let world = CoinWorld()
    let first = try world.outcome(Self.run("A"), days: 2)
    let second = try world.outcome(Self.run("B"), days: 2)
    #expect(first.days.map(\.hash) == second.days.map(\.hash))
    let other = ExperimentRun(experiment: "A", seed: 5, number: 3, isControl: false)
    #expect(try world.outcome(other, days: 2).days.map(\.hash) != first.days.map(\.hash))
  }

  @Test("Whoever an experiment adds leaves the draws of the others alone")
  func draws() throws {
    let alone = try CoinWorld().outcome(Self.run("A"), days: 2)
    let robbed = HackWorld.world(loss: 0, reserve: 0.7e9)
    let crowd = try robbed.outcome(Self.run("A"), days: 2, without: ["etf_arbitrage"])
    // An exchange, a fund and its holders who do nothing yet leave every price where it was.
    let difference = alone.logMove(day: 1) - crowd.logMove(day: 1)
    #expect(abs(difference) < 1e-6)
  }

  @Test("A plan that cannot be is one typed error")
  func refusal() {
    var world = CoinWorld()
    world.plan.participants[0].kind = "nobody"
    #expect(throws: ScenarioError.self) { try world.outcome(Self.run("A"), days: 1) }
  }
}
