import Economy
import Statistics

/// M2.2: when delinquency and unemployment peak after years of easy credit.
struct EasyCreditExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.2-vintages",
    systems: ["M2.2"],
    title: "Peaks after years of easy credit",
    question:
      "After four years of easy underwriting, does delinquency peak before unemployment rises?",
    quantity: "months from the peak of delinquency to the event of the reading",
    unit: "months",
    expected: EasyCreditExperiment.rise,
    mechanism: "easy credit: loans keep their usual standard",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "rise",
        text: "to the month in which unemployment is 0.1 points above normal",
        expected: EasyCreditExperiment.rise
      ),
      ExperimentReading(
        id: "peak",
        text: "to the peak of unemployment",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S2.F11", "S2.F32"],
          statement: "delinquency peaks before unemployment does"
        )
      ),
    ],
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("runoff_share", text: "share of each loan repaid in a month"),
        [0.01, 0.03, 0.06, 0.12, 0.3],
        by: .init("feedback_ratio", text: "what delinquency does to spread and lending"),
        [0.1, 0.5, 1, 2],
        runs: 20
      )
    ],
    inputs: [
      "loans of equal size each month for ten years of the usual standard, then four years (2021 to 2024, "
        + "S2.F11) a drawn 0.5 to 2 units below it, then the usual again; 2 % to 6 % of each loan is repaid "
        + "a month: assumptions",
      "one unit of standard is one point of delinquency (model §4.5, assumed); coefficients as in M2.2-lead",
      "peaks of the ten years after the first easy loan, no noise",
    ],
    finding:
      "Delinquency peaks first, when the standard is mended, and unemployment a year later. Yet "
      + "unemployment is above normal three years before that peak, since dearer and scarcer credit works "
      + "from the first bad loan on. With a tenth of the feedback the two come together, and no point of "
      + "the region has the peak safely before the rise. Read as peak before peak the claim holds; read as "
      + "stated, it needs a credit cycle that hardly touches jobs, and then there are no lost jobs to fear.",
    refutation:
      "loans by year of origin whose delinquency peaks while unemployment is still at its low"
  )

  private static let rise = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F11", "S2.F32"],
    statement: "delinquency reached its peak before unemployment rose"
  )
  private static let (usualMonths, easyMonths, horizon) = (120, 48, 120)

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("credit")
    let drawnEasing = 0.5 + 1.5 * stream.nextUniform()
    let drawnRunoff = 0.02 + 0.04 * stream.nextUniform()
    let easing = run.isControl ? 0 : drawnEasing
    var loans = CreditVintages(monthlyRunoff: run.value(of: "runoff_share", else: drawnRunoff))
    var parameters = CreditCycleParameters()
    let ratio = run.value(of: "feedback_ratio", else: 1)
    parameters.spreadFeedback *= ratio
    parameters.creditFeedback *= ratio
    for _ in 0..<EasyCreditExperiment.usualMonths { loans.endMonth(lending: 10, quality: 0) }
    var cycle = CreditCycle(parameters)
    var (delinquency, unemployment): ([Double], [Double]) = ([], [])
    for month in 0..<EasyCreditExperiment.horizon {
      let isEasy = month < EasyCreditExperiment.easyMonths
      loans.endMonth(lending: 10, quality: isEasy ? -easing : 0)
      var shock = CreditCycle.Shock()
      shock.qualityShortfall = -(loans.quality ?? 0)
      cycle.step(shock)
      delinquency.append(cycle.delinquency)
      unemployment.append(cycle.unemployment)
    }
    let (bad, jobless) = (Self.peak(delinquency), Self.peak(unemployment))
    let normal = parameters.normalUnemployment
    let risen = unemployment.firstIndex { $0 >= normal + 0.1 }
    let event = run.reading == "peak" ? jobless : run.isControl ? bad : risen
    return ExperimentMeasurement(
      event.map { Double($0 - bad) },
      companions: [
        .init("peak of delinquency", unit: "percent", delinquency[bad]),
        .init("months to it from the first easy loan", unit: "months", Double(bad)),
        .init("peak of unemployment", unit: "percent", unemployment[jobless]),
      ]
    )
  }

  /// The first month with the largest value.
  private static func peak(_ values: [Double]) -> Int {
    values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
  }
}
