import Testing

@testable import Economy

@Suite("exchange operators and their customers")
struct ExchangeOperatorTests {
  /// 2.5 bn of balances and 60 000 coins owed; 3.6 bn and 60 000 coins held: 1.1 bn of its own.
  private static func exchange(_ numbers: [String: Double] = [:]) -> [ParticipantPlan] {
    let calm = ["fee_rate": 0, "cost_usd_per_month": 0.0]
    return [
      ParticipantPlan(
        "exchange_operator",
        "exchange A",
        numbers: calm.merging(numbers) { $1 },
        words: ["customers": "customers"],
        endowments: [
          .init("stablecoins", 3.6e9, from: "EXC"), .init("BTC", 60_000, from: "RETAIL"),
        ]
      ),
      ParticipantPlan(
        "exchange_customers",
        "customers",
        endowments: [.init("stablecoins", 1e9, from: "RETAIL")]
      ),
    ]
  }

  private static func hack(_ size: Double, hour: Double = 6) -> WorldShock {
    WorldShock(
      .hack,
      name: "hack",
      day: 0,
      hour: hour,
      market: "BTC",
      target: "exchange A",
      size: size
    )
  }

  private static func world(
    _ numbers: [String: Double] = [:],
    hack size: Double?,
    hour: Double = 6,
    without: Set<String> = [],
    days: Int
  ) throws -> World {
    let plan = try VenueWorld.plan(
      exchange(numbers),
      shocks: size.map { [hack($0, hour: hour)] } ?? [],
      without: without.union(["exchange_hacks"])
    )
    return try VenueWorld.world(plan, days: days)
  }

  @Test("an exchange in calm keeps its customers' claims and trades nothing")
  func calm() throws {
    let world = try Self.world(hack: nil, days: 3)
    #expect(try world.quantityOutstanding("balances exchange A") == 25_000_000_000_000)
    #expect(try world.quantityOutstanding("custody exchange A") == 60_000 * 100_000_000)
    #expect(try world.figure("hole of exchange A") == 0)
    #expect(try world.flow(of: "exchange A", day: 2) == 0)
  }

  @Test("the hole of a theft is the loss beyond the retained reserve", arguments: [0.7e9, 1.0e9])
  func hole(reserve: Double) throws {
    // In the last bar of the day, so that nothing has filled it yet.
    let world = try Self.world(["reserve_usd": reserve], hack: 1.5e9, hour: 23.75, days: 1)
    #expect(try world.figure("loss of exchange A") == 1.5e9)
    #expect(abs(try world.figure("hole of exchange A") - (1.5e9 - reserve)) < 1)
    // Own money stays 1.1 bn less what the first bar bought back.
    let confidence = try world.figure("confidence in exchange A")
    #expect(confidence > 0.5 && confidence < 1)
  }

  @Test("reserve, cash and loan close the hole; everything forced goes back to the theft")
  func recovery() throws {
    let world = try Self.world(["bridge_max_usd": 2e9], hack: 1.5e9, days: 8)
    #expect(try world.figure("hole of exchange A") == 0)
    #expect(try world.figure("confidence in exchange A") == 1)
    #expect(try world.quantityOutstanding("bridge loan exchange A") == 4_000_000_000_000)
    let missing =
      try world.quantityOutstanding("custody exchange A") - world.quantity("BTC", of: "exchange A")
    #expect(abs(missing) < 200 * 100_000_000)
    #expect(world.causes.orphanCount == 0)
    #expect(try world.rootKinds(ofForcedActsBy: "exchange A") == [.shock])
    #expect(try world.rootKinds(ofForcedActsBy: "customers").isSubset(of: [.shock]))
  }

