import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("currency board in the world")
struct CurrencyBoardOperatorTests {
  private static let strong = 1 / 7.75
  private static let weak = 1 / 7.85
  private static let calm: Set<String> = ["news", "southbound_flow"]

  private func closes(_ world: World) throws -> [Double] {
    let place = try #require(world.market(named: "HKD")).index
    return world.days.map { $0.markets[place].close }
  }

  private func shock(_ size: Double) -> WorldShock {
    WorldShock(.news, name: "move", day: 1, hour: 3, market: "HKD", size: size)
  }

  @Test("news past the strong side ends the bar at 7.75, and the balance is the sum of exchanges")
  func strongSide() throws {
    let world = try CommodityWorld.hongKong(
      shocks: [shock(0.006_6)],
      without: Self.calm,
      days: 5
    )
    #expect(!world.interventions.isEmpty)
    #expect(try closes(world).allSatisfy { $0 <= Self.strong * (1 + 1e-12) })
    var balance: Int64 = 45_000_000_000 * 10_000
    var dollars: Int64 = 30_000_000_000 * 10_000
    for exchange in world.interventions {
      #expect(exchange.dollars > .zero)
      #expect(exchange.local.units * 10_000 == exchange.dollars.units * 77_500)
      balance += exchange.local.units
      dollars += exchange.dollars.units
    }
    #expect(try world.quantityOutstanding("aggregate balance") == balance)
    #expect(try world.quantity("deposits", of: "HKMA") == dollars)
    #expect(try world.figure("aggregate balance") == Double(balance) / 1e13)
    #expect(try world.quantity("aggregate balance", of: "Hong Kong banks") == balance)
  }

  @Test("HIBOR falls as the balance rises, by the formula, and stays without its rule")
  func localRate() throws {
    let world = try CommodityWorld.hongKong(
      shocks: [shock(0.006_6)],
      without: Self.calm,
      days: 5
    )
    let gap = try InterbankRateGap()
    let balance = try world.figure("aggregate balance")
    #expect(balance > 45)
    let rate = try world.figure("HIBOR")
    #expect(abs(rate - gap.localRate(atBalance: balance, dollarRate: 3.875)) < 1e-12)
    #expect(rate < gap.localRate(atBalance: 45, dollarRate: 3.875))
    let off = try CommodityWorld.hongKong(
      shocks: [shock(0.006_6)],
      without: Self.calm.union(["balance_rate"]),
      days: 5
    )
    #expect(try off.figure("HIBOR") == gap.localRate(atBalance: 45, dollarRate: 3.875))
  }

