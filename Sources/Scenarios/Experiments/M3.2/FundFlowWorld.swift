import Economy
import Quantities

/// The small world of the experiments on fund flows: bitcoin, its funds and a dealer between them, and
/// whoever an experiment adds.
///
/// Bars of six hours: the hour of a trade is not asked about.
struct FundFlowWorld {
  static let catalogue = ParticipantCatalogue([
    AuthorisedParticipant.self, BasisFund.self, ETFIssuer.self, FuturesDemand.self,
    InstitutionalAllocator.self, NoiseTraders.self, RetailCohort.self,
  ])

  /// The funds, largest first: coins and daily volume of the shares; their sum is 1.43m coins.
  static let funds: [(name: String, coins: Double, volume: Double)] = [
    ("IBIT", 780_000, 4e9), ("FBTC", 205_000, 0.8e9), ("GBTC", 170_000, 0.3e9),
    ("OTHR", 275_000, 0.8e9),
  ]

  /// Sentences for the plan of an experiment.
  static let inputs = [
    "market of bitcoin with the impact, news and uninformed flow of model §1.2, §1.3, §3.27; bars of six "
      + "hours; funds with 1.43m coins (S3.F37) split by size, an assumption; a dealer with the limits of "
      + "four (model §3.3)"
  ]

  var plan: WorldPlan
  let price: Double

  /// Creates the world.
  ///
  /// - Parameters:
  ///   - start: The first day.
  ///   - price: The opening price, dollars a coin.
  ///   - fundCount: How many of the funds, the largest first.
  ///   - barsPerDay: Bars a day.
  init(
    start: Day,
    price: Double,
    fundCount: Int = 2,
    barsPerDay: Int = 4
  ) {
    self.price = price
    let funds = FundFlowWorld.funds.prefix(fundCount)
    plan = WorldPlan(
      start: start,
      barsPerDay: barsPerDay,
      markets: [
        MarketPlan(
          "BTC",
          price: price,
          value: .news(annualVolatility: 0.28, common: 0.3),
          dailyVolume: 90e9,
          dailyVolatility: 0.024
        )
      ],
      residualProvider: [
        .init("deposits", 100e9, from: "INST"), .init("ETF shares", 60_000, from: "INST"),
      ]
    )
    plan.participants = funds.map {
      ParticipantPlan(
        "etf_issuer",
        $0.name,
        numbers: ["holdings_coins": $0.coins, "share_volume_usd_per_day": $0.volume]
      )
    }
    plan.participants.append(
      ParticipantPlan(
        "authorised_participant",
        "dealer",
        numbers: ["inventory_limit_usd": 2e9],
        words: ["funds": funds.map { $0.name + " shares" }.joined(separator: ", ")],
        endowments: funds.map { .init($0.name + " shares", 2_500, from: "INST") } + [
          .init("BTC", 10_000, from: "RLP"), .init("deposits", 4e9, from: "HN"),
        ]
      )
    )
    plan.participants.append(
      ParticipantPlan(
        "noise_traders",
        "noise BTC",
        words: ["money": "deposits"],
        endowments: [
          .init("BTC", 500_000, from: "RLP"), .init("deposits", 45e9, from: "HN"),
        ]
      )
    )
  }

  /// Adds uninformed traders of the shares of each fund.
  mutating func addShareNoise() {
    let issuers = plan.participants.filter { $0.kind == "etf_issuer" }
    for issuer in issuers {
      let coins = issuer.numbers["holdings_coins"] ?? 0
      plan.participants.append(
        ParticipantPlan(
          "noise_traders",
          "noise \(issuer.name)",
          numbers: ["flow_sd_of_daily_volume": 0.02],
          words: ["market": issuer.name + " shares", "money": "deposits"],
          endowments: [
            .init(issuer.name + " shares", 0.05 * coins, from: "RETAIL"),
            .init("deposits", 0.05 * coins * price, from: "HN"),
          ]
        )
      )
    }
  }

  /// Adds the carry funds as one, with a position of so many dollars in the two largest funds.
  ///
  /// - Parameters:
  ///   - dollars: The position at the opening.
  ///   - capacity: N_max, dollars.
  mutating func addCarry(dollars: Double, capacity: Double = 25e9) {
    let coins = dollars / price
    plan.participants.append(
      ParticipantPlan(
        "basis_fund",
        "carry",
        numbers: ["capacity_usd": capacity],
        words: ["long_legs": "IBIT shares, FBTC shares"],
        endowments: [
          .init("IBIT shares", 0.75 * coins, from: "RETAIL"),
          .init("FBTC shares", 0.25 * coins, from: "RETAIL"),
          .init("deposits", 0.6 * dollars, from: "HN"),
        ]
      )
    )
  }

  /// Adds retail cohorts with perpetual longs at leverage 3, 8 and 20, 30bn together, as in the default
  /// world.
  mutating func addRetail() {
    plan.perpetuals = [PerpetualPlan("BTC", insuranceFund: 1e9)]
    let cohorts:
      [(name: String, leverage: Double, notional: Double, money: Double, coins: Double)] =
        [
          ("low", 3, 10e9, 14e9, 94_000), ("mid", 8, 13e9, 7e9, 47_000),
          ("high", 20, 7e9, 1.5e9, 12_000),
        ]
    plan.participants += cohorts.map {
      ParticipantPlan(
        "retail_cohort",
        "retail \($0.name)",
        numbers: ["base_leverage": $0.leverage, "opening_notional_usd": $0.notional],
        words: ["tiers": "BTC"],
        endowments: [
          .init("stablecoins", $0.money, from: "RETAIL"), .init("BTC", $0.coins, from: "RETAIL"),
        ]
      )
    }
  }

  /// Adds longs of the dated future.
  mutating func addDemand(coins: Double, dollarsPerDay: Double, spread: Double = 0) {
    plan.participants.append(
      ParticipantPlan(
        "futures_demand",
        "longs",
        numbers: [
          "opening_coins": coins, "flow_usd_per_day": dollarsPerDay, "flow_sd_usd_per_day": spread,
        ],
        endowments: [.init("deposits", max(1e9, 0.6 * coins * price), from: "HN")]
      )
    )
  }

  /// Lets the days of the world pass.
  func run(
    _ run: ExperimentRun,
    days: Int,
    probes: [MeasuredWorld.Probe] = []
  ) throws(ScenarioError) -> MeasuredWorld {
    try MeasuredWorld(plan, FundFlowWorld.catalogue, run, days: days, probes: probes)
  }
}