  @Test("customers run because of the hole, and not at all with the run switched off")
  func run() throws {
    // A theft in the afternoon, so that half a day of the run is seen.
    let on = try Self.world(["bridge_max_usd": 0, "equity_delay_days": 30], hack: 1.5e9, days: 2)
    let off = try Self.world(
      ["bridge_max_usd": 0, "equity_delay_days": 30],
      hack: 1.5e9,
      without: ["customer_run"],
      days: 2
    )
    let ran = try on.quantityOutstanding("custody exchange A")
    let stayed = try off.quantityOutstanding("custody exchange A")
    #expect(ran < stayed)
    // In calm one percent a day leaves and does not come back while there is a hole: 1.8 days.
    let calm = 60_000e8 * 0.982
    #expect(abs(Double(stayed) / calm - 1) < 0.002)
  }

  @Test("what nobody covers is taken from dollars and coins alike, after a halt")
  func haircut() throws {
    let numbers = ["bridge_max_usd": 0, "equity_max_usd": 0.0]
    let before = try Self.world(numbers, hack: 3e9, days: 1)
    let balances = try before.quantityOutstanding("balances exchange A")
    // Shut windows: nothing has left since the theft at six.
    #expect(Double(balances) > 2.5e13 * 0.997)
    // Without any withdrawals the cut is exact: own money is 1.1 bn.
    let owed = 2.5e9 + 60_000 * 85_129.43
    var plan = try VenueWorld.plan(
      Self.exchange(numbers),
      shocks: [Self.hack(3e9)],
      without: ["exchange_hacks", "customer_run"]
    )
    plan.participants[1].numbers = ["withdrawal_rate_per_day": 0]
    let after = try VenueWorld.world(plan, days: 3)
    let share = Double(try after.quantityOutstanding("balances exchange A")) / 2.5e13
    #expect(abs(share - (1 - (3e9 - 1.1e9) / owed)) < 1e-9)
    let coins = Double(try after.quantityOutstanding("custody exchange A")) / 60_000e8
    #expect(abs(coins - share) < 1e-9)
    #expect(try after.figure("hole of exchange A") == 0)
    #expect(after.causes.orphanCount == 0)
  }

  @Test("without the waterfall the hole stays and the exchange does nothing")
  func withoutWaterfall() throws {
    let world = try Self.world(hack: 1.5e9, without: ["loss_waterfall"], days: 4)
    #expect(abs(try world.figure("hole of exchange A") - 0.8e9) < 1)
    #expect(try world.days.indices.allSatisfy { try world.flow(of: "exchange A", day: $0) == 0 })
    #expect(try world.quantityOutstanding("bridge loan exchange A") == 0)
  }

  @Test("thefts arrive at random, and none with the arrivals switched off")
  func arrivals() throws {
    let exchange = Self.exchange(["hack_rate_per_year": 100])
    let on = try VenueWorld.world(try VenueWorld.plan(exchange, bars: 8), days: 40)
    #expect(try on.figure("loss of exchange A") >= 20e6)
    #expect(try on.quantity("BTC", of: "THIEF") > 0)
    #expect(on.causes.orphanCount == 0)
    let off = try VenueWorld.world(
      try VenueWorld.plan(exchange, without: ["exchange_hacks"], bars: 8),
      days: 40
    )
    #expect(try off.quantity("BTC", of: "THIEF") == 0)
    #expect(try off.figure("loss of exchange A") == 0)
  }

  @Test("fees come in from customers and costs go out")
  func fees() throws {
    let plan = try VenueWorld.plan(
      Self.exchange(["fee_rate": 0.000_5, "volume_share": 0.1, "cost_usd_per_month": 73e6]),
      without: ["exchange_hacks"]
    )
    let world = try VenueWorld.world(plan, days: 11)
    // 4.5 m a day of fees at the reference volatility, less with a calm market; 2.4 m of costs.
    let own =
      Double(try world.quantity("stablecoins", of: "exchange A"))
      - Double(try world.quantityOutstanding("balances exchange A"))
    let gained = own / 1e4 - 1.1e9
    #expect(gained > -26.4e6 && gained < 10 * 4.5e6 - 26.4e6)
    #expect(try world.figure("fees of exchange A") > 0)
  }
}
