import Economy
import Statistics

/// M4.5: what an inflow into Hong Kong shares does to the currency in its band, and what else does it.
struct BandFlowExperiment: Experiment {
  private static let strong = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S4.F17", "S4.F16"],
    statement: "a rate near 7.75 shows strong foreign demand for Hong Kong shares"
  )

  let plan = ExperimentPlan(
    id: "M4.5-band",
    systems: ["M4.5"],
    title: "Equity inflow and the place in the band",
    question: "Does an inflow into Hong Kong shares move the currency towards 7.75?",
    quantity: "mean place in the band over a month, less that without it",
    unit: "share of the band",
    expected: BandFlowExperiment.strong,
    mechanism: "the inflow: nobody buys shares from abroad",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "inflow",
        text: "an inflow of 0.5 to 1.5bn dollars a day",
        expected: BandFlowExperiment.strong
      ),
      ExperimentReading(
        id: "rate_gap",
        text: "no inflow at all; dollar rates fall by 2 points instead, and carry comes back",
        expected: BandFlowExperiment.strong
      ),
    ],
    runs: 300,
    sweeps: [
      ExperimentSweep(
        .init("inflow_usd_bn_per_day", text: "inflow, bn USD a day"),
        [-0.5, 0, 0.25, 0.5, 1, 2],
        runs: 60
      )
    ],
    inputs: BandMarket.inputs + [
      "21 days; the southbound flow's mean is 0.7bn dollars a day (model §3.25, assumed)"
    ],
    finding:
      "Yes, and so does a lower dollar rate without a single share bought. The place in the band adds "
      + "up all demand for the currency: the source's gauge reads equity inflow only while rates and "
      + "seasons stand still (E67). At 7.75 the gauge saturates, and the aggregate balance takes over: "
      + "its change is an exact count of what the band did not take.",
    refutation:
      "months of measured equity inflow with unchanged rates in which the currency weakened",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("flow")
    let drawn = 0.5 + stream.nextUniform()
    let standard = run.reading == "rate_gap" ? 0 : drawn
    let inflow = run.isControl ? 0 : run.value(of: "inflow_usd_bn_per_day", else: standard)
    let fall = run.isControl || run.reading != "rate_gap" ? 0.0 : -2
    var (with, without) = (try BandMarket(run), try BandMarket(run))
    for _ in 0..<21 {
      try with.step(inflow: inflow, rateGap: fall)
      try without.step(inflow: 0)
    }
    return ExperimentMeasurement(
      mean(with.positions) - mean(without.positions),
      companions: [
        .init("place in the band at the end", unit: "share", with.positions[20]),
        .init("the same without it", unit: "share", without.positions[20]),
        .init("change of the aggregate balance", unit: "bn hkd", with.balances[20] - 45),
        .init("local less dollar rate at the end", unit: "percentage points", with.gaps[20]),
        .init("balance exact to the unit", unit: "share", with.isExact ? 1 : 0),
      ]
    )
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
