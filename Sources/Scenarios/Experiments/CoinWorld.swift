import Economy
import Quantities

/// Small worlds of bitcoin for experiments: the market, contract, noise and leveraged cohorts of the
/// default world, and whoever an experiment adds.
///
/// A world is a function of its plan, the seed and the number of the run, and nobody's draws depend on who
/// else is there: two worlds of one run differ by the plan alone.
struct CoinWorld {
  /// The price of the opening sheet, dollars.
  static let price = 85_129.43
  /// V_D of the default world, dollars a day.
  static let dailyVolume = 90e9
  /// Sentences for the plan of an experiment that uses the world.
  static let inputs = [
    "the default world's bitcoin: daily volume 90bn, daily volatility 2.4 %, square-root impact with Y "
      + "0.8, "
      + "a third permanent, news of 28 % a year, noise of 0.5 % of the volume a quarter hour (model "
      + "§1.2, §3.27)",
    "its three cohorts with leverage 3, 8 and 20 hold 10bn, 13bn and 7bn of longs (model §3.28; the "
      + "split is "
      + "an assumption)",
  ]
  /// The kinds that the experiments' plans name.
  static let catalogue = ParticipantCatalogue([
    NoiseTraders.self, RetailCohort.self, MarketMaker.self, Whale.self, WhaleTail.self,
    SovereignAccumulator.self, ExchangeOperator.self, ExchangeCustomers.self, ETFIssuer.self,
    AuthorisedParticipant.self, InstitutionalAllocator.self,
  ])

  /// The plan; experiments add participants and shocks.
  var plan: WorldPlan

  /// Creates a world of one coin.
  ///
  /// - Parameters:
  ///   - barsPerDay: A divisor of 96.
  ///   - dailyVolume: V_D, dollars a day; a tenth of it makes impact √10 times larger.
  ///   - leverage: Open interest and collateral of the cohorts over those of the default world.
  init(barsPerDay: Int = 24, dailyVolume: Double = CoinWorld.dailyVolume, leverage: Double = 1) {
    let standard = WorldPlan.standard()
    plan = WorldPlan(
      start: standard.start,
      barsPerDay: barsPerDay,
      markets: standard.markets.filter { $0.name == "BTC" },
      perpetuals: standard.perpetuals.filter { $0.market == "BTC" },
      residualProvider: [ParticipantPlan.Endowment("deposits", 1e12, from: "HN")]
    )
    for place in plan.markets.indices { plan.markets[place].dailyVolume = dailyVolume }
    for var participant in standard.participants where CoinWorld.isOfCoin(participant) {
      if let notional = participant.numbers["opening_notional_usd"] {
        participant.numbers["opening_notional_usd"] = notional * leverage
        for place in participant.endowments.indices {
          participant.endowments[place].quantity *= leverage
        }
      }
      plan.participants.append(participant)
    }
  }

  private static func isOfCoin(_ participant: ParticipantPlan) -> Bool {
    let kinds = [NoiseTraders.kind.id, RetailCohort.kind.id]
    return kinds.contains(participant.kind) && participant.words["market"] == "BTC"
  }

  /// Runs the world.
  ///
  /// - Parameters:
  ///   - run: Whose seed and number the world has.
  ///   - days: How long.
  ///   - without: Mechanisms that are off beside those of the plan.
  /// - Returns: What it came to.
  /// - Throws: ``ScenarioError/invariant(description:)`` if the world cannot be or must stop.
  func outcome(
    _ run: ExperimentRun,
    days: Int,
    without: Set<String> = []
  ) throws(ScenarioError) -> CoinOutcome {
    var plan = plan
    plan.without.formUnion(without)
    do throws(WorldError) {
      let world = try World(
        plan,
        catalogue: CoinWorld.catalogue,
        seed: run.seed,
        run: UInt64(run.number)
      )
      try world.run(days: days)
      return CoinOutcome(world)
    } catch { throw .invariant(description: error.description) }
  }
}
