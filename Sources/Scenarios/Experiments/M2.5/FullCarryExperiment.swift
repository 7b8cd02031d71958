import Economy
import Statistics

/// M2.5: contango above full carry, over random stocks, with and without a store that fills up.
struct FullCarryExperiment: Experiment {
  private static let stated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F19", "S2.F20", "S2.F21"],
    statement: "the curve is one of super-contango, as in 2008 and in April 2020"
  )

  let plan = ExperimentPlan(
    id: "M2.5-carry",
    systems: ["M2.5"],
    title: "Contango above full carry over random stocks",
    question: "Is there a month of the year in which the curve is steeper than storing costs?",
    quantity: "steepest slope of the year over full carry, less one",
    unit: "ratio",
    expected: FullCarryExperiment.stated,
    mechanism: "the limit of storage: there is room for every barrel",
    control: .notAbove(1e-9),
    readings: [
      ExperimentReading(
        id: "stocks_2025",
        text: "stocks around their mean of five years, as in November 2025",
        expected: FullCarryExperiment.stated
      ),
      ExperimentReading(
        id: "stocks_2020",
        text:
          "stocks 50 % above their mean, near the end of the tanks, as at Cushing in April 2020",
        expected: FullCarryExperiment.stated
      ),
    ],
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("stocks_over_mean", text: "stocks over their mean of five years"),
        [0.9, 1, 1.2, 1.4, 1.5, 1.6],
        by: .init("capacity_over_mean", text: "room in the tanks over mean stocks"),
        [1.4, 1.6],
        runs: 40
      )
    ],
    inputs: [
      "curve: interest 3.9 %, storing 4 to 12 % of the price a year; convenience yield 2 % at mean "
        + "stocks, + 0.8 as they vanish, − 0.1 as they double, never negative (model §4.6)",
      "twelve months of stocks that return to their level (0.8 a month) with deviations of 5 % a "
        + "month; room of 1.6 times the mean: assumptions",
      "a full store costs up to 60 dollars a barrel from 95 % of its room on and a month to empty: set "
        + "so that the formula has the settlement of −37.63 of 2020-04-20",
    ],
    finding:
      "Not at the stocks of 2025. As long as there is room, the slope never exceeds interest and "
      + "storage, whatever stocks do, because a steeper curve would pay everybody to store; this is "
      + "exact in the control. With stocks half above their mean the tanks fill in some month of "
      + "most years and the curve breaks the bound: the structure of April 2020 is a statement about "
      + "room, not about demand alone. A reading of the curve as recession signal has to say how "
      + "full the tanks are.",
    refutation:
      "a month with room in the tanks in which the curve was steeper than interest and storage",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("stocks")
    let storage = 0.04 + 0.08 * stream.nextUniform()
    let standard = run.reading == "stocks_2020" ? 1.5 : 1.0
    let level = Libm.logarithm(run.value(of: "stocks_over_mean", else: standard))
    let curve = try curve(run, storage: storage)
    var (deviation, steepest, fullest) = (0.0, -Double.infinity, 0.0)
    for _ in 0..<12 {
      deviation = 0.8 * deviation + 0.05 * stream.nextNormal()
      let stocks = Libm.exponential(level + deviation)
      let slope = curve.slope(spot: 60, stocks: stocks)
      // A price that is not positive has no logarithm: beyond any carry.
      steepest = max(steepest, slope.fullCarryRatio ?? .infinity)
      fullest = max(fullest, stocks)
    }
    return ExperimentMeasurement(
      steepest - 1,
      companions: [
        .init("fullest month over mean stocks", unit: "ratio", fullest),
        .init("full carry", unit: "log units a year", curve.interestRate + curve.storageCostRate),
      ]
    )
  }

  private func curve(
    _ run: ExperimentRun,
    storage: Double
  ) throws(ScenarioError) -> StorageCurve {
    let room = run.value(of: "capacity_over_mean", else: 1.6)
    do throws(ModelError) {
      return try StorageCurve(
        interestRate: 0.039,
        storageCostRate: storage,
        meanStocks: 1,
        capacity: room,
        penalty: StorageCurve.Penalty(atFull: run.isControl ? 0 : 60)
      )
    } catch { throw .model(error) }
  }
}
