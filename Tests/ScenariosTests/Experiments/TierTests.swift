import Testing

@testable import Scenarios

@Suite("Experiments on tiers of collateral")
struct TierTests {
  private func measure(
    _ experiment: any Experiment,
    control: Bool = false,
    reading: String,
    parameters: [String: Double] = [:]
  ) throws -> ExperimentMeasurement {
    try experiment.measure(
      ExperimentRun(
        experiment: experiment.plan.id,
        seed: 3,
        number: 0,
        isControl: control,
        reading: reading,
        parameters: parameters
      )
    )
  }

  @Test("Who keeps the senior coin turns round with the order of sales")
  func order() throws {
    let stated = try measure(SeniorTransferExperiment(), reading: "stated")
    let switched = try measure(SeniorTransferExperiment(), reading: "switched")
    #expect(try #require(stated.quantity) > 0)
    #expect(try #require(switched.quantity) < 0)
    #expect(try measure(SeniorTransferExperiment(), reading: "stated") == stated)
  }

  @Test("Without forced sales everybody keeps every coin", arguments: ["stated", "switched"])
  func control(reading: String) throws {
    let measured = try measure(SeniorTransferExperiment(), control: true, reading: reading)
    #expect(measured.quantity == 0)
    #expect(measured.companions.prefix(4).allSatisfy { $0.value == 1 })
  }

  @Test("Retail loses more than institutions, and without sales the order costs nothing")
  func losses() throws {
    let measured = try measure(TierLossExperiment(), reading: "rebound")
    #expect(measured.companions[0].value > measured.companions[1].value)
    #expect(try measure(TierLossExperiment(), control: true, reading: "rebound").quantity == 0)
    let without = try measure(TierLossExperiment(), control: true, reading: "rebound").companions
    #expect(without[0].value == without[2].value)
  }

  @Test("Longs are liquidated, and without liquidation nothing is added to the betas")
  func betas() throws {
    let measured = try measure(AsymmetricBetaExperiment(), reading: "mixed")
    #expect(try #require(measured.companions.last).value > 1e9)
    #expect(try #require(measured.quantity) != 0)
    let control = try measure(AsymmetricBetaExperiment(), control: true, reading: "mixed")
    #expect(control.quantity == 0)
    #expect(try #require(control.companions.last).value == 0)
  }
}
