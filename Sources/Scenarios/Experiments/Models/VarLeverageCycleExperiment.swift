import Economy
import Statistics

/// Aymanns and Farmer (2015): a leverage limit that follows risk makes a cycle of its own.
struct VarLeverageCycleExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.3-varcycle",
    systems: ["M0.3"],
    title: "Leverage cycle under a Value-at-Risk limit (Aymanns and Farmer)",
    question:
      "Does a bank whose leverage follows perceived risk drive prices round a cycle, without news, "
      + "once its leverage at rest is above a critical value?",
    quantity: "cycles of the price a year without any news",
    unit: "1/yr",
    expected: VarLeverageCycleExperiment.cycle,
    mechanism:
      "leverage above the critical value: the bank's leverage at rest is half of it, same disturbance",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "cycle",
        text: "there is a cycle",
        expected: VarLeverageCycleExperiment.cycle
      ),
      ExperimentReading(
        id: "published_period",
        text: "the cycle takes 10 to 15 years",
        expected: ExperimentExpectation(
          .value(1 / 12.5, tolerance: 0.0145),
          facts: ["S1.F37", "S1.F47"],
          statement: "published: a period of 10 to 15 years; 0.0655 to 0.0945 cycles a year"
        )
      ),
      ExperimentReading(
        id: "counter_cyclical",
        text:
          "the limit leans against risk, b = 0.25 instead of −0.5: does the cycle stop; shown only, "
          + "the paper's remedy is about the size of falls"
      ),
    ],
    runs: 60,
    sweeps: [
      ExperimentSweep(
        .init("leverage_at_rest", text: "leverage at rest"),
        [4, 6, 8, 8.5, 8.7, 9, 10, 10.5],
        by: .init("disturbance", text: "largest distance of the first price from its value"),
        [0.000_1, 0.001, 0.01, 0.03],
        runs: 10
      ),
      ExperimentSweep(
        .init("leverage_at_rest", text: "leverage at rest"),
        [8.7, 9, 10, 10.5],
        by: .init("variance_decay_annual", text: "δ, how fast variance is forgotten, a year"),
        [0.25, 0.5, 0.6, 0.7, 0.8, 1],
        reading: "published_period",
        runs: 10
      ),
    ],
    inputs: [
      "the map of Aymanns and Farmer (2015) and Aymanns, Caccioli, Farmer and Tan (2016), model §5.3, "
        + "target equity 2.27; leverage at rest 10, which leaves the bank less than the whole asset",
      "a run starts with the price up to a hundredth of a percent off its value, so that the start itself is "
        + "no risk to speak of; 6 000 steps of 0.1 years, the first half left out; a price that stays within a "
        + "thousandth of its value is at rest",
    ],
    finding:
      "Above a critical leverage, 8.6 here, there is a cycle without news; below it a "
      + "small disturbance dies out. The critical value is the same for a limit that "
      + "follows risk, ignores it or leans against it. A disturbance of a tenth of a "
      + "percent starts the cycle far below the critical value as well, at half of it and "
      + "less: what is stable near rest need not be stable away from it, and a market may "
      + "rest or cycle at the same leverage. A limit that leans against risk does not help "
      + "above the critical value: prices leave all bounds. The period is 17 years and not "
      + "10 to 15 with these parameters: how fast risk is forgotten sets it, and 0.6 to 0.8 "
      + "a year instead of 0.5 gives the published one.",
    refutation:
      "leverage of lenders by quarter that does not rise in calm, or prices that cycle where it cannot",
    coversWhole: false
  )

  private static let cycle = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S1.F37", "S1.F47", "S0.F88"],
    statement:
      "published: the fixed point loses stability at a critical leverage and a cycle begins; the seeds "
      + "disagree on cycle or one-way process (X12)"
  )
  private static let steps = 6_000

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var cycle = VarLeverageCycle()
    if run.reading == "counter_cyclical" { cycle.leverageExponent = 0.25 }
    cycle.varianceDecayPerYear = run.value(of: "variance_decay_annual", else: 0.5)
    let critical = try critical(cycle)
    let leverage =
      run.isControl ? 0.5 * critical : run.value(of: "leverage_at_rest", else: 10)
    cycle.setLeverageAtRest(leverage)
    var stream = run.stream("start")
    var start = cycle.fixedPoint
    let disturbance = run.value(of: "disturbance", else: 0.000_1)
    start.price *= 1 + disturbance * (2 * stream.nextUniform() - 1)
    // A path whose price stops being a number is no cycle and no rest.
    guard
      let history = try? cycle.longRun(
        from: start,
        steps: VarLeverageCycleExperiment.steps,
        discarded: VarLeverageCycleExperiment.steps / 2
      )
    else { return ExperimentMeasurement(nil, companions: companions(critical, leverage, 0)) }
    let range = Libm.logarithm(history.priceMax / history.priceMin)
    let frequency = range < 0.001 ? 0 : history.meanPeriodYears.map { 1 / $0 } ?? 0
    return ExperimentMeasurement(frequency, companions: companions(critical, leverage, range))
  }

  /// The leverage at rest at which the fixed point loses stability.
  private func critical(_ cycle: VarLeverageCycle) throws(ScenarioError) -> Double {
    do throws(StatisticsError) {
      return try cycle.criticalValue(in: 1...10.9) { $0.setLeverageAtRest($1) }
    } catch {
      throw .model(error)
    }
  }

  private func companions(
    _ critical: Double,
    _ leverage: Double,
    _ range: Double
  ) -> [ExperimentMeasurement.Companion] {
    [
      .init("critical leverage", unit: "ratio", critical),
      .init("leverage at rest", unit: "ratio", leverage),
      .init("log range of the price", unit: "log units", range),
    ]
  }
}
