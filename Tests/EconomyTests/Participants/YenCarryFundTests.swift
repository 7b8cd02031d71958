import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("yen carry fund")
struct YenCarryFundTests {
  private static let yenPrice = 0.006_5
  private static let book = 100e9
  /// σ̂ after a day without any move over σ̂ before it.
  private static let decay = Libm.pow(0.5, 1.0 / 20)
  private static let catalogue = ParticipantCatalogue([
    YenCarryFund.self, ScriptedTrader.self, Official.self,
  ])

  /// A book of 100bn in the weights of the basket, without technology and emerging markets of their own.
  private func plan(
    capital: Double = 25e9,
    numbers: [String: Double] = [:],
    barsPerDay: Int = 24,
    shocks: [WorldShock] = [],
    without: Set<String> = []
  ) throws -> WorldPlan {
    WorldPlan(
      start: try #require(Day(year: 2025, month: 11, day: 24)),
      barsPerDay: barsPerDay,
      claims: [
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
      ],
      markets: [
        market("yen", price: Self.yenPrice, volume: 1e12, volatility: 0.005),
        market("BTC", price: 85_129.43, volume: 90e9, volatility: 0.024),
        market("SPX shares", price: 1, hours: .newYork, volume: 500e9, volatility: 0.008),
        MarketPlan(
          "coupons",
          price: 1,
          value: .published(figure: "coupons value"),
          hours: .newYork,
          dailyVolume: 1e12,
          dailyVolatility: 0.003
        ),
      ],
      participants: [
        ParticipantPlan(
          "yen_carry_fund",
          "carry",
          numbers: numbers,
          endowments: [
            .init("SPX shares", 0.9 * Self.book, from: "INST"),
            .init("coupons", 0.08 * Self.book, from: "INST"),
            .init("BTC", 0.02 * Self.book / 85_129.43, from: "WHALE"),
            .init("deposits", capital, from: "INST"),
          ]
        )
      ],
      shocks: shocks,
      without: without.union(["news"]),
      residualProvider: [.init("deposits", 1e12, from: "HN"), .init("coupons", 1e11, from: "INST")]
    )
  }

  private func market(
    _ name: String,
    price: Double,
    hours: MarketPlan.Hours = .always,
    volume: Double,
    volatility: Double
  ) -> MarketPlan {
    MarketPlan(
      name,
      price: price,
      value: .news(annualVolatility: 0.1, common: 0),
      hours: hours,
      dailyVolume: volume,
      dailyVolatility: volatility
    )
  }

  private func world(
    capital: Double = 25e9,
    numbers: [String: Double] = [:],
    barsPerDay: Int = 24,
    shocks: [WorldShock] = [],
    without: Set<String> = [],
    days: Int
  ) throws -> World {
    let plan = try plan(
      capital: capital,
      numbers: numbers,
      barsPerDay: barsPerDay,
      shocks: shocks,
      without: without
    )
    let world = try World(plan, catalogue: Self.catalogue, seed: 1, run: 0)
    try world.run(days: days)
    return world
  }

  private func rise(_ size: Double, day: Int = 1) -> WorldShock {
    WorldShock(.news, name: "yen rises", day: day, hour: 3, market: "yen", size: size)
  }

  private func debt(_ world: World) throws -> Double {
    try world.unitsOutstanding("carry yen loans") * Self.yenPrice
  }

  @Test("it opens with the yen debt that its assets cost, and the seller has the yen")
  func opening() throws {
    let world = try world(days: 0)
    #expect(abs(try debt(world) - Self.book) < 1)
    let owed = try world.quantityOutstanding("carry yen loans")
    #expect(try world.quantity("carry yen loans", of: "Japanese banks") == owed)
    #expect(try world.quantity("yen", of: "RLP") == owed + 10_000_000_000_000_000)
    let carry = try #require(world.ledger.account(named: "carry"))
    #expect(abs(Double(world.ledger.netWorth(of: carry)) / 1e12 - 25e9) < 1e3)
  }

