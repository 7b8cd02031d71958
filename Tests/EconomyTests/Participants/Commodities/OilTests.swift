import Testing

@testable import Economy

@Suite("oil: producers and refiners")
struct OilTests {
  private static let openingUnits: Int64 = 420_000_000 * 10_000
  private static let dailyUnits: Int64 = 16_500_000 * 10_000

  private func slope(_ world: World) throws -> Double { try world.figure("oil slope") }

  private func closes(_ world: World) -> [Double] { world.days.map { $0.markets[0].close } }

  @Test("what is made less what is used up is what exists, to the smallest quantity")
  func conservation() throws {
    let world = try CommodityWorld.oil(days: 30)
    #expect(try world.quantityOutstanding("WTI") == Self.openingUnits)
    #expect(try world.quantity("WTI", of: "oil refiners") == 0)
    #expect(try world.quantity("WTI", of: "oil producers") == 0)
    #expect(closes(world).allSatisfy { abs($0 - 58.86) < 1e-9 })
  }

  @Test("a glut adds what it is to stocks, pushes the price down and the slope up")
  func glut() throws {
    let shift = ["oil producers": ["shift_fraction": 0.05, "price_elasticity": 0]]
    let burnt = ["oil refiners": ["price_elasticity": 0.0]]
    let numbers = shift.merging(burnt) { own, _ in own }
    let world = try CommodityWorld.oil(numbers: numbers, days: 21)
    let added = try world.quantityOutstanding("WTI") - Self.openingUnits
    // Days 1 to 20, each with a twentieth more.
    #expect(added == Self.dailyUnits)
    #expect(try world.price("WTI") < 58.86)
    let calm = try CommodityWorld.oil(days: 21)
    #expect(try slope(world) > slope(calm))
    #expect(try slope(world) > 0)
  }

  @Test(
    "a slump of activity moves stocks and slope as a glut does: the slope does not tell them apart"
  )
  func slump() throws {
    let slump = try CommodityWorld.oil(gap: -5, days: 30)
    let glut = try CommodityWorld.oil(
      numbers: ["oil producers": ["shift_fraction": 0.05, "shift_day_count": 0]],
      days: 30
    )
    let calm = try CommodityWorld.oil(days: 30)
    #expect(try slope(slump) > slope(calm))
    #expect(try slope(glut) > slope(calm))
    #expect(try slump.figure("oil stocks") > calm.figure("oil stocks"))
  }

  @Test("scarcity turns the curve: the slope is negative and near less far positive")
  func scarcity() throws {
    let world = try CommodityWorld.oil(
      numbers: ["oil producers": ["shift_fraction": -0.1]],
      days: 25
    )
    #expect(try slope(world) < 0)
    #expect(try world.figure("oil spread M1-M12") > 0)
    // The operator sells into it, a million barrels a day.
    #expect(try world.units("WTI", of: "oil storage") < 50e6)
  }

  @Test("news of the value comes from the operator's own stream and from nowhere else")
  func news() throws {
    let with = try CommodityWorld.oil(gap: 0, without: [], days: 5)
    let without = try CommodityWorld.oil(without: [], days: 5)
    #expect(closes(with) == closes(without))
    #expect(try with.figure("oil value") != 58.86)
    let calm = try CommodityWorld.oil(days: 5)
    #expect(try calm.figure("oil value") == 58.86)
  }

  @Test("where oil without room earns less than its cost, wells are shut in")
  func shutIn() throws {
    let calm: Set<String> = ["news", "oil_storage_trading"]
    let off = calm.union(["oil_shut_in"])
    let world = try CommodityWorld.oil(stocks: 649e6, without: calm, days: 5)
    let without = try CommodityWorld.oil(stocks: 649e6, without: off, days: 5)
    #expect(try world.unitsOutstanding("WTI") < 649e6)
    #expect(try without.unitsOutstanding("WTI") == 649e6)
  }

  @Test("a dear barrel brings output slowly and lowers demand at once")
  func elasticities() throws {
    let off: Set<String> = ["oil_supply_response", "oil_price_demand"]
    let on = try CommodityWorld.oil(without: [], days: 10, barsPerDay: 24)
    let without = try CommodityWorld.oil(without: off, days: 10, barsPerDay: 24)
    #expect(try without.price("WTI") != 58.86)
    #expect(try without.quantityOutstanding("WTI") == Self.openingUnits)
    #expect(try on.quantityOutstanding("WTI") != Self.openingUnits)
  }

  @Test(
    "a shift that is switched off never was",
    arguments: [("oil_supply_shift", "oil producers"), ("oil_demand_shift", "oil refiners")]
  )
  func shiftOff(mechanism: String, participant: String) throws {
    let numbers = [participant: ["shift_fraction": 0.1]]
    let off = try CommodityWorld.oil(numbers: numbers, without: ["news", mechanism], days: 5)
    let none = try CommodityWorld.oil(days: 5)
    let on = try CommodityWorld.oil(numbers: numbers, days: 5)
    #expect(off.days.map(\.hash) == none.days.map(\.hash))
    #expect(on.days.last?.hash != none.days.last?.hash)
  }

  @Test("without the answer to activity a slump never was")
  func activityOff() throws {
    let off: Set<String> = ["news", "oil_activity_demand"]
    let slump = try CommodityWorld.oil(gap: -5, without: off, days: 5)
    let calm = try CommodityWorld.oil(gap: 0, days: 5)
    #expect(slump.days.map(\.hash) == calm.days.map(\.hash))
  }

  @Test("same seed, same days; a quarter-hour world holds every invariant")
  func determinism() throws {
    let first = try CommodityWorld.oil(without: [], days: 3, barsPerDay: 96, seed: 7)
    let second = try CommodityWorld.oil(without: [], days: 3, barsPerDay: 96, seed: 7)
    #expect(first.days == second.days)
    #expect(first.causes.orphanCount == 0)
  }
}
