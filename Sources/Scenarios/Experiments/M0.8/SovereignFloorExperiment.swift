/// M0.8: whether a purchase of 0.1bn sets a floor under forced sales of 1.9bn.
struct SovereignFloorExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.8-floor",
    systems: ["M0.8"],
    title: "Price floor by a small sovereign purchase",
    question:
      "Does a purchase of 0.1bn hold the price in the cascade, and if not, which size does?",
    quantity: "share of the fall that the purchase takes away",
    unit: "fraction",
    expected: SovereignFloorExperiment.stated,
    mechanism: "the sovereign: no purchase",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "before_the_fall",
        text:
          "bought at the price 24 hours before the low, as stated (E15), and its effect stays for good",
        expected: SovereignFloorExperiment.stated
      ),
      ExperimentReading(
        id: "against_forced_sales",
        text: "bought from those who are liquidated, as far as the money goes",
        expected: SovereignFloorExperiment.stated
      ),
    ],
    runs: 200,
    sweeps: ["before_the_fall", "against_forced_sales"].map {
      ExperimentSweep(
        .init("purchase_usd", text: "purchase, USD"),
        [0.1e9, 1e9, 5e9, 20e9, 100e9, 500e9],
        by: .init("news_log", text: "news, log units"),
        [-0.02, -0.04, -0.08],
        reading: $0,
        runs: 60
      )
    },
    inputs: ReducedCascade.inputs + [
      "purchase of 0.1bn (S0.F43); outflow 0.2bn (S0.F09); assumption: news of −8 %",
      "the effect of the purchase is that of a trade of its size from rest, the most it can be: impact is "
        + "concave, and in a fall others sell on top",
    ],
    finding:
      "The purchase takes about one percent off the fall if it comes first and stays for "
      + "good, and a thousandth if it meets the forced sales: it is a twentieth of what was "
      + "liquidated (S0.F07) and less of what the model forces, which is an upper bound. To "
      + "hold the price against the news takes 20bn to 100bn at this impact; bought from "
      + "forced sellers alone no size does it, for that cannot buy the news away. A floor "
      + "exists where a bid is as large as what is sold, at any price. The slope is two "
      + "percent a billion at the first 0.1bn and falls from there.",
    refutation:
      "time-stamped purchases of this size after which a fall stops more often than after others"
  )

  private static let stated = ExperimentExpectation(
    .atLeast(0.9),
    facts: ["S0.F41", "S0.F42", "S0.F43", "S0.F07"],
    statement:
      "a purchase of 0.1bn at 91,000 sets the floor: nine tenths of the fall below do not happen"
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let market = ReducedCascade(run)
    let size = run.isControl ? 0 : run.value(of: "purchase_usd", else: 0.1e9)
    let news = run.value(of: "news_log", else: -0.08)
    let without = market.end(news: news, sale: 0.2e9)
    let with =
      run.reading == "against_forced_sales"
      ? market.end(news: news, sale: 0.2e9) { min(size, $0) }
      : market.end(news: news + market.impact(of: size), sale: 0.2e9)
    return ExperimentMeasurement(
      min(1, 1 - with.fall / without.fall),
      companions: [
        .init("log fall without the purchase", unit: "log units", without.fall),
        .init("log fall with the purchase", unit: "log units", with.fall),
        .init("purchase over forced sales without it", unit: "fraction", size / without.forced),
        .init("price effect of the purchase", unit: "log units", market.impact(of: size)),
        .init(
          "slope of the floor, log units per bn",
          unit: "log units",
          size > 0 ? (without.fall - with.fall) / (size / 1e9) : 0
        ),
      ]
    )
  }
}
