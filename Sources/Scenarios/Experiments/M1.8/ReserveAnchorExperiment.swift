import Economy
import Exchange
import Quantities
import Statistics

/// M1.8: what the reserve of stablecoins does to the amplitude of leverage in a fall with redemptions.
struct ReserveAnchorExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.8-anchor",
    systems: ["M1.8"],
    title: "Stablecoins on bills, on bitcoin and on gold",
    question:
      "Is the leverage curve flatter if stablecoins are backed by bitcoin or gold and not by bills?",
    quantity: "peak to trough of open interest over that with a reserve of bills, same draws",
    unit: "ratio",
    expected: ReserveAnchorExperiment.flatter,
    mechanism: "what a reserve does: trades of it by issuers, and runs from a hole in it",
    control: .exactly(1),
    readings: [
      ExperimentReading(
        id: "bitcoin",
        text: "150bn of 305bn tokens are backed by bitcoin instead of bills",
        expected: ReserveAnchorExperiment.flatter
      ),
      ExperimentReading(
        id: "gold",
        text: "150bn of 305bn tokens are backed by gold instead of bills",
        expected: ReserveAnchorExperiment.flatter
      ),
    ],
    runs: 16,
    sweeps: [
      ExperimentSweep(
        .init("redemption_share", text: "part of all tokens redeemed in two days"),
        [0, 0.05, 0.1, 0.2],
        reading: "bitcoin",
        runs: 4
      ),
      ExperimentSweep(
        .init("redemption_share", text: "part of all tokens redeemed in two days"),
        [0, 0.05, 0.1, 0.2],
        reading: "gold",
        runs: 4
      ),
    ],
    inputs: [
      "stablecoin issuers of the opening sheet with 305bn tokens (model §3.28), a tenth kept in deposits (model §3.9)",
      "the three bitcoin cohorts of the default world with 30bn of longs (model §3.1), and holders with 40bn who run from a hole",
      "a fall by a drawn 5 to 15 log percent at once, and redemptions of a drawn 8 to 16 % of all tokens in the two days after it "
        + "(assumptions), eight days in bars of two hours",
      "the control was changed after the first run: at first it switched off the issuers' trades alone, and "
        + "runs from a hole in the reserve went on; now both are off",
      "forced sales take at most a fifth of a market's volume (model §3): bills 200bn a day, gold 150bn (assumptions), bitcoin 90bn",
    ],
    finding:
      "The reverse, as the note on S1.C21 expects: redemptions in a fall make an issuer sell "
      + "bitcoin into the fall, the price goes some 3 % lower and open interest falls by some 7 % "
      + "more than with bills, and more so the larger the redemptions. Only where nobody redeems "
      + "is the curve a little flatter, because the issuer's spare deposits buy what has fallen. "
      + "Gold neither flattens nor steepens: its sales meet another market. No share of "
      + "redemptions between none and a fifth of all tokens gives the text's sign. What the text could "
      + "mean besides, that bills let credit grow in the upswing, is not in this world.",
    refutation:
      "an issuer with a reserve of bitcoin whose redemptions in a fall were met without sales of it",
    coversWhole: false
  )

  private static let flatter = ExperimentExpectation(
    .negative(null: 1),
    facts: ["S1.F48", "S1.F21"],
    statement:
      "anchoring stablecoins to bitcoin or gold makes the leverage curve of the cycle flatter (S1.C21)"
  )

  private static let catalogue = ParticipantCatalogue([
    RetailCohort.self, StablecoinIssuer.self, StablecoinHolder.self,
  ])
  private static let swapped = 150e9
  private static let goldPrice = 4_062.5

  /// The fall and the redemptions of a run.
  private struct Stress {
    let fall: Double
    let redeemed: Double
  }

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("stress")
    let fall = 0.05 + 0.1 * stream.nextUniform()
    let redeemed = 0.08 + 0.08 * stream.nextUniform()
    let stress = Stress(
      fall: fall,
      redeemed: run.value(of: "redemption_share", else: redeemed)
    )
    let bills = try world(run, stress, reserve: "bills")
    let other = try world(run, stress, reserve: run.reading == "gold" ? "gold" : "BTC")
    return ExperimentMeasurement(
      amplitude(other) / amplitude(bills),
      companions: [
        .init("peak to trough with bills", unit: "fraction", amplitude(bills)),
        .init("peak to trough with the other reserve", unit: "fraction", amplitude(other)),
        .init("price of bitcoin over that with bills", unit: "ratio", low(other) / low(bills)),
        .init("liquidated longs with bills", unit: "usd", liquidated(bills)),
        .init("liquidated longs with the other reserve", unit: "usd", liquidated(other)),
      ]
    )
  }

  private func world(
    _ run: ExperimentRun,
    _ stress: Stress,
    reserve: String
  ) throws(ScenarioError) -> MeasuredWorld {
    var plan = WorldPlan.markets(["BTC"], barsPerDay: 12)
    let cohorts = WorldPlan.standard().participants.filter {
      $0.kind == RetailCohort.kind.id && $0.words["market"] == "BTC"
    }
    plan.markets += [
      MarketPlan("bills", price: 1, value: .par, dailyVolume: 200e9, dailyVolatility: 0.000_5),
      MarketPlan(
        "gold",
        price: Self.goldPrice,
        value: .news(annualVolatility: 0.15, common: 0.05),
        dailyVolume: 150e9,
        dailyVolatility: 0.01
      ),
    ]
    plan.perpetuals = [PerpetualPlan("BTC", insuranceFund: 1e9)]
    var issuer = ParticipantPlan("stablecoin_issuer", "issuers", words: ["reserve": reserve])
    if reserve != "bills" {
      // The sheet's bills change places with coins of the residual provider or gold of the Treasury.
      plan.residualProvider.append(.init("bills", Self.swapped, from: "SC"))
      issuer.endowments = [
        reserve == "gold"
          ? .init("gold", Self.swapped / Self.goldPrice, from: "TSY")
          : .init("BTC", Self.swapped / plan.markets[0].price, from: "RLP")
      ]
    }
    let holder = ParticipantPlan(
      "stablecoin_holder",
      "holders",
      endowments: [.init("stablecoins", 40e9, from: "RETAIL")]
    )
    plan.participants = cohorts + [issuer, holder]
    plan.shocks = [
      WorldShock(.news, name: "fall", day: 1, hour: 4, market: "BTC", size: -stress.fall),
      WorldShock(
        .redemptionWave,
        name: "redemptions",
        day: 1,
        hour: 5,
        hours: 48,
        target: "SC",
        size: stress.redeemed
      ),
    ]
    if run.isControl { plan.without = ["reserve_bills", "stablecoin_run"] }
    return try MeasuredWorld(plan, Self.catalogue, run, days: 8)
  }

  /// The largest fall of open interest from an earlier day's, over the opening day's.
  private func amplitude(_ world: MeasuredWorld) -> Double {
    let interest = world.world.days.map { $0.perpetuals[0].openInterest }
    var high = 0.0
    var largest = 0.0
    for value in interest {
      high = max(high, value)
      largest = max(largest, high - value)
    }
    return largest / interest[0]
  }

  private func low(_ world: MeasuredWorld) -> Double { world.closes("BTC").min() ?? 0 }

  private func liquidated(_ world: MeasuredWorld) -> Double {
    world.world.days.reduce(0) { $0 + $1.perpetuals[0].liquidatedLongs }
  }
}
