import Economy
import Statistics

/// M3.6: which news raises the slope and lowers yields, as the source saw at once.
struct SlopeSourceExperiment: Experiment {
  private static let falling = ExperimentExpectation(
    .negative(null: 0),
    facts: ["S3.F41", "S3.F42"],
    statement:
      "the spread of ten years over twelve months is close to a high while both yields fall: it rises "
      + "because markets ask who sets long rates, not because of growth"
  )

  let plan = ExperimentPlan(
    id: "M3.6-slope",
    systems: ["M3.6"],
    title: "News behind a steeper curve",
    question: "Does doubt about who sets long rates raise the slope while yields fall?",
    quantity: "change of ten years per point by which the slope over twelve months rises",
    unit: "ratio",
    expected: SlopeSourceExperiment.falling,
    mechanism: "the news: none",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "doubt",
        text: "doubt raises the term premium, which the source says",
        expected: SlopeSourceExperiment.falling
      ),
      ExperimentReading(
        id: "growth",
        text: "growth raises the neutral rate, which the source denies",
        expected: SlopeSourceExperiment.falling
      ),
      ExperimentReading(
        id: "cut",
        text: "the policy rate falls, which the source does not consider",
        expected: SlopeSourceExperiment.falling
      ),
    ],
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("doubt_scores", text: "rise of the index of dominance"),
        [0.5, 1, 2, 4],
        by: .init("cut_percent", text: "fall of the policy rate, percent"),
        [0, 0.25, 0.75, 1.5],
        runs: 40
      )
    ],
    inputs: [
      "curve of model §4.3 with a policy rate of 3.9 % and neutral 3 %, whose gaps fade with 0.95 to 0.985 "
        + "a month",
      "doubt: the index rises by 0.5 to 1.5 at 0.05 to 0.2 points of premium each (assumptions); growth: "
        + "the neutral rate rises by 0.25 to 1 point; a cut of 0.25 to 1 point: assumptions",
    ],
    finding:
      "No. Doubt and growth both raise ten years, so neither goes with falling yields. What raises the "
      + "slope and lowers both yields is a lower policy rate, and the central bank had cut: the "
      + "slope alone tells no story, the yields behind it do. With a cut of three quarters of a point "
      + "beside it doubt may be there as well, at a size that the data do not show. To a rising "
      + "slope with a rising ten-year yield the source's reading remains open.",
    refutation:
      "a slope that rose with falling ten-year yields and unchanged expected policy rates",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("news")
    let draws = (0..<4).map { _ in stream.nextUniform() }
    var premium = TermPremium()
    premium.fiscalCoefficient = 0.05 + 0.15 * draws[0]
    let before = YieldCurve(
      shortRate: 3.9,
      monthlyPersistence: 0.95 + 0.035 * draws[1],
      tenYearPremium: premium.tenYear(supply: 0, moveIndex: 80)
    )
    var after = before
    if !run.isControl {
      let doubt = run.value(of: "doubt_scores", else: 0.5 + draws[2])
      let cut = run.value(of: "cut_percent", else: 0)
      switch run.reading {
      case "growth": after.neutralRealRate += 0.25 + 0.75 * draws[3]
      case "cut": after.shortRate -= 0.25 + 0.75 * draws[3]
      default:
        after.tenYearPremium = premium.tenYear(supply: 0, moveIndex: 80, fiscalDominance: doubt)
        after.shortRate -= cut
      }
    }
    let long = after.yield(months: 120) - before.yield(months: 120)
    let short = after.yield(months: 12) - before.yield(months: 12)
    let slope = long - short
    return ExperimentMeasurement(
      slope > 0 ? long / slope : 0,
      companions: [
        .init("change of ten years", unit: "bp", 100 * long),
        .init("change of twelve months", unit: "bp", 100 * short),
        .init("change of the slope", unit: "bp", 100 * slope),
      ]
    )
  }
}
