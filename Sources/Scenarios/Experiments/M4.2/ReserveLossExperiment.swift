import Economy
import Statistics

/// M4.2: what a foreign central bank loses that sells dollar debt while rates rise, by maturity.
struct ReserveLossExperiment: Experiment {
  private static let wealth = ExperimentExpectation(
    .atLeast(0.05),
    facts: ["S4.F39"],
    statement:
      "foreign central banks sold short debt at a loss, by which wealth was drawn from them: taken as a "
      + "twentieth of what they sold or more"
  )

  let plan = ExperimentPlan(
    id: "M4.2-loss",
    systems: ["M4.2"],
    title: "Loss of holders who sell while rates rise",
    question: "Does a holder lose by selling short bills while rates rise by five points?",
    quantity: "loss of a sale against holding to maturity, of what is sold",
    unit: "fraction",
    expected: ReserveLossExperiment.wealth,
    mechanism: "the rise of rates: they stay",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "wealth",
        text: "bills of six months, and a loss that moves wealth between countries",
        expected: ReserveLossExperiment.wealth
      ),
      ExperimentReading(
        id: "loss",
        text: "bills of six months, any loss at all",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S4.F39"],
          statement: "foreign central banks sold short debt at a loss"
        )
      ),
      ExperimentReading(
        id: "long_bonds",
        text: "bonds of ten years instead, which the source does not name",
        expected: ReserveLossExperiment.wealth
      ),
    ],
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("maturity_years", text: "maturity when bought, years"),
        [0.25, 0.5, 1, 2, 5, 10],
        runs: 100
      )
    ],
    inputs: [
      "short rates rise by 5.25 points in sixteen months (2022-03 to 2023-07), and long ones with the "
        + "weight that expected rates have (model §4.3)",
      "debt bought at a random time before or during the rise and sold at a random later time "
        + "before it is due: an assumption; loss = duration · rise since it was bought, coupon "
        + "payments ignored",
    ],
    finding:
      "A loss there is and wealth it is not. A six-month bill has little time left to be wrong "
      + "about: a typical sale costs an eighth of a percent against waiting, a rise of five points "
      + "at once two and a half (E66), and whoever waits loses nothing. Ten-year bonds lose twenty "
      + "times as much in the same months, and even there the typical sale stays below a "
      + "twentieth, as long yields take a fraction of the rise. The story needs holders of long "
      + "debt, and the source names short debt.",
    refutation: "holdings by tenor that show large realised losses on bills",
    coversWhole: false
  )

  private static let rise = (points: 5.25, years: 16.0 / 12)

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("sale")
    let standard = run.reading == "long_bonds" ? 10 : 0.5
    let maturity = run.value(of: "maturity_years", else: standard)
    let span = ReserveLossExperiment.rise.years
    let bought = -0.5 + (span + 0.5) * stream.nextUniform()
    let held = stream.nextUniform() * min(maturity, span - bought)
    let left = maturity - held
    let rise = run.isControl ? 0 : rate(at: bought + held) - rate(at: bought)
    let loss = left * weight(years: left) * rise / 100
    return ExperimentMeasurement(
      loss,
      companions: [
        .init("rise of the short rate while held", unit: "percentage points", rise),
        .init("years left at the sale", unit: "years", left),
        .init("loss on a six-month bill if all of it came at once", unit: "fraction", 0.5 * 0.0525),
      ]
    )
  }

  /// The policy rate over its start, a time from the start of the rise, percentage points.
  private func rate(at time: Double) -> Double {
    let rise = ReserveLossExperiment.rise
    return rise.points * max(0, min(1, time / rise.years))
  }

  /// How much of a move of the short rate a maturity's yield takes.
  private func weight(years: Double) -> Double {
    let months = max(1, Int((12 * years).rounded()))
    let low = YieldCurve(shortRate: 0, tenYearPremium: 0).expectedRate(months: months)
    return YieldCurve(shortRate: 1, tenYearPremium: 0).expectedRate(months: months) - low
  }
}
