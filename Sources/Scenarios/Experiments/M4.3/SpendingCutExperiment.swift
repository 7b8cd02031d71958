import Economy
import Statistics

/// M4.3: what a cut of staff and spending does to output and jobs.
struct SpendingCutExperiment: Experiment {
  private static let loss = ExperimentExpectation(
    .negative(null: 0),
    facts: ["S4.F56", "S4.F55", "S4.F14"],
    statement: "cutting staff and spending restrains consumption and growth (no number)"
  )

  let plan = ExperimentPlan(
    id: "M4.3-cuts",
    systems: ["M4.3"],
    title: "Spending cuts, output and jobs",
    question: "Does a cut of public spending lower output and jobs over the next year?",
    quantity: "output gap over the year after the cuts begin, mean",
    unit: "percentage points",
    expected: SpendingCutExperiment.loss,
    mechanism: "the cut: spending stays",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "growth",
        text: "output is lower with the cut",
        expected: SpendingCutExperiment.loss
      ),
      ExperimentReading(
        id: "recession",
        text: "output is lower by a point, which would be felt as a recession (S4.SC03)",
        expected: ExperimentExpectation(
          .atMost(-1),
          facts: ["S4.F56", "S4.F42"],
          statement:
            "the loop of cuts, jobs and spending ends in recession; a point is our threshold"
        )
      ),
    ],
    runs: 400,
    sweeps: ["growth", "recession"].map {
      ExperimentSweep(
        .init("cut_percent_of_gdp", text: "cut, percent of output"),
        [0.25, 0.5, 1, 2, 4],
        by: .init("fiscal_effect", text: "points of the gap per percent of output cut"),
        [0.3, 0.6, 1.2],
        reading: $0,
        runs: 40
      )
    },
    inputs: [
      "cut of 0.2 to 0.6 % of output spread over six months (50 to 170bn dollars): an assumption; the "
        + "source gives a share of spending in output, 17.2 % (S4.F14), and no cut",
      "recursion of model §4.5: 0.3 to 1 point of the gap per percent cut (0.6), a persistence of 0.85 to "
        + "0.92 a month (0.9), unemployment after Okun, delinquency, spreads and loans fed back; all "
        + "assumed there",
      "no price level: what tariffs and cuts do to inflation has no mechanism here",
    ],
    finding:
      "The sign holds, and comes from a multiplier that the model assumes; what the simulation "
      + "adds is the size. A cut of 0.2 to 0.6 % of output costs an eighth of a point of output on "
      + "average over the year and less than a tenth of a point of unemployment, and the loop "
      + "through delinquency and loans adds two percent to that: no recession. That takes cuts of "
      + "two percent of output with twice the assumed multiplier, or four percent with it. Of "
      + "stagflation only the first half is in it.",
    refutation:
      "a multiplier of several units at the zero of the loop, or a jump of delinquency on cuts",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("cut")
    let draws = (0..<3).map { _ in stream.nextUniform() }
    let cut = run.isControl ? 0 : run.value(of: "cut_percent_of_gdp", else: 0.2 + 0.4 * draws[0])
    var parameters = CreditCycleParameters()
    parameters.fiscalEffect = run.value(of: "fiscal_effect", else: 0.3 + 0.7 * draws[1])
    parameters.gapPersistence = 0.85 + 0.07 * draws[2]
    let whole = year(parameters, cut: cut)
    var open = parameters
    open.spreadFeedback = 0
    open.creditFeedback = 0
    let bare = year(open, cut: cut)
    return ExperimentMeasurement(
      whole.gap,
      companions: [
        .init("cut", unit: "percent of output", cut),
        .init("largest rise of unemployment", unit: "percentage points", whole.unemployment),
        .init("rise of delinquency", unit: "percentage points", whole.delinquency),
        .init("part of the loop through credit", unit: "percentage points", whole.gap - bare.gap),
        .init(
          "output lost over what is cut, first year",
          unit: "ratio",
          cut > 0 ? -whole.gap / cut : 0
        ),
      ]
    )
  }

  /// Twelve months from the first of six in which a sixth of the cut is made.
  private func year(
    _ parameters: CreditCycleParameters,
    cut: Double
  ) -> (gap: Double, unemployment: Double, delinquency: Double) {
    var cycle = CreditCycle(parameters)
    let rest = cycle.delinquency
    var (sum, highest) = (0.0, 0.0)
    for month in 0..<12 {
      var shock = CreditCycle.Shock()
      if month < 6 { shock.publicDemand = -cut / 6 }
      cycle.step(shock)
      sum += cycle.outputGap
      highest = max(highest, cycle.unemployment - parameters.normalUnemployment)
    }
    return (sum / 12, highest, cycle.delinquency - rest)
  }
}
