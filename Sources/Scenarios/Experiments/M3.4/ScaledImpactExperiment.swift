/// M3.4: equal dollars in a smaller asset, under two laws of impact.
struct ScaledImpactExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.4-impact",
    systems: ["M3.4"],
    title: "429m of ETH against 1bn of BTC",
    question: "Does the smaller purchase in the smaller asset move its price twice as much?",
    quantity: "impact of the ETH purchase over impact of the BTC purchase",
    unit: "ratio",
    expected: ScaledImpactExperiment.stated,
    mechanism:
      "the difference of market values (and of volumes with them): both assets equally large",
    control: .notAbove(1),
    readings: [
      ExperimentReading(
        id: "market_value",
        text: "impact is the purchase over market value, with 1bn as rounded in the text (S3.F17)",
        expected: ScaledImpactExperiment.stated
      ),
      ExperimentReading(
        id: "market_value_unrounded",
        text: "the same with the 963m that were paid (S3.F05)",
        expected: ScaledImpactExperiment.stated
      ),
      ExperimentReading(
        id: "square_root",
        text:
          "impact is daily volatility times the square root of purchase over daily volume (model "
          + "§1.2), with volumes in the ratio of market values and equal volatility: assumptions",
        expected: ScaledImpactExperiment.stated
      ),
    ],
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("volatility_ratio", text: "daily volatility of ETH over BTC"),
        [1, 1.25, 1.5, 1.75],
        by: .init("volume_ratio", text: "daily volume of BTC over ETH"),
        [1.5, 2, 3, 5],
        reading: "square_root"
      )
    ],
    inputs: [
      "purchases 429m, 1bn and 963m (S3.F10, S3.F17, S3.F05), market values five to one (S3.F15)"
    ],
    finding:
      "Under scaling by market value the arithmetic gives 2.15, and 2.23 unrounded: the factor two "
      + "follows from the law that is assumed. Under the square-root law, which holds across markets, the "
      + "same purchases give about 1.5 at equal volatility, and two only if ETH is a third more volatile "
      + "and trades no more than a fifth of the volume. Price data of the two purchases, not the ratio of values, can tell the laws apart.",
    refutation:
      "the price reaction to many purchases of both assets, which separates an exponent of one "
      + "from one of a half"
  )

  private static let stated = ExperimentExpectation(
    .value(2.2, tolerance: 0.1),
    facts: ["S3.F10", "S3.F15", "S3.F16", "S3.F17"],
    statement:
      "429m of ETH has twice the impact of 1bn of BTC at a ratio of market values of five: 2.145 "
      + "to 2.227, 2.1 to 2.3 counts (T17)"
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let bitcoin = run.reading == "market_value_unrounded" ? 963e6 : 1e9
    let sizeRatio = run.isControl ? 1.0 : 5
    guard run.reading == "square_root" else {
      return ExperimentMeasurement(429e6 / bitcoin * sizeRatio)
    }
    let volumeRatio = run.value(of: "volume_ratio", else: sizeRatio)
    let volatilityRatio = run.value(of: "volatility_ratio", else: 1)
    return ExperimentMeasurement(
      volatilityRatio * (429e6 / bitcoin * volumeRatio).squareRoot()
    )
  }
}
