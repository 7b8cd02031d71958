import Testing

@testable import Scenarios

@Suite("M1.5: the wheel of treasury companies")
struct FlywheelTests {
  @Test("coins per share rise above one, fall below it, and stay without issues", arguments: 0..<3)
  func coinsPerShare(number: Int) throws {
    let experiment = FlywheelExperiment()
    let above = try experiment.measured("above_one", number: number)
    let below = try experiment.measured("below_one", number: number)
    #expect(try #require(above.quantity) > 1)
    #expect(try #require(below.quantity) < 1)
    #expect(above == (try experiment.measured("above_one", number: number)))
    for reading in ["above_one", "below_one"] {
      let control = try experiment.measured(reading, isControl: true, number: number)
      #expect(control.quantity == 1)
    }
  }

  @Test("larger issues raise the price of the coin more, none leave it as it is")
  func price() throws {
    let experiment = FlywheelPriceExperiment()
    let small = try experiment.measured(["share_volume_usd_per_day": 0.3e9])
    let large = try experiment.measured(["share_volume_usd_per_day": 10e9])
    #expect(try #require(small.quantity) > 0)
    #expect(try #require(large.quantity) > 3 * (try #require(small.quantity)))
    #expect(try experiment.measured(isControl: true).quantity == 0)
  }

  @Test("bonds for volatile shares at a high multiple add coins per share and leave a debt")
  func credit() throws {
    let experiment = FlywheelCreditExperiment()
    let lent = try experiment.measured([
      "premium_reversion_per_day": 0, "premium_volatility_per_day": 0.04,
    ])
    #expect(try #require(lent.quantity) > 1)
    #expect(lent.companions[0].value > 0)
    #expect(try experiment.measured(isControl: true).quantity == 1)
  }

  @Test("a closure takes all purchases, a fall below one too unless the company wills otherwise")
  func stop() throws {
    let experiment = FlywheelStopExperiment()
    #expect(try experiment.measured("closure").quantity == 1)
    #expect(try #require(experiment.measured("multiple").quantity) > 0.9)
    #expect(try #require(experiment.measured("below_one").quantity) < 0.9)
    for reading in ["closure", "multiple", "below_one"] {
      #expect(try experiment.measured(reading, isControl: true).quantity == 0)
    }
  }

  @Test("debt makes the difference between the definitions of mNAV near one")
  func purchase() throws {
    let experiment = PurchaseNearOneExperiment()
    let basic = try #require(experiment.measured("basic").quantity)
    let net = try #require(experiment.measured("net").quantity)
    #expect(basic > net)
    let open = try experiment.measured("net", ["issue_threshold_ratio": 0.7])
    #expect(try #require(open.quantity) > 5e8)
    #expect(try experiment.measured("basic", isControl: true).quantity == 0)
  }
}

extension Experiment {
  fileprivate func measured(_ parameters: [String: Double]) throws -> ExperimentMeasurement {
    try measured("", isControl: false, number: 0, parameters)
  }
}
