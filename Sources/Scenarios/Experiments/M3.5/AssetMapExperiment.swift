import Statistics

/// M3.5: what the regime does to gold and to equities through the routes that have a mechanism.
struct AssetMapExperiment: Experiment {
  private static let gold = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S3.F57"],
    statement: "gold enters a long rising trend (no number)"
  )

  let plan = ExperimentPlan(
    id: "M3.5-assets",
    systems: ["M3.5"],
    title: "Fiscal dominance, gold and equities",
    question: "Do gold and equities rise because the Treasury takes the curve?",
    quantity: "change of the price over a year by the regime",
    unit: "log units",
    expected: AssetMapExperiment.gold,
    mechanism: "the regime: issuance and the index of dominance stay",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "gold",
        text:
          "foreign reserves move from coupons to gold at twice the pace once the index is above one",
        expected: AssetMapExperiment.gold
      ),
      ExperimentReading(
        id: "equities",
        text: "equities are discounted at a long yield that moves with the term premium",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S3.F57"],
          statement: "equities adjust and then rise slowly (S3.M15)"
        )
      ),
    ],
    statistic: .mean,
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("independence_score", text: "events against independence, standard scores"),
        [0, 1, 2, 3, 6],
        by: .init("shift_usd_bn", text: "shift from coupons to bills, bn USD"),
        [200, 800],
        runs: 100
      ),
      ExperimentSweep(
        .init("independence_score", text: "events against independence, standard scores"),
        [0, 2, 6, 12],
        by: .init("shift_usd_bn", text: "shift from coupons to bills, bn USD"),
        [200, 800],
        reading: "equities",
        runs: 100
      ),
    ],
    inputs: FiscalRegime.inputs + [
      "foreign official holders have 5 600bn of coupons (model §3.28) and move another 0.1 % of them a month "
        + "to gold while the index is above one (model §3.21)",
      "gold of 27tn dollars, whose price rises by one to five times what is bought over what there is: "
        + "assumptions",
      "equities: duration of 15 to 30 years to the long yield, earnings unchanged: an assumption",
      "bitcoin has no mechanism here: no participant's rule links it to issuance or to the index",
    ],
    finding:
      "Both signs hold, gold's by a rule that is assumed and both with small sizes. Gold gains "
      + "by official purchases only where the index passes the threshold that the specification "
      + "sets, in half of the draws, and then about seven tenths of a percent a year: a long rise "
      + "needs other buyers. Equities gain three percent once by a lower premium, and lose where "
      + "doubt outweighs supply. For bitcoin the source states a floor by liquidity and names no "
      + "one who buys; there is nothing to simulate, and no sign is claimed.",
    refutation: "official purchases of gold that did not rise with doubt about who sets long rates",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let regime = FiscalRegime(run)
    var stream = run.stream("assets")
    let multiplier = 1 + 4 * stream.nextUniform()
    let duration = 15 + 15 * stream.nextUniform()
    let bought = regime.index > 1 ? 12 * 0.001 * 5_600.0 : 0
    let gold = multiplier * bought / 27_000
    let premium = regime.change(supply: -regime.shift, index: regime.index)
    let equities = -duration * premium / 100
    let change = run.reading == "equities" ? equities : gold
    return ExperimentMeasurement(
      run.isControl ? 0 : change,
      companions: [
        .init("index of fiscal dominance", unit: "standard scores", regime.index),
        .init("gold bought by official holders", unit: "bn usd a year", bought),
        .init("gold", unit: "log units", gold),
        .init("change of the term premium", unit: "bp", 100 * premium),
        .init("equities", unit: "log units", equities),
      ]
    )
  }
}
