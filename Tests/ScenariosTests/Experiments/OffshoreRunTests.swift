import Economy
import Testing

@testable import Scenarios

@Suite("Experiment on a run on offshore dollars")
struct OffshoreRunTests {
  private func measure(
    _ share: Double,
    lines: String,
    control: Bool = false
  ) throws -> ExperimentMeasurement {
    let experiment = OffshoreRunExperiment()
    return try experiment.measure(
      ExperimentRun(
        experiment: experiment.plan.id,
        seed: 1,
        number: 0,
        isControl: control,
        reading: lines,
        parameters: ["run_share": share]
      )
    )
  }

  private func companion(_ name: String, of measured: ExperimentMeasurement) throws -> Double {
    try #require(measured.companions.first { $0.name == name }, "no \(name)").value
  }

  @Test("Without the run nothing moves, whatever the lines", arguments: ["closed", "open"])
  func control(lines: String) throws {
    let measured = try measure(0.3, lines: lines, control: true)
    #expect(measured.quantity == 0)
    #expect(try companion("lowest cross-currency basis", of: measured) == -5)
    #expect(try companion("coupons that foreign banks sold", of: measured) == 0)
  }

  @Test("Lines stop the basis at their price and the sales; the same run gives the same numbers")
  func lines() throws {
    let closed = try measure(0.3, lines: "closed")
    let open = try measure(0.3, lines: "open")
    #expect(try companion("lowest cross-currency basis", of: closed) < -65)
    #expect(try companion("lowest cross-currency basis", of: open) == -65)
    #expect(try companion("coupons that foreign banks sold", of: closed) > 100)
    #expect(try companion("coupons that foreign banks sold", of: open) == 0)
    #expect(try companion("lent over swap lines at the end", of: open) > 100)
    #expect(try measure(0.3, lines: "closed") == closed)
  }

  @Test("A run that paper takes up leaves the basis alone")
  func mild() throws {
    let mild = try measure(0.05, lines: "closed")
    #expect(try companion("lowest cross-currency basis", of: mild) == -5)
    #expect(try companion("coupons that foreign banks sold", of: mild) == 0)
  }
}