  @Test("past the weak side banks' balances pay for dollars, and the band ends with them")
  func weakSide() throws {
    let small = try CommodityWorld.hongKong(
      shocks: [shock(-0.006_5)],
      without: Self.calm,
      days: 2
    )
    #expect(try closes(small).allSatisfy { $0 >= Self.weak * (1 - 1e-12) })
    #expect(small.interventions.allSatisfy { $0.dollars < .zero })
    #expect(
      small.interventions.allSatisfy { $0.local.units * 10_000 == $0.dollars.units * 78_500 }
    )
    let large = try CommodityWorld.hongKong(shocks: [shock(-0.03)], without: Self.calm, days: 2)
    #expect(try large.price("HKD") < Self.weak)
    // What is left is less than the price of one lot of 0.002 dollars.
    #expect(try large.units("aggregate balance", of: "Hong Kong banks") < 0.016)
    #expect(large.interventions.contains { $0.unmet > Amount(10_000) })
  }

  @Test("orders of a bar that ends beyond the edge settle at the edge where the board stands")
  func settlement() throws {
    let world = try CommodityWorld.hongKong(without: Self.calm, days: 1)
    let place = try #require(world.market(named: "HKD")).index
    let undertaking = try #require(world.undertakings[place])
    let (low, high) = (undertaking.lowestLog, undertaking.highestLog)
    let middle = 0.5 * (low + high)
    #expect(abs(world.average(middle, middle + 0.001, place) - middle - 0.000_5) < 1e-12)
    #expect(world.average(middle, high + 0.1, place) == high)
    #expect(world.average(middle, low - 0.1, place) == low)
    // News has carried the price out: the board could not keep it.
    #expect(world.average(high + 0.1, high + 0.2, place) > high)
    let off = try CommodityWorld.hongKong(without: Self.calm.union(["convertibility"]), days: 1)
    #expect(off.average(middle, high + 0.1, place) > high)
  }

  @Test("every exchange is policy, forced by what carried the price to the edge")
  func causes() throws {
    let world = try CommodityWorld.hongKong(
      shocks: [shock(0.006_6)],
      without: Self.calm,
      days: 2
    )
    let place = try #require(world.market(named: "HKD")).index
    let policy = world.days[1].markets[place].flowByTag[Int(IntentTag.policy.rawValue)]
    let dollars = world.interventions.reduce(0.0) {
      $0 + ($1.day == 1 ? Double($1.dollars.units) / 10_000 : 0)
    }
    #expect(abs(policy + dollars) < 1)
    #expect(world.causes.orphanCount == 0)
    // The shock first; then the slow return to the value, which the world enters as news.
    #expect(try world.rootKinds(ofForcedActsBy: "HKMA").isSubset(of: [.shock, .news]))
    let first = try #require(world.causes.events.firstIndex { $0.kind == .forcedOrder })
    let root = try #require(world.causes.chain(from: CauseID(index: Int32(first))).last)
    #expect(world.causes[root].kind == .shock)
  }

  @Test("without convertibility the rate leaves its band, exactly as without a board")
  func off() throws {
    let without = try CommodityWorld.hongKong(
      shocks: [shock(0.02)],
      without: Self.calm.union(["convertibility"]),
      days: 4
    )
    let absent = try CommodityWorld.hongKong(
      shocks: [shock(0.02)],
      without: Self.calm,
      days: 4,
      absent: ["HKMA"]
    )
    #expect(try closes(without) == closes(absent))
    #expect(try without.price("HKD") > Self.strong)
    #expect(without.interventions.isEmpty)
    #expect(try without.unitsOutstanding("aggregate balance") == 45e9)
  }

  @Test("random news keeps to the band while there is balance", arguments: [1, 2, 3])
  func randomNews(seed: UInt64) throws {
    let world = try CommodityWorld.hongKong(
      numbers: ["HKMA": ["aggregate_balance_hkd": 1e12]],
      without: ["southbound_flow"],
      days: 40,
      seed: seed,
      newsVolatility: 0.04
    )
    #expect(!world.interventions.isEmpty)
    // A lot is at most 20 steps of 10⁻⁴ dollars: more than that unmet is a limit of somebody's money.
    let limited = world.interventions.filter { $0.unmet.units > 40 }
    let limit: Int = limited.isEmpty ? 40 : limited[0].day
    #expect(limit > 5)
    #expect(
      try closes(world).prefix(limit).allSatisfy {
        $0 <= Self.strong * (1 + 1e-12) && $0 >= Self.weak * (1 - 1e-12)
      }
    )
    let sum = world.interventions.reduce(Int64(0)) { $0 + $1.local.units }
    #expect(try world.quantityOutstanding("aggregate balance") == 10_000_000_000_000_000 + sum)
  }

  @Test("the place in the band is 1 at the strong side and 0 at the weak one")
  func position() throws {
    let world = try CommodityWorld.hongKong(
      shocks: [shock(0.006_6)],
      without: Self.calm,
      days: 2
    )
    let rate = try 1 / world.price("HKD")
    #expect(try abs(world.figure("HKD band position") - (7.85 - rate) / 0.1) < 1e-3)
    // At the centre nothing is hidden; towards the strong edge the fundamental is beyond the rate.
    let central = 0.5 * Libm.log(7.75 * 7.85)
    #expect(try world.figure("HKD fundamental") < -Libm.log(world.price("HKD")) - central)
  }

  @Test("same seed, same days")
  func determinism() throws {
    let first = try CommodityWorld.hongKong(without: [], days: 5, newsVolatility: 0.05)
    let second = try CommodityWorld.hongKong(without: [], days: 5, newsVolatility: 0.05)
    #expect(first.days == second.days)
    #expect(first.interventions == second.interventions)
  }
}
