import Statistics
import Testing

@testable import Economy

@Suite("oil: producers, refiners, stores")
struct OilTests {
  private static let openingUnits: Int64 = 420_000_000 * 10_000
  private static let dailyUnits: Int64 = 16_500_000 * 10_000
  /// r + u of the defaults, a year.
  private static let fullCarry = 0.038_75 + 0.05

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

  @Test(
    "contango is full carry at most while there is room",
    arguments: [100e6, 300e6, 440e6, 528e6, 600e6, 600.4e6]
  )
  func carryBound(stocks: Double) throws {
    let world = try CommodityWorld.oil(stocks: stocks, days: 1)
    #expect(try slope(world) <= Self.fullCarry * 11 / 12 + 1e-12)
  }

  @Test("only a store that is almost full makes the curve steeper than full carry")
  func superContango() throws {
    let off: Set<String> = ["news", "oil_full_store"]
    let full = try CommodityWorld.oil(stocks: 635e6, days: 1)
    let without = try CommodityWorld.oil(stocks: 635e6, without: off, days: 1)
    #expect(try slope(full) > 2 * Self.fullCarry)
    #expect(try abs(slope(without) - Self.fullCarry * 11 / 12) < 1e-12)
    #expect(try without.figure("oil storage discount") == 0)
  }

  @Test("without the convenience yield the curve does not know stocks")
  func convenience() throws {
    let off: Set<String> = ["news", "oil_convenience"]
    let scarce = try CommodityWorld.oil(stocks: 200e6, without: off, days: 1)
    let plenty = try CommodityWorld.oil(stocks: 600e6, without: off, days: 1)
    #expect(try abs(slope(scarce) - slope(plenty)) < 1e-12)
  }

  @Test("at full carry the operator buys on a loan at the policy rate; the bank has the claim")
  func financing() throws {
    let world = try CommodityWorld.oil(
      stocks: 540e6,
      numbers: ["oil storage": ["working_money_usd": 2e9]],
      days: 11
    )
    // Orders of ten evenings were filled, each of a million barrels.
    #expect(try abs(world.units("WTI", of: "oil storage") - 60e6) < 0.1e6)
    let debt = try world.unitsOutstanding("oil storage loans")
    #expect(debt > 0)
    #expect(try world.units("oil storage loans", of: "BNK") == debt)
  }

  @Test("held oil costs its storage and nothing else")
  func carryingCost() throws {
    let world = try CommodityWorld.oil(stocks: 440e6, days: 10)
    let rent = 0.05 * 50e6 * 58.86 / 365
    #expect(try abs(2e9 - world.units("deposits", of: "oil storage") - 10 * rent) < 1)
    #expect(try world.unitsOutstanding("oil storage loans") == 0)
  }

  @Test("a loan costs the policy rate")
  func interest() throws {
    // It buys once, from a working balance that it has to borrow, and then has no room.
    let storage = ["own_capacity_bbl": 51e6, "storage_cost_annual": 0.0, "working_money_usd": 2e9]
    let first = try CommodityWorld.oil(
      stocks: 540e6,
      numbers: ["oil storage": storage],
      days: 20
    )
    let later = try CommodityWorld.oil(
      stocks: 540e6,
      numbers: ["oil storage": storage],
      days: 30
    )
    let debt = try later.unitsOutstanding("oil storage loans")
    #expect(debt > 0)
    let worth = try later.units("deposits", of: "oil storage") - debt
    let before =
      try first.units("deposits", of: "oil storage") - first.unitsOutstanding("oil storage loans")
    let interest = try 10 * first.unitsOutstanding("oil storage loans") * 0.038_75 / 360
    #expect(abs(before - worth - interest) < 0.01 * interest)
  }

  @Test("without trading stores move no price: that of a world without them")
  func tradingOff() throws {
    let scarce = ["oil producers": ["shift_fraction": -0.1]]
    let unmoved: Set<String> = ["news", "oil_scarcity_value"]
    let off = unmoved.union(["oil_storage_trading"])
    let on = try CommodityWorld.oil(numbers: scarce, without: unmoved, days: 30)
    let without = try CommodityWorld.oil(numbers: scarce, without: off, days: 30)
    let absent = try CommodityWorld.oil(numbers: scarce, days: 30, absent: ["oil storage"])
    #expect(closes(without) == closes(absent))
    #expect(try on.price("WTI") < without.price("WTI"))
    #expect(try without.units("WTI", of: "oil storage") == 50e6)
  }

  @Test("scarcity raises the near price and leaves that of a year's delivery to the flow")
  func scarcityValue() throws {
    let numbers = ["oil producers": ["shift_fraction": -0.1]]
    let calm: Set<String> = ["news", "oil_storage_trading"]
    let on = try CommodityWorld.oil(numbers: numbers, without: calm, days: 20)
    let off = try CommodityWorld.oil(
      numbers: numbers,
      without: calm.union(["oil_scarcity_value"]),
      days: 20
    )
    #expect(try on.price("WTI") > 1.03 * off.price("WTI"))
    #expect(try off.figure("oil value") == 58.86)
    // y was read in the evening before: its rise by then is the rise of the value.
    let stocks = on.days[18].figures[try #require(on.figure(named: "oil stocks")).index]
    let rise = 0.8 * (420 - stocks) / 440
    #expect(try abs(Libm.log(on.figure("oil value") / 58.86) - rise) < 1e-12)
    #expect(abs(on.days[18].markets[0].close - off.days[18].markets[0].close) > 1)
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
