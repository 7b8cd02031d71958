import Economy
import Quantities

/// The small world of the experiments on coins of different rank: bitcoin, ether and a smaller coin,
/// uninformed traders of each, and retail traders with perpetual longs.
struct LeverageWorld {
  static let catalogue = ParticipantCatalogue([
    InstitutionalAllocator.self, NoiseTraders.self, RetailCohort.self,
  ])

  /// A cohort of retail traders.
  struct Cohort {
    let name: String
    let leverage: Double
    /// Perpetual longs at the opening and what is kept as collateral beside their margin, dollars.
    let notional: Double
    let money: Double

    /// The cohort with more traders like it.
    func scaled(_ ratio: Double) -> Cohort {
      Cohort(name: name, leverage: leverage, notional: ratio * notional, money: ratio * money)
    }

    /// The same notional at another leverage: a quarter of the money is put at risk and carries it.
    func at(leverage: Double) -> Cohort {
      Cohort(
        name: name,
        leverage: leverage,
        notional: notional,
        money: notional / (0.25 * leverage)
      )
    }
  }

  /// Longs in bitcoin, 30bn, and in ether, 15bn, with the split of the default world.
  static let bitcoin = [
    Cohort(name: "low", leverage: 3, notional: 10e9, money: 14e9),
    Cohort(name: "mid", leverage: 8, notional: 13e9, money: 7e9),
    Cohort(name: "high", leverage: 20, notional: 7e9, money: 1.5e9),
  ]
  static let ether = [
    Cohort(name: "low", leverage: 3, notional: 5e9, money: 7e9),
    Cohort(name: "mid", leverage: 8, notional: 6.5e9, money: 3.5e9),
    Cohort(name: "high", leverage: 20, notional: 3.5e9, money: 0.75e9),
  ]

  /// Sentences for the plan of an experiment.
  static let inputs = [
    "markets of the default world: volumes of 90bn, 40bn and 12bn a day, volatilities of 2.4 %, 3.5 % and "
      + "4.2 %, news of 28 %, 42 % and 52 % a year, of whose variance 0.3 is common (model §3.27; "
      + "figures of coins beside bitcoin are assumptions)"
  ]

  var plan: WorldPlan

  /// Creates the world without retail traders.
  ///
  /// - Parameters:
  ///   - coins: BTC, ETH, ALT1, or fewer.
  ///   - barsPerDay: Bars a day.
  init(coins: [String], barsPerDay: Int) {
    let standard = WorldPlan.standard()
    plan = WorldPlan(
      start: standard.start,
      barsPerDay: barsPerDay,
      coins: standard.coins.filter { coins.contains($0.name) },
      markets: standard.markets.filter { coins.contains($0.name) },
      participants: standard.participants.filter {
        $0.kind == "noise_traders" && coins.contains($0.words["market"] ?? "")
      },
      residualProvider: standard.residualProvider
    )
  }

  /// Adds cohorts with longs in a coin; they hold the coin for top-ups.
  mutating func addRetail(
    _ cohorts: [Cohort],
    in coin: String,
    leverageCap: Double = 100,
    maintenanceRate: Double = 0.005
  ) {
    plan.perpetuals.append(
      PerpetualPlan(
        coin,
        leverageCap: leverageCap,
        maintenanceRate: maintenanceRate,
        insuranceFund: 0.5e9
      )
    )
    let price = plan.markets.first { $0.name == coin }?.price ?? 1
    plan.participants += cohorts.map {
      ParticipantPlan(
        "retail_cohort",
        "retail \(coin) \($0.name)",
        numbers: ["base_leverage": $0.leverage, "opening_notional_usd": $0.notional],
        words: ["market": coin, "tiers": coin],
        endowments: [
          .init("stablecoins", $0.money, from: "RETAIL"),
          .init(coin, 0.5 * $0.money / price, from: "RETAIL"),
        ]
      )
    }
  }

  /// Lets the days of the world pass.
  func run(
    _ run: ExperimentRun,
    days: Int,
    probes: [MeasuredWorld.Probe] = []
  ) throws(ScenarioError) -> MeasuredWorld {
    try MeasuredWorld(plan, LeverageWorld.catalogue, run, days: days, probes: probes)
  }
}
