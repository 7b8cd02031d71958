/// M1.2: how large the new collateral is against the debt it is said to relieve.
struct CollateralReliefExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.2-relief",
    systems: ["M1.2"],
    title: "Bitcoin and gold over Treasury debt",
    question: "What part of the debt could bitcoin cover as collateral?",
    quantity: "value of the collateral over debt",
    unit: "fraction",
    expected: CollateralReliefExperiment.stated,
    mechanism: "the collateral: no coins",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "bitcoin",
        text: "2tn of bitcoin over 40tn of debt, as the source divides",
        expected: CollateralReliefExperiment.stated
      ),
      ExperimentReading(
        id: "with_official_gold",
        text:
          "and 8,133 tonnes of official gold at 2,920 USD an ounce (S4.F23, S4.F25): the name of the "
          + "gauge says gold and bitcoin"
      ),
      ExperimentReading(
        id: "marketable_debt",
        text: "2tn over the 29tn that can be traded (E26)"
      ),
    ],
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("price_fall_fraction", text: "fall of the collateral in the same crisis"),
        [0, 0.3, 0.5, 0.78]
      )
    ],
    inputs: ["2tn and 40tn (S1.F05, S1.F06)"],
    finding:
      "Five percent, as stated: relief at most. Collateral that falls with the crisis it is held "
      + "against covers less than the ratio says.",
    refutation: "market values of the date that differ"
  )

  private static let stated = ExperimentExpectation(
    .value(0.05, tolerance: 0.0005),
    facts: ["S1.F05", "S1.F06"],
    statement: "bitcoin at 2tn is only relief against about 40tn of Treasuries: 5 %"
  )
  private static let gramsPerOunce = 31.103_476_8

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let bitcoin = 2e12 * (1 - run.value(of: "price_fall_fraction", else: 0))
    let gold = 8_133e6 / CollateralReliefExperiment.gramsPerOunce * 2_920
    let (collateral, debt): (Double, Double) =
      switch run.reading {
      case "with_official_gold": (bitcoin + gold, 40e12)
      case "marketable_debt": (bitcoin, 29e12)
      default: (bitcoin, 40e12)
      }
    return ExperimentMeasurement(run.isControl ? 0 : collateral / debt)
  }
}
