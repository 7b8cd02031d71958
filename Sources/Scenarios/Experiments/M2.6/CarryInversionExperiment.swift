import Economy
import Statistics

/// M2.6: whether purchases turn the carry of collateral negative.
struct CarryInversionExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.6-carry",
    systems: ["M2.6"],
    title: "Carry of collateral after purchases",
    question: "Do purchases of coupons push the yield of collateral below what it costs to fund?",
    quantity: "worlds in which carry was positive and the purchases turn it negative",
    unit: "share of worlds",
    expected: ExperimentExpectation(
      .atLeast(0.5),
      facts: ["S2.F34"],
      statement:
        "purchases invert the value of collateral and the cost of funding; taken as in most worlds"
    ),
    mechanism: "the purchases: none are made",
    control: .exactly(0),
    statistic: .share,
    runs: 1_000,
    sweeps: [
      ExperimentSweep(
        .init("carry_percent", text: "ten-year yield less cost of funding, percentage points"),
        [0.05, 0.1, 0.2, 0.5, 1, 2],
        by: .init("purchases_usd_bn", text: "ten-year equivalents bought, bn USD"),
        [270, 540, 1_500, 3_000],
        runs: 100
      )
    ],
    inputs: [
      "carry before: ten-year yield less repo rate, uniform from 0 to 2 points: assumption; the mean over a "
        + "year was 0.98 in 2018, -1.05 in 2023, 0.06 in 2025 (Treasury, New York Fed)",
      "540bn of ten-year equivalents (S3.F03 as a year); yield falls by 0.0175 to 0.05 bp per bn, the range "
        + "of Miran and Roubini (2024), contested",
      "the cost of funding does not move: with reserves it would fall as well, which would weaken the "
        + "effect",
    ],
    finding:
      "A year of purchases lowers the ten-year yield by 10 to 27 bp; carry turns only where it was that "
      + "small before: from 0.1 points in nine worlds of ten, from 0.34, the mean of December 2025, in "
      + "none, and from an ordinary curve after several trillion. The mechanism exists and is one of flat "
      + "curves. Against the repo rate carry was negative on every day of 2023 and on 97 % of those of "
      + "2024, while the Fed sold: purchases are not what inverts it.",
    refutation: "carry around purchases of coupons that inverts from more than half a point"
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("curve")
    let carry = run.value(of: "carry_percent", else: 2 * stream.nextUniform())
    let range = TermPremium.supplyCoefficientRange
    var premium = TermPremium()
    premium.supplyCoefficient =
      range.lowerBound + (range.upperBound - range.lowerBound) * stream.nextUniform()
    let size = run.isControl ? 0 : run.value(of: "purchases_usd_bn", else: 540)
    let fall =
      premium.tenYear(supply: 0, moveIndex: 80) - premium.tenYear(supply: -size, moveIndex: 80)
    let hasTurned = carry > 0 && carry - fall < 0
    return ExperimentMeasurement(
      hasTurned ? 1 : 0,
      companions: [
        .init("fall of the ten-year yield", unit: "bp", 100 * fall),
        .init("carry before", unit: "bp", 100 * carry),
      ]
    )
  }
}