  @Test("with nothing new it does nothing but pay interest")
  func rest() throws {
    let world = try world(days: 1)
    #expect(try world.units("SPX shares", of: "carry") == 0.9 * Self.book)
    #expect(abs(try debt(world) - Self.book) < 1)
    let paid = 25e9 - (try world.units("deposits", of: "carry"))
    #expect(paid >= 0 && paid < Self.book * 0.005 * 4 / 365 + 1)
  }

  @Test("a book larger than wanted is closed by a fifth of the gap a day, yen bought and repaid")
  func closes() throws {
    // Decided after a day without any move, of which estimates with a half-life of ten days have heard.
    let numbers = ["capacity_usd": Self.book, "volatility_target_annual": 5]
    let world = try world(numbers: numbers, days: 2)
    let ratio = 0.033_75 / (0.005 * Self.decay * 365.0.squareRoot())
    let target = Self.book * (ratio - 0.15) / 0.3
    let expected = Self.book - 0.2 * (Self.book - target)
    let left = try debt(world)
    #expect(abs(left / expected - 1) < 0.003, "\(left) against \(expected)")
    let kept = try world.units("SPX shares", of: "carry") / (0.9 * Self.book)
    #expect(abs(kept - expected / Self.book) < 0.003)
    #expect(try world.price("yen") > Self.yenPrice)
    #expect(try world.price("SPX shares") < 1)
    #expect(try world.price("BTC") < 85_129.43)
    #expect(try world.units("yen", of: "carry") * Self.yenPrice < 1e6)
  }

  @Test("a book smaller than wanted grows no larger than its capital carried at the opening")
  func isBoundByCapital() throws {
    let numbers = ["capacity_usd": 4 * Self.book, "volatility_target_annual": 5]
    let world = try world(numbers: numbers, days: 2)
    #expect(abs(try debt(world) / Self.book - 1) < 0.003)
  }

  @Test(
    "3 % of what is missing are built up a day: yen are lent into being, sold, and assets bought"
  )
  func adds() throws {
    // Sold down by a stop on the second day, with a rule that then wants the old book again.
    let numbers = [
      "volatility_target_annual": 5, "ramp_lower_ratio": -5, "ramp_upper_ratio": -4.9,
      "stop_share": 0.5, "forced_share_of_volume": 2.0,
    ]
    let world = try world(numbers: numbers, shocks: [rise(0.012)], days: 6)
    let flat = try self.world(
      numbers: numbers.merging(["entry_share_per_day": 0]) { $1 },
      shocks: [rise(0.012)],
      days: 6
    )
    let low = try debt(flat) / Self.book
    #expect(abs(low - 0.5) < 0.01, "\(low)")
    // Decisions of the evenings of days 2 to 4 are traded by the end of day 5; equities open on all of them.
    let grown = try debt(world) / Self.book
    let gap = 1 - low
    let least = 1 - gap * Libm.pow(0.97, 2)
    let most = 1 - gap * Libm.pow(0.97, 5)
    #expect(grown > least && grown < most, "\(grown), \(least) to \(most)")
    let owned = try world.units("SPX shares", of: "carry")
    #expect(owned > (try flat.units("SPX shares", of: "carry")))
  }

  @Test("a rise of the yen by two deviations hits stops on 30 % of the book, and the rise is why")
  func stops() throws {
    let world = try world(
      numbers: ["exit_share_per_day": 0, "forced_share_of_volume": 1, "risk_limit_share": 100],
      shocks: [rise(0.012)],
      days: 3
    )
    #expect(world.days[1].forced[try world.place("carry")] > 0.25 * Self.book)
    let left = try debt(world)
    #expect(abs(left / (0.7 * Self.book) - 1) < 0.01, "\(left)")
    #expect(try world.rootKinds(of: .forcedOrder, by: "carry") == [.shock])
    #expect(world.causes.orphanCount == 0)
    let calm = try self.world(
      numbers: ["exit_share_per_day": 0, "risk_limit_share": 100],
      shocks: [rise(0.009)],
      days: 3
    )
    #expect(abs(try debt(calm) / Self.book - 1) < 1e-6)
  }

