import Quantities
import Testing

@testable import Economy

/// One shock on its way through the whole world: from the yen to bitcoin, and from bitcoin to bills.
@Suite("Path of a shock")
struct ShockPathTests {
  private static let yenPrice = 0.006_5

  private func world(
    without: Set<String> = [],
    fallStart: Double = 0,
    days: Int = 3
  ) throws -> World {
    let world = try World(
      try plan(without: without, fallStart: fallStart),
      catalogue: .standard,
      seed: 1,
      run: 0
    )
    try world.run(days: days)
    return world
  }

  @Test("a rise of the yen ends in a sale of bills, and every step of the way is in the causes")
  func path() throws {
    let world = try world()
    let bills = Int32(try #require(world.market(named: "bills")).index)
    let carry = Int32(try world.place("carry"))
    let holders = Int32(try world.place("stablecoin holder"))
    let chains = world.causes.events.indices.filter {
      world.causes.events[$0].kind == .forcedOrder && world.causes.events[$0].place == bills
    }.map { world.causes.chain(from: CauseID(index: Int32($0))).map { world.causes[$0] } }
    #expect(!chains.isEmpty)
    let whole = chains.filter { chain in
      chain.contains { $0.kind == .forcedRedemption && $0.participant == holders }
        && chain.contains { $0.kind == .liquidation }
        && chain.contains { $0.kind == .forcedOrder && $0.participant == carry }
    }
    let path = try #require(whole.first, "no sale of bills goes back to the fund by a liquidation")
    let root = try #require(path.last)
    #expect(root.kind == .shock)
    #expect(root.place == Int32(try #require(world.market(named: "yen")).index))
    // Effects before their causes, from the bills back to the yen.
    let kinds = path.map(\.kind)
    let redemption = try #require(kinds.firstIndex(of: .forcedRedemption))
    let liquidation = try #require(kinds.firstIndex(of: .liquidation))
    let sale = try #require(path.lastIndex { $0.participant == carry })
    #expect(kinds[0] == .forcedOrder && kinds[1] == .consequence)
    #expect(redemption < liquidation && liquidation < sale)
    #expect(world.causes.orphanCount == 0)
  }

  @Test(
    "without any one link the bills are not sold",
    arguments: ["yen_carry", "stablecoin_run", "reserve_bills"]
  )
  func links(mechanism: String) throws {
    let whole = try world()
    let broken = try world(without: [mechanism])
    #expect(whole.forcedDollars(of: "stablecoin issuer") > 0)
    #expect(broken.forcedDollars(of: "stablecoin issuer") == 0)
  }

  @Test("without leverage the path is shorter: no liquidation, and fewer bills are sold")
  func leverage() throws {
    let whole = try world()
    let unlevered = try world(without: ["leverage"])
    #expect(!unlevered.causes.events.contains { $0.kind == .liquidation })
    let sold = whole.forcedDollars(of: "stablecoin issuer")
    #expect(unlevered.forcedDollars(of: "stablecoin issuer") < sold)
  }

  @Test("holders who stay until the coin has fallen by a half stay, and no bill is sold")
  func start() throws {
    #expect(try world(fallStart: 0.5).forcedDollars(of: "stablecoin issuer") == 0)
  }

  // MARK: - The world

  private func plan(without: Set<String>, fallStart: Double) throws -> WorldPlan {
    let standard = WorldPlan.standard()
    var plan = WorldPlan(
      start: try #require(Day(year: 2025, month: 11, day: 24)),
      barsPerDay: 24,
      claims: [yen],
      markets: standard.markets.filter { ["BTC", "SPX shares", "bills"].contains($0.name) },
      perpetuals: standard.perpetuals.filter { $0.market == "BTC" },
      shocks: [
        // In New York's session: what holders bring home is met with bills in the same hours.
        WorldShock(.news, name: "yen rises", day: 1, hour: 15, market: "yen", size: 0.03)
      ],
      without: without.union(["news"]),
      residualProvider: [.init("deposits", 2e12, from: "HN"), .init("bills", 400e9, from: "MMF")]
    )
    plan.markets.append(
      MarketPlan(
        "yen",
        price: Self.yenPrice,
        value: .news(annualVolatility: 0.1, common: 0),
        dailyVolume: 1e12,
        dailyVolatility: 0.005
      )
    )
    let names = ["retail BTC low", "retail BTC mid", "retail BTC high", "stablecoin issuer"]
    plan.participants = standard.participants.filter { names.contains($0.name) }
    plan.participants += [holders(fallStart), carry]
    return plan
  }

  private var yen: ClaimPlan {
    ClaimPlan(
      "yen",
      of: "Japanese banks",
      isBank: true,
      unit: "JPY",
      price: Self.yenPrice,
      quantityDecimals: 2,
      priceDecimals: 8,
      origin: .owedBy("ROW", as: "other yen loans"),
      holders: [.init("RLP", 100e12)]
    )
  }

  /// Enough that what they bring home exceeds the issuer's buffer.
  private func holders(_ fallStart: Double) -> ParticipantPlan {
    ParticipantPlan(
      "stablecoin_holder",
      "stablecoin holder",
      numbers: ["coin_fall_intensity_per_day": 5, "coin_fall_start": fallStart],
      endowments: [.init("stablecoins", 80e9, from: "RETAIL")]
    )
  }

  /// A book of 4tn whose forced orders may be twice the volume.
  private var carry: ParticipantPlan {
    let book = 4e12
    return ParticipantPlan(
      "yen_carry_fund",
      "carry",
      numbers: ["forced_share_of_volume": 2],
      words: ["treasuries": ""],
      endowments: [
        .init("SPX shares", 0.98 * book, from: "INST"),
        .init("BTC", 0.02 * book / 85_129.43, from: "WHALE"),
        .init("deposits", 0.25 * book, from: "HN"),
      ]
    )
  }
}
