import Testing

@testable import Economy

@Suite("market makers")
struct MarketMakerTests {
  private static let figure = "depth BTC maker"

  private static func maker(_ numbers: [String: Double] = [:], coins: Double = 0) -> ParticipantPlan
  {
    ParticipantPlan(
      "market_maker",
      "maker",
      numbers: numbers,
      endowments: [.init("stablecoins", 1e9, from: "MM"), .init("BTC", coins, from: "MM")]
    )
  }

  private static func fall(_ size: Double, hour: Double) -> WorldShock {
    WorldShock(.news, name: "fall", day: 0, hour: hour, market: "BTC", size: size)
  }

  @Test("a fright leaves the floor for twenty minutes and the way back takes two hours")
  func depthSwitch() {
    var depth = DepthSwitch(floor: 0.05, holdDays: 20.0 / 1440, recoveryDays: 120.0 / 1440)
    #expect(depth.elapse(days: 1.0 / 96) == 1)
    depth.trip(isFailure: false)
    #expect(abs(depth.elapse(days: 15.0 / 1440) - 0.05) < 1e-12)
    // 5 minutes at the floor, then 10 minutes of recovery: mean 0.05 + 0.95 · (10²/2/120)/15.
    let second = 0.05 + 0.95 * (100.0 / 2 / 120) / 15
    #expect(abs(depth.elapse(days: 15.0 / 1440) - second) < 1e-12)
  }

  @Test(
    "a day of long bars loses the same depth as a day of short ones",
    arguments: [1, 4, 24, 96]
  )
  func depthOfLongBars(bars: Int) {
    var depth = DepthSwitch(floor: 0.05, holdDays: 20.0 / 1440, recoveryDays: 120.0 / 1440)
    depth.trip(isFailure: false)
    var sum = 0.0
    for _ in 0..<bars { sum += depth.elapse(days: 1 / Double(bars)) / Double(bars) }
    // 20 minutes of 0.95 and a triangle of 120 minutes.
    #expect(abs(sum - (1 - 0.95 * (20.0 + 60) / 1440)) < 1e-12)
  }

  @Test("a fall of ten percent takes the depth away in the next bar")
  func withdrawal() throws {
    let plan = try VenueWorld.plan([Self.maker()], shocks: [Self.fall(-0.1, hour: 23.5)])
    let world = try VenueWorld.world(plan, days: 1)
    #expect(abs(try world.figure(Self.figure) - 0.05) < 1e-12)
    try world.run(days: 2)
    #expect(try world.figure(Self.figure) == 1)
    #expect(try world.rootKinds(ofForcedActsBy: "maker") == [.shock])
  }

  @Test("a move within five standard deviations frightens nobody")
  func calm() throws {
    let plan = try VenueWorld.plan([Self.maker()], shocks: [Self.fall(-0.01, hour: 23.5)])
    #expect(try VenueWorld.world(plan, days: 1).figure(Self.figure) == 1)
  }

  @Test("switched off, depth stays what capital gives")
  func withdrawalOff() throws {
    let plan = try VenueWorld.plan(
      [Self.maker()],
      shocks: [Self.fall(-0.1, hour: 23.5)],
      without: ["maker_withdrawal"]
    )
    #expect(try VenueWorld.world(plan, days: 1).figure(Self.figure) == 1)
  }

  @Test("an interface that surely fails in a rout shows nothing")
  func failure() throws {
    let plan = try VenueWorld.plan(
      [Self.maker(["failure_probability": 1])],
      shocks: [Self.fall(-0.1, hour: 23.5)]
    )
    #expect(abs(try VenueWorld.world(plan, days: 1).figure(Self.figure)) < 1e-12)
  }

  @Test("a maker that lost most of its equity is gone for thirty days, forced by the fall")
  func ruin() throws {
    // 60 000 coins of 5.1 bn and 0.1 bn of money: a fall of 80 % leaves less than 30 %.
    var maker = Self.maker(["absorbed_share": 0], coins: 60_000)
    maker.endowments[0].quantity = 1e8
    let plan = try VenueWorld.plan([maker], shocks: [Self.fall(-1.61, hour: 6)])
    let world = try VenueWorld.world(plan, days: 2)
    #expect(try world.figure(Self.figure) == 0)
    #expect(try world.rootKinds(ofForcedActsBy: "maker") == [.shock])
    #expect(world.causes.orphanCount == 0)
    try world.run(days: 29)
    #expect(try world.figure(Self.figure) == 0)
    try world.run(days: 33)
    #expect(try world.figure(Self.figure) > 0.9)
  }

  @Test("flow taken into inventory is worked back; without inventory nothing is ever traded")
  func inventory() throws {
    let sale = WorldShock(
      .sale,
      name: "sale",
      day: 0,
      hour: 2,
      hours: 1,
      market: "BTC",
      target: "WHALE",
      size: 1e9
    )
    let maker = Self.maker(coins: 5_000)
    let on = try VenueWorld.world(try VenueWorld.plan([maker], shocks: [sale]), days: 3)
    #expect(on.days[0].flows[0] != 0)
    let held = Double(try on.quantity("BTC", of: "maker")) / 1e8
    #expect(abs(held - 5_000) < 5)
    let off = try VenueWorld.world(
      try VenueWorld.plan([maker], shocks: [sale], without: ["maker_inventory"]),
      days: 3
    )
    #expect(try off.quantity("BTC", of: "maker") == 5_000 * 100_000_000)
    #expect(off.days.allSatisfy { $0.flows[0] == 0 })
  }
}
