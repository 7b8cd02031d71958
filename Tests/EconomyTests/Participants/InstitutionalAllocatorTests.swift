import Quantities
import Testing

@testable import Economy

@Suite("institutional allocator")
struct InstitutionalAllocatorTests {
  private func allocator(
    numbers: [String: Double] = [:],
    words: [String: String] = [:],
    deposits: Double = 5e9
  ) -> ParticipantPlan {
    ParticipantPlan(
      "institutional_allocator",
      "pension",
      numbers: numbers,
      words: ["crypto": "IBIT shares"].merging(words) { $1 },
      endowments: [
        .init("IBIT shares", 20_000, from: "INST"), .init("SPX shares", 40e9, from: "INST"),
        .init("coupons", 40e9, from: "INST"), .init("bills", 2e9, from: "INST"),
        .init("deposits", deposits, from: "INST"),
      ]
    )
  }

  private func world(
    numbers: [String: Double] = [:],
    words: [String: String] = [:],
    start: Day? = FundWorld.start,
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    days: Int
  ) throws -> World {
    try FundWorld.world(
      [FundWorld.issuer(), allocator(numbers: numbers, words: words)],
      start: start,
      shocks: shocks,
      without: without.union(["etf_fees"]),
      days: days
    )
  }

  private static let crash = WorldShock(
    .news,
    name: "crash",
    day: 1,
    hour: 2,
    market: "BTC",
    size: -0.25
  )

  private static let withdrawal = WorldShock(
    .redemptionWave,
    name: "withdrawal",
    day: 1,
    hour: 2,
    target: "pension",
    size: 0.1
  )

  @Test("below 80 % of the quarter's high a tenth of the cut is sold in each session")
  func cutsByMandate() throws {
    // Decided at the close of day 1, a Tuesday; day 3 is a holiday, days 5 and 6 a weekend.
    let world = try world(shocks: [Self.crash], days: 5)
    let sold = 20_000 - (try world.units("IBIT shares", of: "pension"))
    let price = try world.price("BTC")
    let assets = 20_000 * price + 87e9
    let weight = 20_000 * 85_129.43 / (87e9 + 20_000 * 85_129.43)
    let cut = 0.3 * 20_000 - 0.3 * 0.25 * weight * assets / price
    #expect(abs(sold / (0.2 * cut) - 1) < 0.02, "\(sold) of \(cut)")
    #expect(world.days[2].forced[try world.place("pension")] > 0)
    let roots = try world.rootKinds(of: .forcedOrder, by: "pension")
    #expect(!roots.isEmpty && roots.allSatisfy { $0 == .shock })
    #expect(world.causes.orphanCount == 0)
  }

  @Test("after ten sessions the governed share is at its floor and the rest untouched")
  func endsAtTheFloor() throws {
    let world = try world(shocks: [Self.crash], without: ["rebalancing"], days: 25)
    let price = try world.price("BTC")
    let assets = 20_000 * price + 87e9
    let weight = 20_000 * 85_129.43 / (87e9 + 20_000 * 85_129.43)
    let expected = 0.7 * 20_000 + 0.3 * 0.25 * weight * assets / price
    #expect(abs(try world.units("IBIT shares", of: "pension") / expected - 1) < 0.01)
  }

  @Test("a fall that stops above the limit forces nothing")
  func toleratesASmallFall() throws {
    var fall = Self.crash
    fall.size = -0.2
    let world = try world(shocks: [fall], days: 5)
    #expect(try world.units("IBIT shares", of: "pension") == 20_000)
  }

  @Test("a quarter's high before the opening counts, and the opening is then the cause")
  func remembersTheHigh() throws {
    let world = try world(numbers: ["opening_quarter_high_ratio": 1.4], days: 3)
    #expect(try world.units("IBIT shares", of: "pension") < 20_000)
    let roots = try world.rootKinds(of: .forcedOrder, by: "pension")
    #expect(!roots.isEmpty && roots.allSatisfy { $0 == .opening })
  }

  @Test("without mandates its sheet is what it was")
  func isGoneWhenOff() throws {
    let world = try world(
      shocks: [Self.crash, Self.withdrawal],
      without: ["mandates"],
      days: 5
    )
    #expect(try world.units("IBIT shares", of: "pension") == 20_000)
    #expect(try world.units("SPX shares", of: "pension") == 40e9)
    #expect(try world.units("deposits", of: "pension") == 5e9)
    #expect(world.days.allSatisfy { $0.forced.allSatisfy { $0 == 0 } })
  }

