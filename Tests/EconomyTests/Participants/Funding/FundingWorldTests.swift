import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("The funding side as one world")
struct FundingWorldTests {
  @Test(
    "in calm SOFR lies between ON RRP and the standing rate, and nobody is forced",
    arguments: [
      UInt64(1), 4, 9,
    ]
  )
  func calm(seed: UInt64) throws {
    let world = try FundingWorld.world(FundingWorld.plan(), days: 40, seed: seed)
    for day in world.days {
      guard let repo = day.repo else { continue }
      #expect(repo.p50 > 3.75 && repo.p50 < 4)
      #expect(repo.p01 > 3.6 && repo.p99 < 4.3)
      #expect(repo.p25 <= repo.p50 && repo.p50 <= repo.p75)
    }
    #expect(world.forcedDollars(of: "funds") == 0)
    #expect(world.forcedDollars(of: "dealers") == 0)
  }

  @Test("a run that begins on a weekend opens at the yields of a business day")
  func weekend() throws {
    for (day, plan) in [(22, FundingWorld.plan()), (27, FundingWorld.plan())] {
      var plan = plan
      plan.start = try #require(Day(year: 2025, month: 11, day: day))
      let world = try FundingWorld.world(plan, days: 5)
      for close in world.days.map({ $0.markets[1].close }) { #expect(abs(close - 1) < 0.01) }
    }
  }

  @Test(
    "drained reserves raise the median and empty the facility; skew hardly moves",
    arguments: [
      UInt64(1), 2, 3,
    ]
  )
  func scarcity(seed: UInt64) throws {
    let calm = try FundingWorld.world(FundingWorld.plan(), days: 45, seed: seed)
    var plan = FundingWorld.plan()
    plan.shocks = [WorldShock(.taxPayment, name: "taxes", day: 20, hours: 96, size: 800e9)]
    let scarce = try FundingWorld.world(plan, days: 45, seed: seed)
    let change = Self.change(from: calm, to: scarce)
    #expect(change.p25 > 0 && change.p50 > 0.005)
    #expect(change.reverseRepo < -50)
    #expect(change.facility > 0)
    #expect(abs(change.bowley) < 0.15)
  }

  @Test(
    "refusal fills the facility and stretches the tail while the median falls",
    arguments: [
      UInt64(1), 2, 3,
    ]
  )
  func refusal(seed: UInt64) throws {
    var plan = FundingWorld.plan(dealer: ["risky_share": 0.35, "coverage_share": 0.96])
    let calm = try FundingWorld.world(plan, days: 45, seed: seed)
    plan.shocks = [WorldShock(.lenderRefusal, name: "refusal", day: 20, hours: 24 * 25, size: 0.9)]
    let refused = try FundingWorld.world(plan, days: 45, seed: seed)
    let change = Self.change(from: calm, to: refused)
    #expect(change.p50 < 0.005)
    #expect(change.reverseRepo > 200)
    #expect(change.facility > 0)
    #expect(change.bowley > 0.1)
    #expect(change.volume < -300)
    #expect(try refused.rootKinds(ofForcedActsBy: "funds") == [.shock])
  }

  @Test("equal seeds give equal bytes and other seeds other ones")
  func repeats() throws {
    let hashes = try [UInt64(5), 5, 6].map {
      try FundingWorld.world(FundingWorld.plan(), days: 20, seed: $0).days.map(\.hash)
    }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] != hashes[2])
  }

  @Test(
    "with 96 bars a day a shock of one bar reaches the day's settlement, and a weekend's the next one"
  )
  func quarterHours() throws {
    let quiet: Set<String> = ["public_deficit", "debt_issuance"]
    var plan = FundingWorld.plan(without: quiet)
    plan.barsPerDay = 96
    let before = try FundingWorld.world(plan, days: 4)
    plan.shocks = [
      WorldShock(.taxPayment, name: "friday", day: 0, hour: 3, size: 10e9),
      WorldShock(.taxPayment, name: "weekend", day: 1, hour: 3, hours: 48, size: 7e9),
      WorldShock(.lenderRefusal, name: "refusal", day: 3, hour: 3, size: 1),
    ]
    let after = try FundingWorld.world(plan, days: 1)
    #expect(try after.units("TGA", of: "TSY") - before.units("TGA", of: "TSY") == 10e9)
    try after.run(days: 4)
    #expect(try after.units("TGA", of: "TSY") - before.units("TGA", of: "TSY") == 17e9)
    let rates = [before, after].map { $0.days[3].repo?.reverseRepo ?? 0 }
    #expect(rates[1] > rates[0] + 50)
    #expect(after.causes.orphanCount == 0)
    #expect(try after.centralBankIdentity() == 0)
  }

  @Test("shocks that mean nobody are refused at the opening")
  func targets() throws {
    var plan = FundingWorld.plan()
    plan.shocks = [
      WorldShock(.lenderRefusal, name: "refusal", day: 1, target: "banks of Mars", size: 1)
    ]
    let world = try World(plan, catalogue: .standard, seed: 1, run: 0)
    #expect(throws: WorldError.self) { try world.checkShockTargets() }
    plan.shocks = [WorldShock(.taxPayment, name: "taxes", day: 1, size: 1e9)]
    try World(plan, catalogue: .standard, seed: 1, run: 0).checkShockTargets()
    let poor = try World(
      FundingWorld.plan(plan, without: "households"),
      catalogue: .standard,
      seed: 1,
      run: 0
    )
    #expect(throws: WorldError.self) { try poor.checkShockTargets() }
  }

  private struct Change {
    let p25, p50, bowley, reverseRepo, facility, volume: Double
  }

  /// Means of the days after the shock, the second world less the first.
  private static func change(from calm: World, to treated: World) -> Change {
    func difference(_ measure: (RepoDay) -> Double) -> Double {
      treated.mean(measure, from: 24, to: 45) - calm.mean(measure, from: 24, to: 45)
    }
    return Change(
      p25: difference(\.p25),
      p50: difference(\.p50),
      bowley: difference { $0.skew.bowley ?? 0 },
      reverseRepo: difference(\.reverseRepo),
      facility: difference(\.standingFacility),
      volume: difference(\.bilateralVolume)
    )
  }
}
