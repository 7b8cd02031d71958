import Testing

@testable import Scenarios

@Suite("M2.2: delinquency, unemployment and losses")
struct CreditExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test("Bad loans lead, lost demand lags, and without a shock the lead is anywhere")
  func lead() throws {
    let experiment = DelinquencyLeadExperiment()
    #expect(try #require(Common.measure(experiment, reading: "underwriting").quantity) > 0)
    #expect(try #require(Common.measure(experiment, reading: "demand").quantity) < 0)
    let leads = try (0..<40).map { number in
      let run = ExperimentRun(
        experiment: "A",
        seed: 4,
        number: number,
        isControl: true,
        reading: "underwriting"
      )
      return try #require(experiment.measure(run).quantity)
    }
    #expect(leads.contains { $0 > 0 } && leads.contains { $0 < 0 })
  }

  @Test("Without easy credit nothing peaks; with it delinquency peaks first")
  func vintages() throws {
    let experiment = EasyCreditExperiment()
    for reading in ["rise", "peak"] {
      #expect(try Common.measure(experiment, isControl: true, reading: reading).quantity == 0)
    }
    #expect(try #require(Common.measure(experiment, reading: "peak").quantity) > 0)
    #expect(try #require(Common.measure(experiment, reading: "rise").quantity) < 0)
  }

  @Test("Losses accelerate, slower than an exponential, and turn concave")
  func convexity() throws {
    let experiment = LossConvexityExperiment()
    #expect(try #require(Common.measure(experiment, reading: "exponential").quantity) < 0)
    #expect(try #require(Common.measure(experiment, reading: "convex").quantity) > 0)
    #expect(try #require(Common.measure(experiment, reading: "far").quantity) < 0)
    for reading in ["exponential", "convex", "far"] {
      #expect(try Common.measure(experiment, isControl: true, reading: reading).quantity == 0)
    }
  }
}
