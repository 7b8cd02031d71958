import Economy
import Statistics

/// M4.7: how often the dollar is first strong and then weak, by what moves it.
struct DollarPatternExperiment: Experiment {
  private static let stated = ExperimentExpectation(
    .atLeast(0.5),
    facts: ["S4.F45"],
    statement:
      "the dollar is first strong, later weak; no dates are given: taken as likelier than not over six "
      + "and the next eighteen months"
  )

  let plan = ExperimentPlan(
    id: "M4.7-path",
    systems: ["M4.7"],
    title: "First strong, then weak",
    question: "Does the dollar rise over six months and fall over the eighteen after them?",
    quantity: "chance of a rise and then a fall",
    unit: "fraction",
    expected: DollarPatternExperiment.stated,
    mechanism: "rate gaps, stress and deficits: nothing moves the dollar",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "no_event",
        text: "rate gap and stress wander around their means; deficits take 0 to 4 % a year",
        expected: DollarPatternExperiment.stated
      ),
      ExperimentReading(
        id: "stress",
        text: "beside it, stress of two deviations within six months, which then fades",
        expected: DollarPatternExperiment.stated
      ),
      ExperimentReading(
        id: "rate_gap",
        text: "beside it, a rate gap that opens by a point within six months and then closes",
        expected: DollarPatternExperiment.stated
      ),
      ExperimentReading(
        id: "no_deficit",
        text: "no event, and deficits take nothing"
      ),
    ],
    statistic: .share,
    runs: 1_000,
    sweeps: [
      ExperimentSweep(
        .init("gap_opening_percent", text: "rate gap that opens within six months, percent"),
        [-1, 0, 0.5, 1, 2],
        by: .init("deficit_drift_annual", text: "what deficits take, log units a year"),
        [0, 0.02, 0.04],
        runs: 400
      )
    ],
    inputs: [
      "ln D = gap/0.4 + 0.02 · stress − drift · time (model §4.9; the three numbers are assumptions)",
      "the rate gap returns to its mean at 0.4 a year with a deviation of 1 point, stress at 2 a year "
        + "with a deviation of one, both from their stationary law: assumptions",
      "pattern: ln D after 6 months above its start, after 24 months below that of 6 (model §4.9)",
    ],
    finding:
      "Not by itself. With nothing but wandering rates and stress the pattern is one of four and "
      + "comes three times in ten, with deficits or without: whatever rose tends to come back, and "
      + "deficits that pull the dollar down later pull it down at once as well. It becomes likely "
      + "if something first lifts the dollar and then goes: stress that fades, eight in ten, or a "
      + "rate gap that closes, six in ten. So the sentence is a forecast of such an event, which "
      + "the source does not name, and without a date for the turn any path has it somewhere.",
    refutation: "a stated date of the turn, and a path that kept it",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("path")
    let drawn = run.reading == "no_deficit" ? 0 : 0.04 * stream.nextUniform()
    let drift = run.value(of: "deficit_drift_annual", else: drawn)
    let gap = wander(decay: 0.4, deviation: 0.01, &stream)
    let stress = wander(decay: 2, deviation: 1, &stream)
    let opened = run.value(of: "gap_opening_percent", else: run.reading == "rate_gap" ? 1 : 0) / 100
    let shock = run.reading == "stress" ? 2.0 : 0
    let path: DollarPath
    do throws(ModelError) {
      path = try DollarPath(
        havenResponse: run.isControl ? 0 : 0.02,
        deficitDrift: run.isControl ? 0 : drift
      )
    } catch { throw .model(error) }
    let states = [0.0, 0.5, 2].enumerated().map { place, years in
      DollarPath.State(
        years: years,
        rateGap: run.isControl ? 0 : gap[place] + opened * DollarPatternExperiment.event[place].gap,
        stress: stress[place] + shock * DollarPatternExperiment.event[place].stress
      )
    }
    let levels = path.levels(from: 100, through: states)
    let pattern = DollarPath.Pattern(
      start: levels[0],
      sixMonths: levels[1],
      twentyFourMonths: levels[2]
    )
    return ExperimentMeasurement(
      pattern == .strongThenWeak ? 1 : 0,
      companions: [
        .init("change over six months", unit: "log units", Libm.logarithm(levels[1] / levels[0])),
        .init(
          "change over the next eighteen",
          unit: "log units",
          Libm.logarithm(levels[2] / levels[1])
        ),
      ]
    )
  }

  /// What of an event is there after 0, 6 and 24 months: both fade as the processes do.
  private static let event = [
    (gap: 0.0, stress: 0.0), (gap: 1, stress: 1),
    (gap: Libm.exponential(-0.6), stress: Libm.exponential(-3)),
  ]

  /// A process that returns to zero, after 0, 6 and 24 months from its stationary law.
  private func wander(decay: Double, deviation: Double, _ stream: inout Stream) -> [Double] {
    var value = deviation * stream.nextNormal()
    var values = [value]
    for years in [0.5, 1.5] {
      let kept = Libm.exponential(-decay * years)
      value = kept * value + deviation * (1 - kept * kept).squareRoot() * stream.nextNormal()
      values.append(value)
    }
    return values
  }
}
