import Economy
import Statistics

/// M0.5 in the world: what a book of a size makes of the day's falls after the yen rose.
struct CarrySizeExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.5-world",
    systems: ["M0.5"],
    title: "Yen carry unwind in the world, by the size of the book",
    question:
      "Which part of the stated fall of bitcoin do funds that owe yen make on the day on which the yen "
      + "rises by one percent?",
    quantity: "fall of bitcoin on the day by the funds over the stated fall of 10.9 %",
    unit: "fraction",
    expected: CarrySizeExperiment.stated,
    mechanism: "the funds: they hold what they have and trade nothing",
    control: .exactly(0),
    readings: CarrySizeExperiment.sizes.map {
      ExperimentReading(id: $0.id, text: $0.text, expected: CarrySizeExperiment.stated)
    },
    runs: 30,
    sweeps: [
      ExperimentSweep(
        .init("book_usd", text: "book of the funds, USD"),
        YenCarryRule.sizes,
        by: .init(
          "forced_share_of_volume",
          text: "share of the volume that forced orders may take"
        ),
        [0.1, 0.2, 0.5, 1, 2],
        runs: 10
      )
    ]
      + CarrySizeExperiment.sizes.map {
        ExperimentSweep(
          .init("yen_rise_fraction", text: "rise of the yen on the day"),
          [0, 0.005, 0.01, 0.02, 0.04],
          reading: $0.id,
          runs: 10
        )
      } + [
        ExperimentSweep(
          .init("bitcoin_weight", text: "share of bitcoin in the basket"),
          [0.02, 0.1, 0.3],
          reading: "1tn",
          runs: 10
        )
      ],
    inputs: YenWorld.inputs + [
      "rise of the yen by 1 % in the Asian hours, an assumption: the source names 4 to 8 % in six months "
        + "(S0.F25); sizes of the book: model §3.14, the largest as stated (S0.F24)"
    ],
    finding:
      "A rise of the yen by 1 % hits stops, and what they sell makes a seventieth of the stated fall of "
      + "bitcoin with 0.25tn, a seventeenth with 1tn, and a seventh with 4tn or 20tn: there the volume that "
      + "forced orders may take binds and not the book. Half of the fall on the day takes 20tn and forced "
      + "orders that take the whole volume of every market, or 4tn at twice the volume; below two "
      + "deviations next to nothing happens. The same sales make 0.4 to 0.6 of the stated fall of the S&P "
      + "500: a carry unwind explains shares rather than bitcoin, whose fall in it is 0.3 to 1.8 "
      + "times that of shares and not seven times, and the falls are of two days (E02). A fiftieth of 20tn in bitcoin would be 4.7 million "
      + "coins, three times what all funds hold.",
    refutation:
      "hourly yen, equity futures and bitcoin of the day in which the yen leads, and holdings of bitcoin by "
      + "yen-funded investors",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .atLeast(0.5),
    facts: ["S0.F24", "S0.F25", "S0.F27"],
    statement:
      "the crash was triggered outside crypto, by the carry trade: taken as half of the fall or more"
  )
  private static let sizes: [(id: String, text: String, dollars: Double)] = [
    ("stated_20tn", "book of 20tn, as the source states", 20e12),
    ("4tn", "book of 4tn", 4e12),
    ("1tn", "book of 1tn", 1e12),
    ("0.25tn", "book of 0.25tn, speculative carry only", 0.25e12),
  ]

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("funds")
    let debtToEquity = 2 + 6 * stream.nextUniform()
    let sizes = CarrySizeExperiment.sizes
    let size = (sizes.first { $0.id == run.reading } ?? sizes[0]).dollars
    let book = run.value(of: "book_usd", else: size)
    let weight = run.value(of: "bitcoin_weight", else: 0.02)
    var world = YenWorld(
      book: book,
      debtToEquity: debtToEquity,
      bitcoinWeight: weight,
      numbers: ["forced_share_of_volume": run.value(of: "forced_share_of_volume", else: 0.2)]
    )
    world.raiseYen(by: run.value(of: "yen_rise_fraction", else: 0.01))
    let days = 4
    let without = try world.outcome(run, days: days, without: YenWorld.off)
    let with = run.isControl ? without : try world.outcome(run, days: days)
    let day = YenWorld.shockDay
    let bitcoin = with.fall(of: "BTC", below: without, day: day)
    let equity = with.fall(of: "SPX shares", below: without, day: day)
    return ExperimentMeasurement(
      bitcoin / YenWorld.statedFall.bitcoin,
      companions: [
        .init("log fall of bitcoin by the funds on the day", unit: "log units", bitcoin),
        .init("log fall of the S&P 500 by the funds on the day", unit: "log units", equity),
        .init(
          "the same over the stated fall of the S&P 500 (S0.F28)",
          unit: "fraction",
          equity / YenWorld.statedFall.equity
        ),
        .init(
          "log rise of the yen by the funds on the day",
          unit: "log units",
          -with.fall(of: "yen", below: without, day: day)
        ),
        .init(
          "log fall of bitcoin by the funds two days later",
          unit: "log units",
          with.fall(of: "BTC", below: without, day: day + 2)
        ),
        .init(
          "forced orders of the funds on the day, yen bought among them",
          unit: "bn usd",
          with.forced(YenWorld.fund)[day] / 1e9
        ),
        .init(
          "coins that the book holds at the opening",
          unit: "million",
          YenWorld.coins(book: book, weight: weight) / 1e6
        ),
      ]
    )
  }
}
