import Economy
import Testing

@testable import Scenarios

@Suite("Experiments on fund flows")
struct FundFlowTests {
  private static let seed: UInt64 = 3

  private func measure(
    _ experiment: any Experiment,
    control: Bool = false,
    reading: String = "",
    number: Int = 0,
    parameters: [String: Double] = [:]
  ) throws -> ExperimentMeasurement {
    try experiment.measure(
      ExperimentRun(
        experiment: experiment.plan.id,
        seed: FundFlowTests.seed,
        number: number,
        isControl: control,
        reading: reading.isEmpty ? experiment.plan.readings.first?.id ?? "" : reading,
        parameters: parameters
      )
    )
  }

  private func companion(_ name: String, _ measurement: ExperimentMeasurement) throws -> Double {
    try #require(measurement.companions.first { $0.name == name }).value
  }

  // MARK: - M3.2

  @Test("Carry funds that unwind sell as many coins of shares as they buy futures back")
  func legsMatch() throws {
    let measured = try measure(UnwindLegsExperiment(), number: 1)
    let sold = try companion("shares sold by carry funds", measured)
    let bought = try companion("futures bought back by carry funds", measured)
    #expect(sold > 1e8)
    #expect(abs(bought / sold - 1) < 0.1)
    #expect(try measure(UnwindLegsExperiment(), control: true, number: 1).quantity == 0)
  }

  @Test("The same outflow moves the coin less if futures are bought back")
  func isNeutral() throws {
    let measured = try measure(UnwindNeutralityExperiment(), number: 1)
    #expect(try companion("price effect of the sale by other holders", measured) < 0)
    #expect(try #require(measured.quantity) > 0.5)
    #expect(try measure(UnwindNeutralityExperiment(), control: true, number: 1).quantity == 0)
  }

  @Test("Open interest and basis fall together even if carry funds keep their position")
  func correlationWithoutUnwinding() throws {
    let measured = try measure(UnwindCorrelationExperiment(), control: true, reading: "changes")
    #expect(measured.quantity == 0)
    #expect(try companion("correlation without", measured) > 0.3)
  }

  @Test("Longs that leave lower the basis, more so if carry funds do not buy")
  func basisFalls() throws {
    let unwinding = try #require(try measure(UnwindBasisExperiment(), number: 2).quantity)
    let still = try #require(
      try measure(UnwindBasisExperiment(), reading: "still", number: 2).quantity
    )
    #expect(still < unwinding)
    #expect(unwinding < 0)
    let control = try #require(try measure(UnwindBasisExperiment(), control: true).quantity)
    #expect(abs(control) < 1e-12)
  }

  // MARK: - M3.3

  @Test("Exchanged labels turn the area round")
  func exchangedLabels() {
    let scores = [0.9, 0.4, 0.5, 0.1]
    let exchanged = Array(scores[2...] + scores[..<2])
    let area = OutflowClassifierExperiment.area(scores)
    #expect(area == 0.75)
    #expect(OutflowClassifierExperiment.area(exchanged) == 1 - area)
    #expect(OutflowClassifierExperiment.area([1, 1, 1, 1]) == 0.5)
  }

  @Test("Only an unwind buys futures back, and a flight takes coins from every fund")
  func features() throws {
    let run = ExperimentRun(experiment: "test", seed: 3, number: 0, isControl: false)
    let unwind = try OutflowWorld.path(.carry, run, copy: 0, neutralShare: 1)
    let flight = try OutflowWorld.path(.holders, run, copy: 0, neutralShare: 1)
    #expect(unwind.neutral > 0.3)
    #expect(flight.neutral == 0)
    #expect(flight.outflow > 0)
    #expect(unwind.score > flight.score)
  }

  @Test("A world is the same twice, and copies of a run differ")
  func deterministic() throws {
    let first = try measure(OutflowClassifierExperiment())
    #expect(try measure(OutflowClassifierExperiment()) == first)
    let run = ExperimentRun(experiment: "test", seed: 3, number: 0, isControl: true)
    let one = try OutflowWorld.path(.nobody, run, copy: 0, neutralShare: 1)
    let other = try OutflowWorld.path(.nobody, run, copy: 1, neutralShare: 1)
    #expect(one.outflow != other.outflow)
    #expect(one.neutral == 0)
  }

  // MARK: - M0.10

  @Test("A larger share under the mandate sells more, and none without it")
  func mandates() throws {
    func forced(_ share: Double) throws -> Double {
      try #require(
        try measure(MandateExperiment(), parameters: ["mandate_share": share]).quantity
      )
    }
    #expect(try forced(0.03) > 1e8)
    #expect(try forced(0.06) > 1.5 * forced(0.03))
    #expect(try measure(MandateExperiment(), control: true).quantity == 0)
  }

  // MARK: - M0.11

  @Test("Sales and liquidations lower the price, hedged sales do not")
  func impactByClass() throws {
    let experiment = ImpactByClassExperiment()
    let sale = try #require(try measure(experiment, reading: "directional").quantity)
    let forced = try #require(try measure(experiment, reading: "forced").quantity)
    let neutral = try #require(try measure(experiment, reading: "neutral").quantity)
    #expect(sale > 0)
    #expect(forced > 0)
    #expect(neutral < 0.5 * sale)
    for reading in experiment.plan.readings.map(\.id) {
      #expect(try measure(experiment, control: true, reading: reading).quantity == 0)
    }
  }
}
