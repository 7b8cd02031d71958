import Testing

@testable import Scenarios

@Suite("M2.6 and M3.1: purchases, and M2.4: rebounds")
struct PurchaseExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test(
    "Without purchases nothing changes",
    arguments: ["M2.6-banks", "M2.6-lending", "M2.6-collateral", "M2.6-carry", "M3.1-spread"]
  )
  func controls(id: String) throws {
    let experiment = try Experiments.experiment(id)
    for reading in experiment.plan.readings.map(\.id) + [""] {
      #expect(try Common.measure(experiment, isControl: true, reading: reading).quantity == 0)
    }
  }

  @Test("Purchases raise lending by what can be lent if liquidity binds, else by nothing")
  func lending() throws {
    let experiment = LendingResponseExperiment()
    let dry = try Common.measure(experiment, ["weak_share": 0, "liquidity_loss_share": 0.3])
    #expect(abs(try #require(dry.quantity) - 0.9) < 1e-9)
    #expect(try Common.companion("liquidity", of: dry) == 1)
    let weak = try Common.measure(experiment, ["weak_share": 0.3, "liquidity_loss_share": 0])
    #expect(weak.quantity == 0)
    #expect(try Common.companion("applicants", of: weak) == 1)
  }

  @Test("Purchases add loans of banks while liquidity binds them and nothing while applicants do")
  func banks() throws {
    let experiment = BankPurchaseExperiment()
    let dry = try Common.measure(experiment, ["liquidity_room_share": -0.02, "weak_share": 0])
    #expect(try #require(dry.quantity) > 0.2)
    #expect(try Common.companion("liquidity", of: dry) > 0.2)
    let ample = try Common.measure(experiment, ["liquidity_room_share": 0.05, "weak_share": 0.1])
    #expect(ample.quantity == 0)
    #expect(try Common.companion("applicants", of: ample) == 1)
    let again = try Common.measure(experiment, ["liquidity_room_share": -0.02, "weak_share": 0])
    #expect(again == dry)
  }

  @Test("Coupons make specials dearer only where they are short")
  func collateral() throws {
    let experiment = CollateralScarcityExperiment()
    let spreads = try [0.9, 1.05, 1.5].map {
      try #require(
        Common.measure(experiment, reading: "specials", ["cover_ratio": $0]).quantity
      )
    }
    #expect(spreads[0] > spreads[1] && spreads[1] > 0 && spreads[2] == 0)
    #expect(try Common.measure(experiment, reading: "velocity").quantity == 0)
  }

  @Test("Carry turns from small, not from large")
  func carry() throws {
    let experiment = CarryInversionExperiment()
    #expect(try Common.measure(experiment, ["carry_percent": 0.05]).quantity == 1)
    #expect(try Common.measure(experiment, ["carry_percent": 1]).quantity == 0)
  }

  @Test("Purchases lower the price of reserves more where these are tight")
  func reserves() throws {
    let experiment = ReservePurchaseExperiment()
    let tight = try #require(Common.measure(experiment, reading: "tight").quantity)
    let ample = try #require(Common.measure(experiment, reading: "ample").quantity)
    #expect(tight < ample && ample < 0)
  }

  @Test("Sellers who wait make a rebound fade, the more the larger they are")
  func bounce() throws {
    let experiment = BounceSoldExperiment()
    let shares = try [0.005, 0.02, 0.08].map {
      try #require(Common.measure(experiment, ["overhang": $0]).quantity)
    }
    #expect(shares[0] < shares[1] && shares[1] < shares[2])
    let alone = try #require(Common.measure(experiment, isControl: true).quantity)
    #expect(alone < shares[1])
  }
}