  @Test(
    "withdrawals are paid, and force sales in the order of the tiers",
    arguments: [
      ("IBIT shares, SPX shares", true), ("SPX shares, IBIT shares", false),
    ]
  )
  func sellsByTiers(tiers: String, cryptoFirst: Bool) throws {
    let world = try world(words: ["tiers": tiers], shocks: [Self.withdrawal], days: 9)
    let crypto = 20_000 - (try world.units("IBIT shares", of: "pension"))
    let equities = 40e9 - (try world.units("SPX shares", of: "pension"))
    // A forced order takes a fifth of a session's volume: the shares are gone in four sessions.
    if cryptoFirst {
      #expect(crypto > 19_000)
    } else {
      #expect(crypto == 0)
    }
    #expect(equities > 1e9)
    let roots = try world.rootKinds(of: .forcedOrder, by: "pension")
    #expect(!roots.isEmpty && roots.allSatisfy { $0 == .shock })
    #expect(world.causes.orphanCount == 0)
  }

  @Test("own funds below the charges sell the first tier, because of what fell")
  func keepsItsCapital() throws {
    // Charges: 1.7 of crypto, 15.6 of equities, 2 of coupons: 19.3 bn of 88.7.
    let fall = WorldShock(.news, name: "fall", day: 1, hour: 16, market: "SPX shares", size: -0.15)
    let world = try world(numbers: ["own_funds_share": 0.22], shocks: [fall], days: 4)
    #expect(try world.units("IBIT shares", of: "pension") < 20_000)
    let roots = try world.rootKinds(of: .forcedOrder, by: "pension")
    #expect(!roots.isEmpty && roots.allSatisfy { $0 == .shock })
    let calm = try self.world(numbers: ["own_funds_share": 0.25], days: 4)
    #expect(try calm.units("IBIT shares", of: "pension") == 20_000)
  }

  @Test("after a fall month end brings the weight back to the band's edge")
  func rebalances() throws {
    // 2025-11-28 is a Friday; the month ends on Sunday.
    let world = try world(
      start: Day(year: 2025, month: 11, day: 25),
      shocks: [WorldShock(.news, name: "fall", day: 1, hour: 2, market: "BTC", size: -0.4)],
      without: ["mandates"],
      days: 14
    )
    let price = try world.price("BTC")
    let value = try world.units("IBIT shares", of: "pension") * price
    let weight = 20_000 * 85_129.43 / (87e9 + 20_000 * 85_129.43)
    let edge = 0.75 * weight * (20_000 * price + 87e9)
    #expect(abs(value / edge - 1) < 0.02, "\(value) against \(edge)")
    let idle = try self.world(
      start: Day(year: 2025, month: 11, day: 25),
      shocks: [WorldShock(.news, name: "fall", day: 1, hour: 2, market: "BTC", size: -0.4)],
      without: ["mandates", "rebalancing"],
      days: 14
    )
    #expect(try idle.units("IBIT shares", of: "pension") == 20_000)
  }

  @Test(
    "a platform buys after a rise and sells after a fall; off, neither",
    arguments: [0.1, -0.1]
  )
  func followsReturns(size: Double) throws {
    let move = WorldShock(.news, name: "move", day: 0, hour: 2, market: "BTC", size: size)
    let world = try world(
      numbers: ["momentum_per_day": 0.1],
      shocks: [move],
      without: ["rebalancing"],
      days: 3
    )
    let change = try world.units("IBIT shares", of: "pension") - 20_000
    // Known on day 1, traded on day 2.
    #expect(abs(change / (0.1 * size * 20_000) - 1) < 0.03, "\(change)")
    let off = try self.world(
      numbers: ["momentum_per_day": 0.1],
      shocks: [move],
      without: ["rebalancing", "momentum"],
      days: 3
    )
    #expect(try off.units("IBIT shares", of: "pension") == 20_000)
  }

  @Test("a tier order that leaves an asset out is refused")
  func refusesIncompleteTiers() throws {
    let plan = try FundWorld.plan([
      FundWorld.issuer(), allocator(words: ["tiers": "SPX shares"]),
    ])
    #expect {
      _ = try World(plan, catalogue: FundWorld.catalogue, seed: 1, run: 0)
    } throws: { error in
      guard case WorldError.invalid(let field, _, _, _) = error else { return false }
      return field == "participants.pension.tiers"
    }
  }
}
