import Economy
import Quantities
import Statistics

/// A small world drawn at random: who is there, how big, and what hits it.
struct RandomWorld {
  let plan: WorldPlan

  init(number: UInt64, days: Int = 3) {
    var stream = Stream(seed: 7, run: number, purpose: Purpose(rawValue: 0xABCD))
    let bars = [1, 4, 8, 24][stream.nextIndex(below: 4)]
    var plan = WorldPlan(start: Day(daysSince1970: 20_413) + stream.nextIndex(below: 60))
    plan.barsPerDay = bars
    plan.coins = [
      .ether([.init("RLP", 80e6), .init("RETAIL", 40e6)])
    ]
    plan.markets = [
      RandomWorld.market("BTC", 85_129.43, volume: 90e9, &stream),
      RandomWorld.market("ETH", 2800, volume: 40e9, &stream),
    ]
    plan.perpetuals = [
      RandomWorld.perpetual("BTC", &stream), RandomWorld.perpetual("ETH", &stream),
    ]
    for coin in ["BTC", "ETH"] where stream.nextEvent(probability: 0.8) {
      plan.participants.append(RandomWorld.noise(coin, &stream))
    }
    for number in 0..<(1 + stream.nextIndex(below: 5)) {
      plan.participants.append(RandomWorld.cohort(number, &stream))
    }
    for number in 0..<stream.nextIndex(below: 4) {
      plan.shocks.append(RandomWorld.shock(number, days: days, &stream))
    }
    if stream.nextEvent(probability: 0.2) { plan.without.insert("auto_deleveraging") }
    if stream.nextEvent(probability: 0.2) { plan.without.insert("leverage") }
    self.plan = plan
  }

  private static func market(
    _ name: String,
    _ price: Double,
    volume: Double,
    _ stream: inout Stream
  ) -> MarketPlan {
    MarketPlan(
      name,
      price: price,
      value: .news(annualVolatility: 0.1 + 2 * stream.nextUniform(), common: stream.nextUniform()),
      dailyVolume: volume * (0.3 + stream.nextUniform()),
      dailyVolatility: 0.01 + 0.05 * stream.nextUniform(),
      halfSpread: 0.001 * stream.nextUniform()
    )
  }

  private static func perpetual(_ market: String, _ stream: inout Stream) -> PerpetualPlan {
    PerpetualPlan(
      market,
      leverageCap: 5 + 95 * stream.nextUniform(),
      maintenanceRate: 0.002 + 0.006 * stream.nextUniform(),
      insuranceFund: 1e9 * stream.nextUniform(),
      autoDeleverages: stream.nextEvent(probability: 0.7)
    )
  }

  private static func noise(_ coin: String, _ stream: inout Stream) -> ParticipantPlan {
    ParticipantPlan(
      "noise_traders",
      "noise \(coin)",
      numbers: ["flow_sd_of_daily_volume": 0.02 * stream.nextUniform()],
      words: ["market": coin],
      endowments: [
        .init(coin, coin == "BTC" ? 500_000 : 8e6, from: "RLP"),
        .init("stablecoins", 1e10, from: "RLP"),
      ]
    )
  }

  private static func cohort(_ number: Int, _ stream: inout Stream) -> ParticipantPlan {
    let coin = stream.nextEvent(probability: 0.5) ? "BTC" : "ETH"
    let collateral = 1e8 + 1.5e10 * stream.nextUniform()
    return ParticipantPlan(
      "retail_cohort",
      "cohort \(number)",
      numbers: [
        "base_leverage": 1 + 60 * stream.nextUniform(),
        "opening_notional_usd": collateral * stream.nextUniform(),
        "opening_rate_per_day": stream.nextUniform(),
        "top_up_share": stream.nextUniform(),
      ],
      words: ["market": coin],
      endowments: [
        .init("stablecoins", collateral, from: "RETAIL"), .init("BTC", 1e5, from: "RETAIL"),
        .init("ETH", 1e6, from: "RETAIL"),
      ]
    )
  }

  private static func shock(_ number: Int, days: Int, _ stream: inout Stream) -> WorldShock {
    let market = stream.nextEvent(probability: 0.5) ? "BTC" : "ETH"
    let kinds: [WorldShock.Kind] = [.sale, .news, .hack, .makerWithdrawal]
    let kind = kinds[stream.nextIndex(below: kinds.count)]
    let size: Double =
      switch kind {
      case .news: -0.5 * stream.nextUniform()
      case .makerWithdrawal: 0.05 + 0.9 * stream.nextUniform()
      default: 5e9 * stream.nextUniform()
      }
    return WorldShock(
      kind,
      name: "shock \(number)",
      day: stream.nextIndex(below: days),
      hour: 23 * stream.nextUniform(),
      hours: 12 * stream.nextUniform(),
      market: market,
      target: "RETAIL",
      size: size
    )
  }
}
