import Economy
import Statistics

/// M0.5 in the world: how much of a correlation between yen and shares the funds make.
struct CarryComovementExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.5-comovement",
    systems: ["M0.5", "M2.3"],
    title: "Correlation that yen-funded books make",
    question:
      "How much correlation between rises of the yen and falls of the S&P 500 do funds make that owe yen, if "
      + "the news of both are independent?",
    quantity:
      "daily correlation of yen rise and S&P 500 fall with the funds less that without them",
    unit: "correlation",
    expected: CarryComovementExperiment.stated,
    mechanism: "the funds: they hold what they have and trade nothing",
    control: .exactly(0),
    readings: CarryComovementExperiment.sizes.map {
      ExperimentReading(id: $0.id, text: $0.text, expected: CarryComovementExperiment.stated)
    },
    runs: 12,
    sweeps: CarryComovementExperiment.sizes.map {
      ExperimentSweep(
        .init("forced_share_of_volume", text: "share of the volume that forced orders may take"),
        [0.2, 0.5, 1],
        reading: $0.id,
        runs: 5
      )
    },
    inputs: YenWorld.inputs + [
      "60 days without any shock: rises of the yen come from its own news, independent of the others': an "
        + "assumption, so that every correlation beyond chance is the funds' doing",
      "betas: regression of what the funds did to bitcoin on what they did to the S&P 500, day by day; the "
        + "stated falls have the ratio 7 (S0.F27, S0.F28, T05)",
    ],
    finding:
      "Funds do make rises of the yen and falls of shares come together, and how much is a matter of the "
      + "book and of how fast it may be sold. The stated 20tn make 0.1 to 0.2 where forced orders take a "
      + "fifth of the volume, 0.3 to 0.4 at a half and 0.6 to 0.8 at the whole; the stated 0.55 lies between. "
      + "With 0.25tn it is about 0.05 whatever the speed. A correlation of 0.55 is thus no evidence for a cause: "
      + "without news that both share it would take the large book and hasty lenders. In what the funds do, "
      + "bitcoin moves less than shares, for a fiftieth of the basket is bitcoin: the ratio of 7 between "
      + "the stated falls is not theirs.",
    refutation: "holdings and flows of yen-funded books by day, beside returns",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .value(0.55, tolerance: 0.15),
    facts: ["S0.F26"],
    statement: "carry unwinds and falls of the S&P 500 have a correlation of 0.55"
  )
  private static let sizes: [(id: String, text: String, dollars: Double)] = [
    ("stated_20tn", "book of 20tn, as the source states", 20e12),
    ("0.25tn", "book of 0.25tn, speculative carry only", 0.25e12),
  ]

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("funds")
    let sizes = CarryComovementExperiment.sizes
    let size = (sizes.first { $0.id == run.reading } ?? sizes[0]).dollars
    let world = YenWorld(
      book: size,
      debtToEquity: 2 + 6 * stream.nextUniform(),
      numbers: ["forced_share_of_volume": run.value(of: "forced_share_of_volume", else: 0.2)]
    )
    let without = try world.outcome(run, days: 60, without: YenWorld.off)
    let with = run.isControl ? without : try world.outcome(run, days: 60)
    let alone = correlation(without)
    let together = correlation(with)
    let equity = zip(moves(with, "SPX shares"), moves(without, "SPX shares")).map { $0 - $1 }
    let bitcoin = zip(moves(with, "BTC"), moves(without, "BTC")).map { $0 - $1 }
    let square = equity.reduce(0) { $0 + $1 * $1 }
    let product = zip(equity, bitcoin).reduce(0) { $0 + $1.0 * $1.1 }
    return ExperimentMeasurement(
      together - alone,
      companions: [
        .init("correlation with the funds", unit: "correlation", together),
        .init("correlation without the funds", unit: "correlation", alone),
        .init(
          "bitcoin's beta to the S&P 500 in what the funds did",
          unit: "ratio",
          square > 0 ? product / square : 0
        ),
        .init(
          "book left at the end",
          unit: "fraction",
          with.units("SPX shares", of: YenWorld.fund)
            / without.units("SPX shares", of: YenWorld.fund)
        ),
      ]
    )
  }

  /// The correlation of rises of the yen with falls of shares on days on which shares traded.
  private func correlation(_ world: MeasuredWorld) -> Double {
    let pairs = zip(moves(world, "yen"), moves(world, "SPX shares")).filter { $0.1 != 0 }
    let value = try? Correlation.pearson(pairs.map(\.0), pairs.map { -$0.1 })
    return value ?? 0
  }

  private func moves(_ world: MeasuredWorld, _ market: String) -> [Double] {
    let closes = world.closes(market).map(Libm.logarithm)
    return zip(closes.dropFirst(), closes).map { $0 - $1 }
  }
}
