import Economy
import Statistics

/// M2.6: what purchases of coupons take out of the chains of collateral.
struct CollateralScarcityExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.6-collateral",
    systems: ["M2.6", "M3.1"],
    title: "Collateral after purchases of coupons and of bills",
    question:
      "Do purchases of coupons make collateral scarce, where purchases of bills do not?",
    quantity: "change by the purchases, of what the reading says",
    unit: "bp or share",
    expected: CollateralScarcityExperiment.specials,
    mechanism: "coupons: the same amount is bought in bills, which nobody borrows to deliver",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "specials",
        text: "general collateral less special rate, bp",
        expected: CollateralScarcityExperiment.specials
      ),
      ExperimentReading(
        id: "chains",
        text: "loans that coupons back over all links of their chains, share",
        expected: ExperimentExpectation(
          .negative(null: 0),
          facts: ["S2.F34"],
          statement: "purchases break chains of re-use"
        )
      ),
      ExperimentReading(
        id: "velocity",
        text: "how often each coupon that is left is passed on, share of the velocity before",
        expected: ExperimentExpectation(
          .negative(null: 0),
          facts: ["S2.F34"],
          statement: "the chain of re-use breaks"
        )
      ),
    ],
    statistic: .mean,
    runs: 400,
    sweeps: [
      ExperimentSweep(
        .init("cover_ratio", text: "pledgeable coupons over those that borrowers need"),
        [0.8, 0.95, 1, 1.05, 1.2, 1.5],
        by: .init("purchases_usd_bn", text: "purchases, bn USD"),
        [100, 540, 1_500],
        runs: 40
      ),
      ExperimentSweep(
        .init("carry_passing_share", text: "re-use lost per point of carry lost, share"),
        [0, 0.5, 1, 2],
        reading: "velocity",
        runs: 40
      ),
    ],
    inputs: [
      "4 500bn of coupons in dealers', funds' and foreign hands are pledgeable, borrowers need 0.8 to 1.25 "
        + "times less (logarithm uniform): assumption; velocity 2.2 (Singh 2011, model §4.8)",
      "540bn of purchases (S3.F03 as a year), the same in coupons or bills; the spread is 1 point where "
        + "nothing can be delivered, an assumption of the model",
      "the model holds the share that each receiver passes on fixed; a sweep lets it fall with the carry, "
        + "which coupons lose by 0.031 bp per bn bought (Miran and Roubini 2024)",
    ],
    finding:
      "Coupon purchases take 2.2 times their size out of chains, and specials widen where coupons were "
      + "short already. That is an effect of quantity: of the coupons that are left each is passed on as "
      + "often as before. A break of the chain needs that holders stop passing on when carry falls, which "
      + "the source says and gives no number for. Bills, which the reserve purchases buy, do none of it "
      + "here: the two articles speak of different purchases (X06). The model has no price of bills; in the "
      + "data one-month bills have paid no less than repo since those purchases began, as in the years "
      + "before: no sign that they became dear.",
    refutation:
      "specials and re-use after purchases of coupons that do not move, with coupons short",
    coversWhole: false
  )

  private static let specials = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F34"],
    statement: "purchases make collateral dear and break chains of re-use"
  )
  private static let stock = 4_500.0
  /// Yield lost per billion bought, percentage points (`TermPremium`).
  private static let yieldPerBillion = TermPremium().supplyCoefficient

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var stream = run.stream("stock")
    let drawn = 0.8 * Libm.exponential(Libm.logarithm(1.25 / 0.8) * stream.nextUniform())
    let cover = run.value(of: "cover_ratio", else: drawn)
    let size = run.value(of: "purchases_usd_bn", else: 540)
    let passing = run.value(of: "carry_passing_share", else: 0)
    let coupons = run.isControl ? 0 : size
    let before = CollateralReuse()
    let carryLost = CollateralScarcityExperiment.yieldPerBillion * coupons
    let reuse = before.reuseRate * max(0, 1 - passing * carryLost)
    let after = carryLost * passing > 0 ? CollateralReuse(velocity: 1 / (1 - reuse)) : before
    let stock = CollateralScarcityExperiment.stock
    let required = stock / cover
    let special =
      after.specialSpread(pledgeable: max(0, stock - coupons), required: required)
      - before.specialSpread(pledgeable: stock, required: required)
    let backedBefore = before.effectiveCollateral(stock: stock)
    let backed = after.effectiveCollateral(stock: max(0, stock - coupons))
    let quantity =
      switch run.reading {
      case "chains": backed / backedBefore - 1
      case "velocity": after.velocity / before.velocity - 1
      default: 100 * special
      }
    return ExperimentMeasurement(
      quantity,
      companions: [
        .init("coupons short before", unit: "share of worlds", cover < 1 ? 1 : 0),
        .init("loans backed less", unit: "bn usd", backedBefore - backed),
        .init("carry lost by coupons", unit: "bp", 100 * carryLost),
      ]
    )
  }
}
