import Statistics

/// M0.11: what 100m move, by the slope of one event and by the laws of impact.
struct ImpactPerDollarExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.11-impact",
    systems: ["M0.11"],
    title: "Price effect of 100 million dollars",
    question: "How far do 100m move the price, if not all of the fall of 2025-11-21 was flow?",
    quantity: "price effect of a sale of 100m",
    unit: "fraction",
    expected: ImpactPerDollarExperiment.stated,
    mechanism: "the sale: nothing is sold",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "prior",
        text:
          "impact of a billion from the prior of model §1.3, between the regression on fund flows "
          + "(an upper bound) and the square-root law (a lower one)",
        expected: ImpactPerDollarExperiment.stated
      ),
      ExperimentReading(
        id: "event_slope",
        text:
          "the whole fall of 10.9 % made by 1.9bn of liquidations and 0.2bn of outflow, no news",
        expected: ImpactPerDollarExperiment.stated,
        calibration: "arithmetic on the event that it is compared with"
      ),
      ExperimentReading(
        id: "square_root",
        text: "0.8 × daily volatility of 2.4 % × √(sale/90bn), the law alone",
        expected: ImpactPerDollarExperiment.stated
      ),
    ],
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("impact_of_billion", text: "impact of 1bn, log units"),
        [0.002, 0.008, 0.0175, 0.023, 0.03, 0.055],
        runs: 20
      )
    ],
    inputs: [
      "fall 10.9 % (S0.F27), liquidations 1.9bn (S0.F07), outflow 0.2bn (S0.F09)",
      "classes differ in how they trade, an assumption: a retail crowd and a forced seller at once, a "
        + "fund over a day with depth that comes back in twenty minutes, a bilateral deal off the book",
    ],
    finding:
      "The slope of one event counts its news as flow. The prior gives a fraction of it. By class "
      + "the effect of the same 100m depends on speed: sold at once, over a day, or bilaterally, where the "
      + "public price sees nothing. That is what migration to bilateral deals would mean; whether it comes "
      + "is dated 2028 (S0.C38), and this does not decide it.",
    refutation:
      "an estimate of the impact of flow alone, from sales that no news caused, near 5 % per "
      + "billion",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .value(0.0052, tolerance: 0.0005),
    facts: ["S0.F07", "S0.F09", "S0.F27"],
    statement: "0.52 % per 100m at the slope of the event; a tenth of it either way counts"
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let sale = run.isControl ? 0 : 0.1
    let effect: Double
    switch run.reading {
    case "event_slope": effect = 0.109 / (1.9 + 0.2) * sale
    case "square_root": effect = 0.8 * 0.024 * (sale / 90).squareRoot()
    default:
      var stream = run.stream("impact")
      let drawn = ReducedCascade.impactPrior.draw(using: &stream)
      // Below a billion the impact is taken as linear: the prior is a slope there.
      effect = run.value(of: "impact_of_billion", else: drawn) * sale
    }
    // Sold evenly over a day against depth that recovers at rate ln 2 in 20 minutes.
    let recovery = Libm.logarithm(2) * 72
    return ExperimentMeasurement(
      effect,
      companions: [
        .init("at once (forced sellers, retail in panic)", unit: "percent", 100 * effect),
        .init(
          "over a day (fund)",
          unit: "percent",
          100 * effect * (1 - Libm.exponential(-recovery)) / recovery
        ),
        .init("bilateral (sovereign)", unit: "percent", 0),
      ]
    )
  }
}