  @Test("a loss of half of the capital is a margin call, back to the leverage of the opening")
  func marginCall() throws {
    // 5 % of 100bn are more than half of 8bn; no stops.
    let world = try world(
      capital: 8e9,
      numbers: [
        "exit_share_per_day": 0, "stop_share": 0, "forced_share_of_volume": 1,
        "risk_limit_share": 100,
      ],
      shocks: [rise(0.05)],
      days: 3
    )
    let left = (8e9 - Self.book * (Libm.exp(0.05) - 1)) / 8e9
    // Closing costs impact, which is loss too, and may call once more.
    let share = try debt(world) / Self.book
    #expect(share < left + 0.01 && share > 0.5 * left, "\(share) against \(left)")
    #expect(try world.rootKinds(of: .forcedOrder, by: "carry") == [.shock])
  }

  @Test("value at risk over its limit is closed down to it")
  func riskLimit() throws {
    let world = try world(
      numbers: [
        "exit_share_per_day": 0, "stop_share": 0, "forced_share_of_volume": 1,
        "risk_limit_share": 0.05,
      ],
      days: 2
    )
    let assets = 0.9 * 0.008 + 0.08 * 0.003 + 0.02 * 0.024
    let deviation = (assets * assets + 0.005 * 0.005).squareRoot() * Self.decay
    let expected = 0.05 * 25e9 / (2.33 * deviation * Self.book)
    let share = try debt(world) / Self.book
    #expect(abs(share / expected - 1) < 0.005, "\(share) against \(expected)")
    #expect(world.causes.orphanCount == 0)
  }

  @Test("a fund that loses more than its capital leaves its bank with the rest")
  func bankruptcy() throws {
    let world = try world(
      capital: 2e9,
      numbers: ["forced_share_of_volume": 5],
      shocks: [rise(0.15)],
      days: 6
    )
    #expect(try world.units("SPX shares", of: "carry") < 1)
    #expect(try debt(world) < 1)
    #expect(try world.rootKinds(of: .writeDown, by: "carry") == [.shock])
    let banks = try #require(world.ledger.account(named: "Japanese banks"))
    #expect(world.ledger.netWorth(of: banks) < 0)
  }

  @Test("switched off, prices and holdings are those of a world without it")
  func off() throws {
    let off = try world(shocks: [rise(0.03)], without: ["yen_carry"], days: 3)
    var empty = try plan(shocks: [rise(0.03)])
    empty.participants = []
    let without = try World(empty, catalogue: Self.catalogue, seed: 1, run: 0)
    try without.run(days: 3)
    for name in ["yen", "BTC", "SPX shares", "coupons"] {
      #expect(try off.price(name) == (try without.price(name)))
    }
    #expect(try off.units("SPX shares", of: "carry") == 0.9 * Self.book)
  }

  @Test("the same world is the same twice, with one bar a day too", arguments: [1, 24])
  func determinism(barsPerDay: Int) throws {
    let first = try world(barsPerDay: barsPerDay, shocks: [rise(0.03)], days: 5)
    let second = try world(barsPerDay: barsPerDay, shocks: [rise(0.03)], days: 5)
    #expect(first.days.map(\.hash) == second.days.map(\.hash))
    #expect(first.days.map { $0.forced[0] }.reduce(0, +) > 0)
  }

  @Test("a ramp that is empty is refused with its field")
  func refusals() throws {
    #expect(throws: WorldError.self) {
      try world(numbers: ["ramp_lower_ratio": 0.5], days: 0)
    }
  }
}
