import Economy
import Statistics

/// M2.6 and M3.1: which constraint binds two groups of banks month by month, and what purchases add.
struct BankPurchaseExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.6-banks",
    systems: ["M2.6", "M3.1"],
    title: "Loans of banks after purchases, by what binds",
    question:
      "Over five months of purchases, how often does each constraint bind, and do loans grow?",
    quantity: "loans at the end per dollar of coupons bought",
    unit: "ratio",
    expected: LendingResponseExperiment.none,
    mechanism: "the limits of banks: they lend whatever is asked, with the same purchases",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "solvency",
        text: "borrowers have become weak: 5 % to 25 % of them are turned away on top (S2)",
        expected: LendingResponseExperiment.none
      ),
      ExperimentReading(
        id: "ignorance",
        text: "nothing is known: capital and liquidity have room for 0 % to 20 % more loans",
        expected: LendingResponseExperiment.none
      ),
      ExperimentReading(
        id: "tight_reserves",
        text: "reserves are tight: liquidity falls short by up to 2 % of loans (S3)",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S3.F03", "S3.F49", "S3.F59"],
          statement: "reserves are tight, and purchases make liquidity"
        )
      ),
    ],
    statistic: .mean,
    runs: 12,
    sweeps: [
      ExperimentSweep(
        .init("liquidity_room_share", text: "liquid assets to spare over loans, share"),
        [-0.05, -0.02, -0.01, 0, 0.01, 0.05],
        by: .init("weak_share", text: "applicants that banks turn away beyond the usual, share"),
        [0, 0.1, 0.2],
        runs: 5
      )
    ],
    inputs: [
      "the two groups of banks, firms and credit cycle of docs/participants, with the Treasury and the "
        + "central bank of the opening sheet; no overnight market",
      "45bn of coupons a month (S3.F03), 21 November 2025 to 30 April 2026, beside the same world without",
      "capital and liquidity have room for 0 % to 20 % more loans, uniform and independent, the same for "
        + "both groups: assumption",
      "90 % of liquidity to spare can be lent and a bank keeps 30 % to 37 % of deposits liquid: assumptions "
        + "of the kind",
      "that purchases work only where liquidity binds is built into the model (§4.8); how often it binds "
        + "follows from the assumed states and is no estimate of today",
      "months and runs were chosen with results in sight, to save time; over seven months and 40 runs the "
        + "signs were the same",
    ],
    finding:
      "Where applicants bind, purchases add nothing to the last cent; where liquidity binds they add about "
      + "half a dollar of loans per dollar, and then they end their own effect: over five months liquidity "
      + "binds on half of the banks' days, and on the rest the banks have liquidity to spare again. Capital or "
      + "liquidity with room for up to a fifth more loans is not used up in five months, because net "
      + "lending is near 0.15 % of loans a month: the state of the banks matters more than "
      + "the size of purchases. With liquidity short by 5 % of loans the same purchases are too small to "
      + "matter. Neither article measures which state holds (X06).",
    refutation:
      "lending after purchases, in quarters in which banks say that they turn borrowers away for risk",
    coversWhole: false
  )

  private static let days = 161
  /// The first day after a decision of the banks.
  private static let firstDay = 10
  /// The share of applicants that is served at the opening, and PD of the median one.
  private static let usual = (share: 0.864, median: 0.02)

  /// A bank's opening: what of liquid assets, deposits, loans and capital its limits are made of.
  private struct Group {
    let name: String
    let liquid: Double
    let deposits: Double
    let loans: Double
    let capitalRatio: Double
  }

  /// USD billion of `DefaultWorld.banks`; mortgage bonds count for 85 %.
  private static let groups = [
    Group(name: "banks", liquid: 5_250, deposits: 14_200, loans: 10_200, capitalRatio: 0.13),
    Group(name: "regional banks", liquid: 1_310, deposits: 3_500, loans: 2_600, capitalRatio: 0.12),
  ]

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let catalogue = ParticipantCatalogue.standard
    let held = try MeasuredWorld(plan(run, buys: false), catalogue, run, days: Self.days)
    let bought = try MeasuredWorld(plan(run, buys: true), catalogue, run, days: Self.days)
    let claims = ["firm loans", "regional loans"]
    let loans = claims.reduce(0) { $0 + bought.outstanding($1) - held.outstanding($1) }
    let without = claims.reduce(0) { $0 + held.outstanding($1) }
    let coupons = bought.units("coupons", of: "FED") - held.units("coupons", of: "FED")
    let binding = ["bank constraint", "bank constraint regional banks"].flatMap {
      bought.figures($0).dropFirst(Self.firstDay)
    }
    func share(_ code: Double) -> Double {
      Double(binding.count { $0 == code }) / Double(binding.count)
    }
    return ExperimentMeasurement(
      loans / coupons,
      companions: [
        .init("demand binds", unit: "share of days", share(0)),
        .init("capital binds", unit: "share of days", share(1)),
        .init("liquidity binds", unit: "share of days", share(2)),
        .init("applicants bind", unit: "share of days", share(3)),
        .init("coupons bought", unit: "bn usd", coupons / 1e9),
        .init("loans without purchases", unit: "bn usd", without / 1e9),
      ]
    )
  }

  // MARK: - The world

  private func plan(_ run: ExperimentRun, buys: Bool) -> WorldPlan {
    var stream = run.stream("state")
    let capitalRoom = 0.2 * stream.nextUniform()
    let liquid = stream.nextUniform()
    let weak = 0.05 + 0.2 * stream.nextUniform()
    let isTight = run.reading == "tight_reserves"
    let isWeak = ["", "solvency"].contains(run.reading)
    let room = run.value(of: "liquidity_room_share", else: isTight ? -0.02 * liquid : 0.2 * liquid)
    let turned = run.value(of: "weak_share", else: isWeak ? weak : 0)
    let score = NormalDistribution.standardQuantile(Self.usual.share * (1 - turned))
    var plan = WorldPlan.funding().withBanks()
    let kinds = [
      "central_bank", "treasury", "bond_curve", "bank", "depositors", "firm", "credit_cycle",
    ]
    plan.participants.removeAll { !kinds.contains($0.kind) }
    for place in plan.participants.indices {
      if plan.participants[place].kind == "central_bank" {
        plan.participants[place].words["balance_sheet"] = buys ? "easing" : "hold"
        plan.participants[place].numbers["easing_usd_per_month"] = 45e9
      }
      guard let group = Self.groups.first(where: { $0.name == plan.participants[place].name })
      else { continue }
      plan.participants[place].words["borrowers"] = ""
      plan.participants[place].numbers["capital_ratio_target"] =
        group.capitalRatio / (1 + capitalRoom)
      plan.participants[place].numbers["outflow_share"] =
        (group.liquid - room * group.loans / 0.9) / group.deposits
      plan.participants[place].numbers["applicant_default_cut"] =
        Self.usual.median * Libm.exponential(score)
    }
    if run.isControl { plan.without.insert("loan_supply") }
    return plan
  }
}
