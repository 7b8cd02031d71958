import Economy
import Statistics

/// M4.2: whether bills in place of coupons invert a curve whose policy rate is held.
struct InversionExperiment: Experiment {
  private static let inverted = ExperimentExpectation(
    .atLeast(1),
    facts: ["S4.F37"],
    statement: "bills were over-issued and the curve inverted: the whole slope is gone"
  )

  let plan = ExperimentPlan(
    id: "M4.2-inversion",
    systems: ["M4.2", "M3.5"],
    title: "Inversion by bill supply with the policy rate held",
    question: "Does a shift of 800bn from coupons to bills invert the curve?",
    quantity: "fall of ten years less three months over its level before",
    unit: "fraction",
    expected: InversionExperiment.inverted,
    mechanism: "supply: neither the bill spread nor the term premium follows it",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "inversion",
        text: "the slope falls below zero",
        expected: InversionExperiment.inverted
      ),
      ExperimentReading(
        id: "sign",
        text: "the slope falls",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S4.F37", "S3.F48"],
          statement: "more bills and fewer bonds raise the short end and press the long end"
        )
      ),
    ],
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("shift_usd_bn", text: "shift from coupons to bills, bn USD"),
        [400, 800, 1_600, 3_200, 6_400],
        by: .init("bill_bp_per_100bn", text: "bill spread per 100bn of bills, bp"),
        [0.7, 1.5, 5],
        runs: 40
      ),
      ExperimentSweep(
        .init("policy_rate_percent", text: "policy rate, percent"),
        [0.25, 1, 2, 3],
        runs: 40
      ),
    ],
    inputs: BillShift.inputs,
    finding:
      "The sign is the source's, the size is not. 800bn take a third of a point off the slope, "
      + "four fifths of it at the long end; bills rise by seven basis points. An inversion takes a "
      + "shift of some four trillions, and with the policy rate at neutral still about one and a "
      + "half. A policy rate raised by five points inverts the same curve alone, with no bill "
      + "sold, and above neutral the curve is so flat that little is missing (M4.2-world). So the "
      + "inversion of 2022 is no evidence of over-issuance (S4.C05); S3, which calls bills the "
      + "tool that presses long yields, has the part of the mechanism that is large (X18).",
    refutation:
      "months of heavy bill supply at a constant policy rate in which bills rose by tens of basis points "
      + "over swaps",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let shift = BillShift(run)
    let size = run.value(of: "shift_usd_bn", else: BillShift.counted)
    let (before, after) = (shift.before, shift.after(size))
    var raised = before
    raised.shortRate += 5.25
    let perBillion = (before.slope - shift.after(1).slope)
    return ExperimentMeasurement(
      (before.slope - after.slope) / before.slope,
      companions: [
        .init("slope before", unit: "percentage points", before.slope),
        .init(
          "change of three months",
          unit: "bp",
          100 * (after.yield(months: 3) - before.yield(months: 3))
        ),
        .init(
          "change of ten years",
          unit: "bp",
          100 * (after.yield(months: 120) - before.yield(months: 120))
        ),
        .init(
          "shift that inverts",
          unit: "bn usd",
          perBillion > 0 ? before.slope / perBillion : .infinity
        ),
        .init("slope with the policy rate 5.25 points up", unit: "percentage points", raised.slope),
      ]
    )
  }
}
