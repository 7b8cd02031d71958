import Economy
import Statistics

/// M0.12 in the world: a central bank that buys bitcoin, or bonds, while yen-funded books are closed.
struct CentralBankExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.12-central-bank",
    systems: ["M0.12", "M0.5"],
    title: "Central bank that buys bitcoin or bonds in a carry unwind",
    question:
      "How much of a crash with a carry unwind does a central bank prevent that buys with money it makes?",
    quantity: "share of bitcoin's fall after three days that the purchases prevent",
    unit: "fraction",
    expected: CentralBankExperiment.helps,
    mechanism: "the purchases: nobody official buys",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "bitcoin",
        text: "it buys bitcoin, and this holds the price up (S0)",
        expected: CentralBankExperiment.helps
      ),
      ExperimentReading(
        id: "bitcoin_little",
        text: "it buys bitcoin, and this does little (S2); a tenth of the fall counts as little",
        expected: CentralBankExperiment.little
      ),
      ExperimentReading(
        id: "bonds",
        text:
          "it buys coupons of twenty times the amount instead: shown only, for nobody in this world moves money "
          + "from bonds to bitcoin"
      ),
    ],
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("purse_usd", text: "what the buyer may spend, USD"),
        [1e9, 5e9, 20e9, 100e9],
        by: .init("delay_days", text: "days from the fall of 5 % to the first purchase"),
        [0, 0.25, 1],
        runs: 10
      ),
      ExperimentSweep(
        .init("purse_usd", text: "what the buyer may spend, USD"),
        [5e9, 20e9, 100e9],
        reading: "bitcoin_little",
        runs: 10
      ),
    ],
    inputs: YenWorld.inputs + [
      "the yen rises by 2 % and bitcoin has news of −8 % on the day, a carry book of 1tn: assumptions that make "
        + "a fall near the stated 10.9 % (S0.F27)",
      "assumption: the buyer has 5bn, acts 0.25 days after bitcoin has fallen 5 %, spends within a day and "
        + "takes a twentieth of the volume at most; coupons: twenty times as much",
    ],
    finding:
      "Bitcoin bought by a central bank falls less: 5bn prevent about a sixteenth of the fall. What a buyer may take "
      + "of the volume binds before its purse does: at a twentieth, 20bn and 100bn are the same and prevent "
      + "an eighth, a sixth if it comes at once. It ends with a third of a percent of all coins and no gain, and the "
      + "reserves stay. Coupons bought in its place move bitcoin not at all here, because no allocator "
      + "rebalances from bonds to coins in this world: a gap, not a result. That anyone official would buy is an "
      + "assumption of the source.",
    refutation: "an official operation that names bitcoin and its effect on price",
    coversWhole: false
  )

  private static let helps = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S0.F94", "S0.F67"],
    statement:
      "in a severe crisis central banks support bitcoin, and the support helps; no size is stated"
  )
  private static let little = ExperimentExpectation(
    .atMost(0.1),
    facts: ["S2.F28"],
    statement: "purchases do far less than in 2020 (said of credit; X13 sets it against S0)"
  )
  private static let buyer = "official"

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("funds")
    let world = CentralBankExperiment.world(run, debtToEquity: 2 + 6 * stream.nextUniform())
    let days = YenWorld.shockDay + 3
    let without = try world.outcome(run, days: days, without: ["official_purchases"])
    let with = run.isControl ? without : try world.outcome(run, days: days)
    let end = days - 1
    let fall = Libm.logarithm(without.closes("BTC")[0]) - without.logCloses("BTC")[end]
    let prevented = 0 - with.fall(of: "BTC", below: without, day: end)
    let coins = with.units("BTC", of: "FED")
    let bonds = with.units("coupons", of: "FED") - without.units("coupons", of: "FED")
    let made = with.outstanding("reserves") - without.outstanding("reserves")
    let worth = coins * with.close("BTC") + bonds * with.close("coupons")
    return ExperimentMeasurement(
      fall > 0 ? prevented / fall : nil,
      companions: [
        .init("log fall of bitcoin after three days without the buyer", unit: "log units", fall),
        .init("log rise of bitcoin by the purchases", unit: "log units", prevented),
        .init(
          "log rise of the S&P 500 by the purchases",
          unit: "log units",
          0 - with.fall(of: "SPX shares", below: without, day: end)
        ),
        .init("reserves made for it", unit: "bn usd", made / 1e9),
        .init("gain of the buyer at the last close", unit: "bn usd", (worth - made) / 1e9),
        .init(
          "share of all bitcoin that the buyer holds then",
          unit: "percent",
          100 * coins / with.outstanding("BTC")
        ),
      ]
    )
  }

  private static func world(_ run: ExperimentRun, debtToEquity: Double) -> YenWorld {
    var world = YenWorld(book: 1e12, debtToEquity: debtToEquity)
    world.raiseYen(by: 0.02)
    world.plan.shocks.append(
      WorldShock(
        .news,
        name: "news",
        day: YenWorld.shockDay,
        hour: 6,
        market: "BTC",
        size: -0.08
      )
    )
    let buysBonds = run.reading == "bonds"
    let purse = run.value(of: "purse_usd", else: 5e9)
    world.plan.participants.append(
      ParticipantPlan(
        "official_buyer",
        buyer,
        numbers: [
          "purse_usd": buysBonds ? 20 * purse : purse,
          "delay_days": run.value(of: "delay_days", else: 0.25),
        ],
        words: ["market": buysBonds ? "coupons" : "BTC"]
      )
    )
    return world
  }
}
