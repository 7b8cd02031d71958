import Statistics

/// M0.5: how much of bitcoin's fall a carry fund makes that sells a basket after the yen rose.
struct CarryUnwindExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.5-carry",
    systems: ["M0.5", "M2.3"],
    title: "Yen carry unwind and the fall of bitcoin (reduced)",
    question:
      "What part of a day's fall of bitcoin comes from carry funds that sell a basket after the yen rose "
      + "by one percent?",
    quantity: "share of the log fall of bitcoin that is gone without the funds",
    unit: "fraction",
    expected: CarryUnwindExperiment.stated,
    mechanism: "the funds: nobody has borrowed yen",
    control: .exactly(0),
    readings: CarryUnwindExperiment.sizes.map {
      ExperimentReading(id: $0.id, text: $0.text, expected: CarryUnwindExperiment.stated)
    },
    runs: 200,
    sweeps: CarryUnwindExperiment.sizes.map {
      ExperimentSweep(
        .init("yen_rise_fraction", text: "rise of the yen on the day"),
        [0.005, 0.01, 0.02],
        by: .init("bitcoin_weight", text: "share of bitcoin in the basket"),
        [0.02, 0.05, 0.2, 1],
        reading: $0.id,
        runs: 40
      )
    },
    inputs: ReducedCascade.inputs + [
      "book of the funds 20tn as stated (S0.F24), and 4tn, 1tn and 0.25tn, the middle of estimates of "
        + "speculative carry (model §3.14, BIS Bulletin 90 (2024)); debt over equity drawn from 2 to 8, an assumption",
      "rule: a rise of the yen is a loss on the book; funds restore their leverage by selling debt over equity "
        + "times the loss, a fifth of it on the day; above 1.2 % (two daily deviations) 30 % of the book goes "
        + "at once (model §3.14)",
      "basket: S&P 500 0.5, NASDAQ 0.25, emerging markets 0.15, bitcoin 0.02 (model §3.14, assumptions); the "
        + "yen rise of 1 % is an assumption, the source names 4 to 8 % in six months (S0.F25)",
      "assumption: other news of bitcoin −8 %, outflow 0.2bn; equity markets move 0.01 % per billion",
      "partial: the funds have no balance sheet here, no margin account and no yen market whose price their "
        + "own buying moves: M0.5-world has them; the correlation of 0.55 (S0.F26) is M0.5-comovement",
    ],
    finding:
      "Which answer comes out is the size of the book and whether stops are hit. After a "
      + "rise of the yen by 1 % the funds make about 3 % of the fall with the stated 20tn "
      + "and less than a thousandth with the 0.25tn that lenders' statistics support; half "
      + "of it would take a book of more than a thousand trillion. Only a rise of more than "
      + "two daily deviations, in which 30 % of the book goes at once, and a twentieth of "
      + "the basket in bitcoin bring 20tn to half; with 0.25tn not even a basket of nothing "
      + "else does. The 20tn count nearly all positions funded or hedged in yen, most of "
      + "which nobody can call. The equity falls stated for the same day are of the day "
      + "before (E02), which a carry story has to explain as well.",
    refutation:
      "hourly yen, equity futures and bitcoin of the day in which the yen leads, and holdings of bitcoin by "
      + "yen-funded investors",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .atLeast(0.5),
    facts: ["S0.F24", "S0.F25", "S0.F26", "S0.F27"],
    statement:
      "the crash was triggered outside crypto, by the carry trade: taken as half of the fall or more"
  )
  private static let sizes: [(id: String, text: String, dollars: Double)] = [
    ("stated_20tn", "book of 20tn, as the source states", 20e12),
    ("4tn", "book of 4tn", 4e12),
    ("1tn", "book of 1tn", 1e12),
    ("0.25tn", "book of 0.25tn, speculative carry only", 0.25e12),
  ]
  private static let stopLoss = (yenRise: 0.012, share: 0.3)
  private static let equityImpactPerDollar = 0.0001 / 1e9

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let market = ReducedCascade(run)
    var stream = run.stream("funds")
    let debtToEquity = 2 + 6 * stream.nextUniform()
    let share = shareSold(of: run, debtToEquity: debtToEquity)
    let weight = run.value(of: "bitcoin_weight", else: 0.02)
    let sold = run.isControl ? 0 : share * size(of: run)
    let bitcoin = weight * sold
    let with = market.end(news: -0.08, sale: 0.2e9 + bitcoin)
    let without = market.end(news: -0.08, sale: 0.2e9)
    return ExperimentMeasurement(
      1 - without.fall / with.fall,
      companions: [
        .init("log fall with the funds", unit: "log units", with.fall),
        .init("log fall without the funds", unit: "log units", without.fall),
        .init("bitcoin sold by the funds", unit: "bn usd", bitcoin / 1e9),
        .init(
          "book that would make half of the fall",
          unit: "tn usd",
          saleOfHalf(in: market, without: without.fall) / (weight * share) / 1e12
        ),
        .init(
          "fall of the S&P 500 by the funds",
          unit: "fraction",
          0.5 * sold * CarryUnwindExperiment.equityImpactPerDollar
        ),
        .init("forced sales of bitcoin with the funds", unit: "bn usd", with.forced / 1e9),
      ]
    )
  }

  /// The book of a reading, US dollars.
  private func size(of run: ExperimentRun) -> Double {
    let sizes = CarryUnwindExperiment.sizes
    return (sizes.first { $0.id == run.reading } ?? sizes[0]).dollars
  }

  /// What the funds sell on the day, as a share of their book.
  private func shareSold(of run: ExperimentRun, debtToEquity: Double) -> Double {
    let rise = run.value(of: "yen_rise_fraction", else: 0.01)
    let stop = CarryUnwindExperiment.stopLoss
    let share = min(1, 0.2 * debtToEquity * rise)
    return rise > stop.yenRise ? max(share, stop.share) : share
  }

  /// The sale of bitcoin, US dollars, that makes half of the fall: halving on a log scale.
  private func saleOfHalf(in market: ReducedCascade, without fall: Double) -> Double {
    var (lower, upper) = (Libm.logarithm(1e7), Libm.logarithm(1e14))
    for _ in 0..<24 {
      let middle = 0.5 * (lower + upper)
      let end = market.end(news: -0.08, sale: 0.2e9 + Libm.exponential(middle))
      if end.fall < 2 * fall { lower = middle } else { upper = middle }
    }
    return Libm.exponential(upper)
  }
}
