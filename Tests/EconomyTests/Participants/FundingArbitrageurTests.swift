import Quantities
import Testing

@testable import Economy

@Suite("funding arbitrageur")
struct FundingArbitrageurTests {
  private static let buyer = FundWorld.trader(
    "perpetual",
    market: "BTC",
    dollarsPerBar: 6e7,
    days: 0...9,
    endowments: [.init("stablecoins", 30e9, from: "RETAIL")]
  )

  private func arbitrageur(_ coins: Double = 1_000, stablecoins: Double = 6e9) -> ParticipantPlan {
    ParticipantPlan(
      "funding_arbitrageur",
      "arbitrageur",
      numbers: ["capacity_usd": 2e10],
      endowments: [
        .init("BTC", coins, from: "RLP"), .init("stablecoins", stablecoins, from: "RETAIL"),
      ]
    )
  }

  private func world(
    _ others: [ParticipantPlan],
    coins: Double = 1_000,
    stablecoins: Double = 6e9,
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    days: Int
  ) throws -> World {
    try FundWorld.world(
      others + [arbitrageur(coins, stablecoins: stablecoins)],
      perpetual: true,
      shocks: shocks,
      without: without,
      days: days
    )
  }

  private func meanFunding(_ world: World) -> Double {
    let rates = world.perpetuals[0].fundingRates
    return rates.reduce(0, +) / Double(rates.count) * 3 * 365
  }

  @Test("it shorts what pays, so that the same purchases leave a lower funding")
  func lowersFunding() throws {
    let with = try world([Self.buyer], days: 10)
    let without = try world([Self.buyer], without: ["funding_arbitrage"], days: 10)
    #expect(try with.units("BTC swap", of: "arbitrageur") < -5_000)
    #expect(meanFunding(with) < 0.8 * meanFunding(without))
    #expect(meanFunding(with) > 0)
  }

  @Test("coins and short are equal, whatever it trades")
  func staysHedged() throws {
    let world = try world([Self.buyer], days: 6)
    let coins = try world.units("BTC", of: "arbitrageur")
    let short = -(try world.units("BTC swap", of: "arbitrageur"))
    #expect(short > 2_000)
    #expect(abs(coins / short - 1) < 0.01, "\(coins) against \(short)")
  }

  @Test("its orders leave the price where it was: neutral flow nets to nothing")
  func isNeutral() throws {
    let world = try world([], days: 3)
    let coin = try #require(world.markets.firstIndex { $0.plan.name == "BTC" })
    for day in world.days {
      #expect(abs(day.markets[coin].flowByTag[Int(IntentTag.neutral.rawValue)]) < 1e6)
    }
    // Funding of a calm market, 11 % a year, lies inside the ramp: it grows towards half its capacity.
    #expect(try world.units("BTC", of: "arbitrageur") > 1_000)
  }

  @Test("off, it keeps what it opened with")
  func isGoneWhenOff() throws {
    let world = try world([Self.buyer], without: ["funding_arbitrage"], days: 3)
    #expect(try world.units("BTC", of: "arbitrageur") == 1_000)
    #expect(try world.units("BTC swap", of: "arbitrageur") == -1_000)
  }

  @Test("a rise that uses up its margin forces both legs before the venue does")
  func isForcedByARise() throws {
    let rise = WorldShock(.news, name: "rise", day: 1, hour: 2, market: "BTC", size: 0.2)
    let world = try world([], coins: 20_000, stablecoins: 0.6e9, shocks: [rise], days: 2)
    #expect(world.days[1].forced[try world.place("arbitrageur")] > 1e8)
    #expect(world.days[1].perpetuals[0].liquidatedShorts == 0)
    let coins = try world.units("BTC", of: "arbitrageur")
    let short = -(try world.units("BTC swap", of: "arbitrageur"))
    #expect(coins < 19_000)
    #expect(abs(coins / short - 1) < 0.02, "\(coins) against \(short)")
    let roots = try world.rootKinds(of: .forcedOrder, by: "arbitrageur")
    #expect(!roots.isEmpty && roots.allSatisfy { $0 == .shock })
    #expect(world.causes.orphanCount == 0)
  }
}
