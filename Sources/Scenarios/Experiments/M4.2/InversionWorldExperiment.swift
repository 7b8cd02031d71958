import Economy
import Statistics

/// M4.2 in the world: a Treasury that raises its bill share, with postings, and the curve that follows.
struct InversionWorldExperiment: Experiment {
  private static let flatter = ExperimentExpectation(
    .negative(null: 0),
    facts: ["S4.F37", "S3.F48"],
    statement: "more bills and fewer bonds raise the short end and press the long end"
  )

  let plan = ExperimentPlan(
    id: "M4.2-world",
    systems: ["M4.2", "M3.5"],
    title: "Bill share of the Treasury and the curve (world)",
    question:
      "Does a Treasury that raises its bill share flatten the curve within half a year?",
    quantity: "ten years less three months with the higher share, less that with the usual one",
    unit: "bp",
    expected: InversionWorldExperiment.flatter,
    mechanism: "supply: neither the bill spread nor the term premium follows it",
    control: .exactly(0),
    runs: 12,
    sweeps: [
      ExperimentSweep(
        .init("bill_share_target", text: "share of bills that the Treasury aims at"),
        [0.15, 0.22, 0.3, 0.4, 0.6],
        runs: 5
      )
    ],
    inputs: [
      "opening sheet with 6 600bn of bills and 23 400bn of coupons (model §3.28); the Treasury's deficit of "
        + "158bn a month with its seasons, and a tenth of the gap to the target closed a month (model §3.20)",
      "target 22 % against 28 to 35 %; ten-year equivalents of 0.4 to 0.8 per dollar of coupons; bills trend by "
        + "22 % of the deficit: assumptions",
      "the overnight rate is held at 3.88 %: no central bank acts; 180 days",
    ],
    finding:
      "It flattens by a fifth of a point: bills rise by nine basis points and ten years fall by "
      + "twelve, after some 1 300bn more of bills than usual. Half a year is not enough for more: "
      + "coupons are bought back slowly, so that beyond a target of 40 % all that is borrowed is "
      + "bills already and the target no longer matters. Here the policy rate stands above "
      + "neutral, the usual curve is flat, and a fifth of a point puts it below zero; where the "
      + "policy rate is at neutral or lower (M4.2-inversion) it does not. Whether bills invert a "
      + "curve is decided by the policy rate.",
    refutation:
      "a half-year of bills in place of coupons at a constant policy rate in which the curve inverted",
    coversWhole: false
  )

  private static let catalogue = ParticipantCatalogue([Treasury.self, BondCurve.self])
  private static let days = 180

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("treasury")
    let equivalents = 0.4 + 0.4 * stream.nextUniform()
    let drawn = 0.28 + 0.07 * stream.nextUniform()
    let target = run.value(of: "bill_share_target", else: drawn)
    let usual = try world(run, target: 0.22, equivalents: equivalents)
    let shifted = try world(run, target: target, equivalents: equivalents)
    let short = shifted.figure("bill yield") - usual.figure("bill yield")
    let long = shifted.figure("ten-year yield") - usual.figure("ten-year yield")
    return ExperimentMeasurement(
      100 * (long - short),
      companions: [
        .init("change of three months", unit: "bp", 100 * short),
        .init("change of ten years", unit: "bp", 100 * long),
        .init(
          "bills more than at the usual share",
          unit: "bn usd",
          (shifted.outstanding("bills") - usual.outstanding("bills")) / 1e9
        ),
        .init("slope at the end, higher share", unit: "percentage points", slope(shifted)),
        .init("slope at the end, usual share", unit: "percentage points", slope(usual)),
      ]
    )
  }

  private func slope(_ world: MeasuredWorld) -> Double {
    world.figure("ten-year yield") - world.figure("bill yield")
  }

  private func world(
    _ run: ExperimentRun,
    target: Double,
    equivalents: Double
  ) throws(ScenarioError) -> MeasuredWorld {
    // The markets and the residual provider of dollar funding, without its lenders and borrowers.
    var plan = WorldPlan.funding()
    plan.participants = [
      ParticipantPlan("treasury", "treasury", numbers: ["bill_share_target": target]),
      ParticipantPlan(
        "bond_curve",
        "curve",
        numbers: ["ten_year_equivalents_per_usd": equivalents]
      ),
    ]
    if run.isControl { plan.without = ["term_premium", "bill_spread"] }
    return try MeasuredWorld(
      plan,
      InversionWorldExperiment.catalogue,
      run,
      days: InversionWorldExperiment.days
    )
  }
}
