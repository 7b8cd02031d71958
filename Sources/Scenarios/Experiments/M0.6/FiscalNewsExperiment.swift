import Economy
import Statistics

/// M0.6 in the world: from fiscal news over the JGB yield and the cost of yen to bitcoin.
struct FiscalNewsExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.6-world",
    systems: ["M0.6", "M0.5"],
    title: "Fiscal news, the cost of yen and bitcoin in the world",
    question:
      "Does a stimulus of 17tn yen, through the JGB yield and the cost of yen funding, make carry funds sell "
      + "bitcoin?",
    quantity: "change of bitcoin's log price ten days after the stimulus, by the stimulus",
    unit: "bp",
    expected: FiscalNewsExperiment.stated,
    mechanism: "the news: no stimulus is announced",
    control: .exactly(0),
    readings: FiscalNewsExperiment.readings,
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("pass_through", text: "part of the yield's change in the cost of funding"),
        [0, 0.25, 0.5, 1],
        by: .init("book_usd", text: "book of the funds, USD"),
        [0.25e12, 1e12, 4e12, 20e12],
        runs: 6
      ),
      ExperimentSweep(
        .init("output_multiplier", text: "output per yen spent"),
        [0, 0.2, 0.4, 0.6, 1],
        reading: "sustainability",
        runs: 6
      ),
      ExperimentSweep(
        .init("pass_through", text: "part of the yield's change in the cost of funding"),
        [0, 0.25, 0.5, 1],
        reading: "stated_rise",
        runs: 6
      ),
    ],
    inputs: YenWorld.inputs + [
      "book of 4tn, between lenders' statistics and what the source states (S0.F24): an assumption; half of "
        + "the change of the ten-year yield reaches the cost of funding, an assumption without evidence",
      "17tn yen (S0.F17), debt 2.5 times output (S0.F22), output 600tn and taxes of a third of it; slope 2 to "
        + "5 bp a percentage point, new bonds half to all of the package, multiplier 0.1 to 1.2: as in "
        + "M0.6-repricing",
      "the yen moves only by what funds buy; fiscal doubt might weaken it, the source says it rises "
        + "(S0.M07)",
    ],
    finding:
      "The chain has the sign that is given to its first link. Where the yield follows bonds to be placed, the "
      + "stimulus makes funding dearer, funds close some of their books, the yen rises and shares and bitcoin "
      + "fall: by 4 bp, of a book of 4tn, because 8 bp of yield are little beside a carry of 3.4 %. Where it "
      + "follows the debt ratio a year later, a multiplier above about a quarter lowers the yield and every "
      + "sign turns round. Even 70 bp at once make 0.8 % of bitcoin, or 2 % if funding follows the ten-year "
      + "yield in full. Funds borrow at short rates: with no pass-through nothing at all comes through. Of the "
      + "stated 10.9 % (S0.F27) the link by the cost of funding is no part; a sudden rise of the yen is "
      + "another matter (M0.5-world).",
    refutation:
      "costs of yen funding (short rates, currency swaps) around fiscal news: if they do not follow the ten-year "
      + "yield the chain ends there",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .negative(null: 0),
    facts: ["S0.F17", "S0.F19", "S0.F22", "S0.F24"],
    statement:
      "yields rise, yen funding becomes dear, carry investors sell dollar risk assets, bitcoin among them"
  )
  private static let readings = [
    ExperimentReading(
      id: "supply",
      text: "the yield follows the bonds that have to be placed",
      expected: stated
    ),
    ExperimentReading(
      id: "sustainability",
      text: "the yield follows the debt ratio a year later: what the source says",
      expected: stated
    ),
    ExperimentReading(
      id: "stated_rise",
      text: "the whole rise of 70 bp on the year comes at once (S0.F20)",
      expected: stated
    ),
  ]
  private static let dayCount = 12

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("economy")
    let draws = (0..<4).map { _ in stream.nextUniform() }
    let world = FiscalNewsExperiment.world(run, draws)
    let quiet: Set<String> = ["fiscal_news"]
    let days = FiscalNewsExperiment.dayCount
    let without = try world.outcome(run, days: days, without: quiet)
    let with = run.isControl ? without : try world.outcome(run, days: days)
    let end = days - 1
    func fall(_ market: String) -> Double { with.fall(of: market, below: without, day: end) }
    return ExperimentMeasurement(
      0 - 1e4 * fall("BTC"),
      companions: [
        .init(
          "change of the JGB ten-year yield",
          unit: "bp",
          100 * (with.figure("JGB ten-year yield") - without.figure("JGB ten-year yield"))
        ),
        .init("change of the yen's log price", unit: "bp", 0 - 1e4 * fall("yen")),
        .init("change of the S&P 500's log price", unit: "bp", 0 - 1e4 * fall("SPX shares")),
        .init(
          "share of the book closed by the news",
          unit: "fraction",
          1 - with.units("SPX shares", of: YenWorld.fund)
            / without.units("SPX shares", of: YenWorld.fund)
        ),
      ]
    )
  }

  private static func world(_ run: ExperimentRun, _ draws: [Double]) -> YenWorld {
    var world = YenWorld(
      book: run.value(of: "book_usd", else: 4e12),
      debtToEquity: 2 + 6 * draws[0],
      numbers: ["long_yield_pass_through": run.value(of: "pass_through", else: 0.5)]
    )
    var numbers = [
      "stimulus_jpy": 17e12,
      "slope_bp_per_point": 2 + 3 * draws[1],
      "new_bonds_share": 0.5 + 0.5 * draws[2],
      "output_multiplier": run.value(of: "output_multiplier", else: 0.1 + 1.1 * draws[3]),
    ]
    if run.reading == "stated_rise" {
      // A slope at which the bonds to be placed make the stated 70 bp.
      numbers["new_bonds_share"] = 1
      numbers["slope_bp_per_point"] = 70 / (100 * 17e12 / 600e12)
    }
    world.plan.participants.append(
      ParticipantPlan(
        "japanese_rates",
        "Japan",
        numbers: numbers,
        words: ["channel": run.reading == "sustainability" ? "sustainability" : "supply"]
      )
    )
    return world
  }
}
