import Quantities
import Testing

@testable import Economy

@Suite("authorised participant")
struct AuthorisedParticipantTests {
  /// Buys 20 m of shares in every bar of one session.
  private static let buyer = FundWorld.trader(
    "spot",
    market: "IBIT shares",
    dollarsPerBar: 2e7,
    days: 1...1,
    endowments: [.init("deposits", 1e9, from: "HN")]
  )

  private func world(
    dealer numbers: [String: Double] = [:],
    without: Set<String> = [],
    days: Int = 2
  ) throws -> World {
    try FundWorld.world(
      [FundWorld.issuer(), Self.buyer, FundWorld.dealer(numbers: numbers)],
      without: without.union(["etf_fees"]),
      days: days
    )
  }

  @Test("it carries the purchase of shares into coins and creates what it sold")
  func carriesFlow() throws {
    let world = try world()
    let created = try world.figure("IBIT creations")
    #expect(created > 5e7 && created < 1.3e8, "\(created)")
    #expect(abs(try world.units("IBIT shares", of: "dealer") - 2_500) < 1e-3, "back at the target")
    #expect(
      abs(try world.units("BTC", of: "dealer") - 2_500) < 10,
      "the coins it bought went into the fund"
    )
  }

  @Test("it leaves a premium of its cost, where without it the whole impact would stand")
  func closesThePremium() throws {
    let buying = FundWorld.trader(
      "spot",
      market: "IBIT shares",
      dollarsPerBar: 2e7,
      days: 1...1,
      endowments: [.init("deposits", 1e9, from: "HN")]
    )
    func premium(without: Set<String>) throws -> Double {
      let world = try FundWorld.world(
        [FundWorld.issuer(), buying, FundWorld.dealer()],
        without: without.union(["etf_fees", "resilience"]),
        days: 2
      )
      return try world.price("IBIT shares") / world.price("BTC") - 1
    }
    let alone = try premium(without: ["etf_arbitrage"])
    let arbitraged = try premium(without: [])
    #expect(alone > 0.002_5, "\(alone)")
    // The last bar's purchase comes after the dealer's last order.
    #expect(arbitraged < 0.7 * alone, "\(arbitraged) of \(alone)")
  }

  @Test("its legs are tagged neutral and offset each other")
  func tagsNeutral() throws {
    let world = try world()
    let neutral = Int(IntentTag.neutral.rawValue)
    let flows = world.days[1].markets.map { $0.flowByTag[neutral] }
    let coin = try #require(world.markets.firstIndex { $0.plan.name == "BTC" })
    let shares = try #require(world.markets.firstIndex { $0.plan.name == "IBIT shares" })
    #expect(flows[coin] > 5e7)
    #expect(abs(flows[coin] + flows[shares]) < 0.02 * flows[coin])
  }

  @Test("in cash mode the coins are bought, and the shares created, a session later")
  func settlesInCash() throws {
    let today = try world(dealer: ["in_kind": 0], days: 2)
    #expect(try today.figure("IBIT creations") == 0)
    #expect(try today.units("BTC", of: "dealer") == 2_500)
    let tomorrow = try world(dealer: ["in_kind": 0], days: 3)
    #expect(try tomorrow.figure("IBIT creations") > 5e7)
    // What the day's last purchase left to sell the next morning is settled after the holiday.
    let later = try world(dealer: ["in_kind": 0], days: 6)
    #expect(abs(try later.units("IBIT shares", of: "dealer") - 2_500) < 30)
  }

  @Test("it sells no more than its inventory limit")
  func keepsItsLimit() throws {
    let world = try world(dealer: ["inventory_limit_usd": 1e7])
    #expect(try world.figure("IBIT creations") <= 1.01e7)
    #expect(try world.figure("IBIT creations") > 0.9e7)
  }

  @Test("it withdraws while volatility is beyond its limit")
  func withdraws() throws {
    let world = try world(dealer: ["withdrawal_volatility_ratio": 0])
    #expect(try world.figure("IBIT creations") == 0)
    #expect(try world.units("BTC", of: "dealer") == 2_500)
  }

  @Test("switched off, its world is the same as if it slept")
  func isGoneWhenOff() throws {
    let off = try world(without: ["etf_arbitrage"])
    let asleep = try world(dealer: ["withdrawal_volatility_ratio": 0])
    #expect(off.days.map(\.hash) == asleep.days.map(\.hash))
  }

  @Test("a gap at the opening is no premium")
  func waitsForTheOpening() throws {
    let night = WorldShock(.news, name: "night", day: 1, hour: 2, market: "BTC", size: -0.05)
    let world = try FundWorld.world(
      [FundWorld.issuer(), FundWorld.dealer(numbers: ["withdrawal_volatility_ratio": 100])],
      shocks: [night],
      without: ["etf_fees"],
      days: 2
    )
    #expect(try world.units("BTC", of: "dealer") == 2_500)
    #expect(abs(try world.price("IBIT shares") / world.price("BTC") - 1) < 1e-6)
  }
}
