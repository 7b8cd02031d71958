import Testing

@testable import Scenarios

@Suite("M1.6: the order in which treasury companies fail")
struct DeathOrderTests {
  @Test("without forced sales nobody sells, so that there is no order", arguments: 0..<3)
  func control(number: Int) throws {
    for reading in ["equal_leverage", "stated_financing"] {
      let measured = try DeathOrderExperiment().measured(reading, isControl: true, number: number)
      #expect(measured.positions == [45, 45, 45])
    }
  }

  @Test("companies that owe more fail first, whatever their size")
  func leverage() throws {
    let experiment = DeathOrderExperiment()
    let parameters = ["beta_exponent": 0.0]
    let small = try experiment.measured(
      "equal_leverage",
      parameters.merging(["leverage_step_ratio": 0.14]) { $1 }
    )
    let large = try experiment.measured(
      "equal_leverage",
      parameters.merging(["leverage_step_ratio": -0.14]) { $1 }
    )
    let first = try #require(small.positions)
    let last = try #require(large.positions)
    #expect(first[0] < first[2])
    #expect(last[0] > last[2])
    #expect(
      small
        == (try experiment.measured(
          "equal_leverage",
          parameters.merging(["leverage_step_ratio": 0.14]) { $1 }
        ))
    )
  }

  @Test("companies without debt are not forced within the slide")
  func equity() throws {
    let positions = try #require(
      DeathOrderExperiment().measured("stated_financing", ["debt_due_days": 90]).positions
    )
    #expect(positions[0] == 45 && positions[1] == 45 && positions[2] < 45)
  }
}

extension Experiment {
  fileprivate func measured(
    _ reading: String,
    _ parameters: [String: Double]
  ) throws -> ExperimentMeasurement {
    try measured(reading, isControl: false, number: 0, parameters)
  }
}
