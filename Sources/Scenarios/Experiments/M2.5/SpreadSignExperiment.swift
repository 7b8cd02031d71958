import Economy
import Statistics

/// M2.5: what a quoted spread of +2.8 dollars is, under both signs that it can have.
struct SpreadSignExperiment: Experiment {
  private static let steep = ExperimentExpectation(
    .atLeast(1),
    facts: ["S2.F19", "S2.F20", "S2.F21"],
    statement:
      "super-contango as in April 2020 with a spread of +2.8: the far month dearer by more than "
      + "storing costs"
  )

  let plan = ExperimentPlan(
    id: "M2.5-sign",
    systems: ["M2.5"],
    title: "Sign of the spread between the first and the twelfth month",
    question: "Is a curve of crude oil with a spread of +2.8 dollars in super-contango?",
    quantity: "slope of the curve over full carry",
    unit: "ratio",
    expected: SpreadSignExperiment.steep,
    mechanism: "the spread: both months cost the same",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "near_less_far",
        text: "first month less twelfth month, which the indicator defines (S2.I07)",
        expected: SpreadSignExperiment.steep
      ),
      ExperimentReading(
        id: "far_less_near",
        text: "twelfth month less first month, the other sign",
        expected: SpreadSignExperiment.steep
      ),
    ],
    runs: 200,
    sweeps: ["near_less_far", "far_less_near"].map {
      ExperimentSweep(
        .init("spread_usd", text: "quoted spread, USD a barrel"),
        [-20, -2.8, 2.8, 5, 10, 20],
        by: .init("storage_usd_per_month", text: "cost of storing a barrel, USD a month"),
        [0.2, 0.6],
        reading: $0,
        runs: 40
      )
    },
    inputs: [
      "spread of 2.8 dollars (S2.F19), whose sign the source does not define (E32)",
      "first month 58 to 61 dollars: around the spot of 58.86 on 2025-11-21 (model §4.6)",
      "interest of 3.9 % (the bills of November 2025); storing costs 0.2 to 0.6 dollars a barrel and "
        + "month: an assumption, onshore tanks below and floating storage above it",
      "slope: ln(far/near) over eleven months; full carry r + u (model §4.6)",
    ],
    finding:
      "In neither sign. First less twelfth month of +2.8 is backwardation: the slope is about −5 "
      + "% a year, and storing is not paid. With the sign turned round the curve is in ordinary "
      + "contango, at a third to three fifths of full carry. The name in the source needs a far "
      + "month dearer by four and a half dollars with cheap tanks and nine and a half with dear "
      + "ones; April 2020 had it. A flat curve and a super-contango exclude each other (E31, E32).",
    refutation:
      "settlement prices of 11 and 12 November 2025 in which the twelfth month lies above the first by "
      + "more than interest and storage",
    coversWhole: false
  )

  private static let years = 11.0 / 12

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("market")
    let near = 58 + 3 * stream.nextUniform()
    let drawn = 0.2 + 0.4 * stream.nextUniform()
    let storage = 12 * run.value(of: "storage_usd_per_month", else: drawn) / near
    let full = 0.039 + storage
    let spread = run.isControl ? 0 : run.value(of: "spread_usd", else: 2.8)
    let far = run.reading == "far_less_near" ? near + spread : near - spread
    let years = SpreadSignExperiment.years
    let shape = CurveShape(near: near, far: far, years: years, fullCarryRate: full)
    let slope = CurveShape.logSlope(near: near, far: far, years: years) ?? 0
    return ExperimentMeasurement(
      slope / full,
      companions: [
        .init("slope", unit: "log units a year", slope),
        .init("full carry", unit: "log units a year", full),
        .init("first less twelfth month", unit: "usd a barrel", near - far),
        .init("called backwardation", unit: "share", shape == .backwardation ? 1 : 0),
        .init("called contango", unit: "share", shape == .contango ? 1 : 0),
        .init("called super-contango", unit: "share", shape == .superContango ? 1 : 0),
      ]
    )
  }
}
