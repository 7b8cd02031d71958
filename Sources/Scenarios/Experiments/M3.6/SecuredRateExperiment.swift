import Economy
import Statistics

/// M3.6: what of a fall of the secured rate in September is left when the cut is taken out.
struct SecuredRateExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.6-sofr",
    systems: ["M3.6"],
    title: "Secured rate in September beside the cut",
    question: "Did the secured overnight rate fall by more than the policy rate was cut?",
    quantity: "change of the secured rate from before the cut to the month's end, less the cut",
    unit: "bp",
    expected: ExperimentExpectation(
      .negative(null: 0),
      facts: ["S3.F43"],
      statement: "the rate fell sharply in September: money-market rates collapsed (no number)"
    ),
    mechanism: "what separates the secured from the unsecured rate: coupons, dealers, quarter end",
    control: .exactly(0),
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("cost_change_percent", text: "change of the dealers' shadow cost, percent a year"),
        [-0.1, -0.05, -0.02, 0, 0.05],
        runs: 40
      )
    ],
    inputs: [
      "secured less unsecured rate: 2 bp, 0.04 bp per bn of coupons that settle, the dealers' shadow cost one "
        + "to one, 10 bp at quarter end (model §4.2 names the drivers; the numbers are assumed)",
      "cut of 25 bp on 2025-09-17 (E52); ten business days before it and nine after it, each with one "
        + "settlement of 40 to 120bn; shadow cost of 0.05 to 0.15 %, the same before and after unless swept",
    ],
    finding:
      "No. What settles in both halves is alike, and the second one has the quarter's end, which lifts "
      + "secured rates: without the cut the rate rises by about a basis point. A fall of 25 bp in the "
      + "range is a cut and no collapse (E52). A fall beyond it needs dealers whose balance sheets "
      + "became cheaper over the quarter's end, when they are dearest. As a gauge of easing the "
      + "level of the rate says what the target range says.",
    refutation: "secured rates that fell within an unchanged target range over a quarter's end",
    coversWhole: false
  )

  private static let dayCounts = (before: 10, after: 9)

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("month")
    let draws = (0..<3).map { _ in stream.nextUniform() }
    let settled = (before: 40 + 80 * draws[0], after: 40 + 80 * draws[1])
    let cost = 0.05 + 0.1 * draws[2]
    let later = max(0, cost + run.value(of: "cost_change_percent", else: 0))
    let days = SecuredRateExperiment.dayCounts
    let link = SecuredRateLink()
    let before = (0..<days.before).map { day in
      link.spread(
        couponSettlement: day == days.before - 1 ? settled.before : 0,
        balanceSheetCost: cost,
        isQuarterEnd: false
      )
    }
    let after = (0..<days.after).map { day in
      link.spread(
        couponSettlement: day == days.after - 1 ? settled.after : 0,
        balanceSheetCost: later,
        isQuarterEnd: day == days.after - 1
      )
    }
    let change = 100 * (mean(after) - mean(before))
    return ExperimentMeasurement(
      run.isControl ? 0 : change,
      companions: [
        .init("change of the secured rate with the cut", unit: "bp", change - 25),
        .init(
          "last day of the quarter over the day before",
          unit: "bp",
          100 * (after[8] - after[7])
        ),
      ]
    )
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
