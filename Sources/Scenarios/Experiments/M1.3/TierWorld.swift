import Economy
import Quantities

/// A fall in which retail traders keep leveraged positions in a small coin alive and institutions have to
/// pay members, in a ``LeverageWorld`` of three ranks of coins.
struct TierWorld {
  /// Who sells which coin first.
  enum Order: String {
    /// Institutions the junior, retail the senior.
    case stated
    /// Institutions the senior, retail the junior.
    case switched
  }

  static let dayCount = 4
  /// Senior and junior coins of retail and of institutions.
  static let probes = (retail.map { "retail \($0.name)" } + ["institutions"]).flatMap { account in
    ["BTC", "ALT1"].map { MeasuredWorld.Probe(account, $0) }
  }
  /// Longs in the small coin with the split of the default world's longs in bitcoin.
  static let retail: [(name: String, leverage: Double, share: Double)] = [
    ("low", 3, 1.0 / 3), ("mid", 8, 13.0 / 30), ("high", 20, 7.0 / 30),
  ]
  private static let names = (juniorFirst: "ALT1, ETH, BTC", seniorFirst: "BTC, ETH, ALT1")
  /// Dollars of each coin at the opening, and of all three.
  private static let wealth = 10e9
  static let coinsDollars = 3 * wealth
  private static let prices = (senior: 85_129.43, middle: 2_800.0, junior: 130.0)

  /// Sentences for the plan of an experiment.
  static let inputs =
    LeverageWorld.inputs + [
      "retail: 8bn of longs in the small coin at leverage 3, 8 and 20 with 2bn of collateral, and 10bn each "
        + "in bitcoin, ether and the small coin; institutions the same coins and 1.7bn of money, and "
        + "members withdraw a fifth of their assets in a day; assumptions",
      "news takes bitcoin down by 20 %, ether by 25 % and the small coin by 35 %, log units, in six steps of "
        + "the second day, the others in proportion where the fall is swept, assumptions; bars of an hour",
    ]

  /// Lets the fall pass.
  ///
  /// - Parameters:
  ///   - order: Who sells what first.
  ///   - run: The run.
  ///   - sells: Whether anybody is forced to sell coins.
  ///   - juniorFall: Log fall of the small coin by news; the others fall in proportion.
  ///   - rebound: Log move of bitcoin by news on the last day.
  ///   - leverage: The leverage of all cohorts where it is one; nil for theirs.
  /// - Returns: The world after the fall.
  /// - Throws: ``ScenarioError`` if the world cannot be built or breaks.
  static func path(
    _ order: Order,
    _ run: ExperimentRun,
    sells: Bool,
    juniorFall: Double = 0.35,
    rebound: Double = 0,
    leverage: Double? = nil
  ) throws(ScenarioError) -> MeasuredWorld {
    let isStated = order == .stated
    var world = LeverageWorld(coins: ["BTC", "ETH", "ALT1"], barsPerDay: 24)
    world.plan.perpetuals = [
      PerpetualPlan("ALT1", leverageCap: 50, maintenanceRate: 0.01, insuranceFund: 0.5e9)
    ]
    let coins: [ParticipantPlan.Endowment] = [
      .init("BTC", wealth / prices.senior, from: "WHALE"),
      .init("ETH", wealth / prices.middle, from: "RETAIL"),
      .init("ALT1", wealth / prices.junior, from: "RLP"),
    ]
    world.plan.participants += retail.map { cohort in
      ParticipantPlan(
        "retail_cohort",
        "retail \(cohort.name)",
        numbers: [
          "base_leverage": leverage ?? cohort.leverage, "opening_notional_usd": 8e9 * cohort.share,
        ],
        words: [
          "market": "ALT1", "tiers": isStated ? names.seniorFirst : names.juniorFirst,
        ],
        endowments: coins.map { .init($0.instrument, cohort.share * $0.quantity, from: $0.source) }
          + [.init("stablecoins", 2e9 * cohort.share, from: "RETAIL")]
      )
    }
    world.plan.participants.append(
      ParticipantPlan(
        "institutional_allocator",
        "institutions",
        // Half of the assets is owed to members, so that what they withdraw is no loss.
        numbers: ["mandate_share": 0, "own_funds_share": 0.5, "crypto_charge": 0],
        words: [
          "crypto": "BTC, ETH, ALT1", "equities": "", "bonds": "",
          "tiers": isStated ? names.juniorFirst : names.seniorFirst,
        ],
        endowments: coins + [.init("deposits", 1.7e9, from: "INST")]
      )
    )
    world.plan.shocks = shocks(juniorFall: juniorFall, rebound: rebound)
    world.plan.without =
      sells ? ["retail_releverage"] : ["retail_releverage", "mandates", "retail_top_up"]
    return try world.run(run, days: dayCount, probes: probes)
  }

  /// Members withdraw, the coins fall in six steps, and bitcoin may rise again on the last day.
  private static func shocks(juniorFall: Double, rebound: Double) -> [WorldShock] {
    var shocks = [
      WorldShock(
        .redemptionWave,
        name: "members",
        day: 1,
        hour: 2,
        hours: 24,
        target: "institutions",
        size: 0.2
      )
    ]
    for (coin, fall) in [("BTC", 4.0 / 7), ("ETH", 5.0 / 7), ("ALT1", 1)] {
      shocks += (0..<6).map {
        WorldShock(
          .news,
          name: "fall of \(coin) \($0)",
          day: 1,
          hour: 4 + 3 * Double($0),
          market: coin,
          size: -fall * juniorFall / 6
        )
      }
    }
    if rebound != 0 {
      shocks.append(
        WorldShock(.news, name: "rebound", day: 3, hour: 12, market: "BTC", size: rebound)
      )
    }
    return shocks
  }

  /// The parts of the senior and of the junior coin that retail and institutions have left.
  static func kept(
    _ path: MeasuredWorld
  ) -> (
    retail: (senior: Double, junior: Double), institutions: (senior: Double, junior: Double)
  ) {
    func part(_ places: [Int]) -> Double {
      places.reduce(0) { $0 + (path.holdings[$1].last ?? 0) }
        / places.reduce(0) { $0 + path.holdings[$1][0] }
    }
    let count = 2 * retail.count
    return (
      (
        part(Array(stride(from: 0, to: count, by: 2))),
        part(Array(stride(from: 1, to: count, by: 2)))
      ),
      (part([count]), part([count + 1]))
    )
  }
}
