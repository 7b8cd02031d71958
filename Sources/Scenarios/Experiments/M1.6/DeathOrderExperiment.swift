import Economy
import Statistics

/// M1.6: which treasury companies must sell their coins first when all coins fall.
struct DeathOrderExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.6-order",
    systems: ["M1.6"],
    title: "The order in which treasury companies are forced to sell",
    question:
      "Do companies of small coins sell by force first, then small ones of large coins, then the large?",
    quantity: "mean day of the first forced sale of each group",
    unit: "days",
    expected: DeathOrderExperiment.stated,
    mechanism: "forced sales: lenders that call and debt that falls due",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "equal_leverage",
        text:
          "every company owes a drawn 0.30 to 0.50 of its coins to a lender who calls at 0.65: coins alone decide",
        expected: DeathOrderExperiment.stated
      ),
      ExperimentReading(
        id: "stated_financing",
        text:
          "financing as the text says: only the large bitcoin company has debt, the others shares (S1.F17, S1.F18, S1.F30)",
        expected: DeathOrderExperiment.stated
      ),
    ],
    runs: 48,
    sweeps: [
      ExperimentSweep(
        .init(
          "leverage_step_ratio",
          text: "loan over coins that each group has more than the next larger one"
        ),
        [-0.1, -0.05, 0, 0.05, 0.1],
        by: .init(
          "beta_exponent",
          text: "power of the volatility ratio with which other coins fall (0: all alike)"
        ),
        [0, 1],
        reading: "equal_leverage",
        runs: 6
      ),
      ExperimentSweep(
        .init("debt_due_days", text: "days until the debt of the large bitcoin company falls due"),
        [30, 120, 730],
        reading: "stated_financing",
        runs: 4
      ),
    ],
    inputs: [
      "eight companies (model §3.7): 640 031 BTC and 12bn of ETH with the large ones (S3.F11), the others assumptions",
      "bitcoin slides by a drawn 40 to 90 log percent in thirty days, other coins by as much times their news "
        + "volatility over bitcoin's (42, 52 and 60 % against 28 % a year, assumptions of the default world)",
      "loans drawn for each company, limit 0.65, sold down to 0.5 (model §3.7); shares trade 3 % of the coins a day (assumption)",
      "the cross-holdings of S1.F43 are not in the model: nobody sells one company to hold up another",
    ],
    finding:
      "With loans drawn alike for all, small coins come first because they fall further: where "
      + "all coins fall alike there is no such order. Nothing but debt separates a small from a "
      + "large company of the same coin, so the second step is a draw: four of ten draws give the "
      + "stated order (of 300), too few. Few runs flatter it: the median correlation is 1 with 30 of "
      + "them, 0.75 with 48 and 0.5 with 300. It is reproduced where each group owes a tenth of its "
      + "coins more than the next larger one, and turned round where it owes less. With the "
      + "financing that the text gives, a company without debt cannot be forced at all, and the "
      + "only one that can, when its bonds fall due, is the last of the stated order. The order "
      + "needs loans to small companies of which the text says that there are none.",
    refutation:
      "filings that date the first coin sales of companies by coin and size, with their debt before the fall"
  )

  private static let stated = ExperimentExpectation(
    .order(TreasuryFleet.groups, correlationMin: 0.8),
    facts: ["S1.F44", "S1.F14", "S1.F30"],
    statement:
      "small-coin companies break first, then small companies of large coins, then Strategy is in question (S1.C12, T13)"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("slide")
    let fall = 0.4 + 0.5 * stream.nextUniform()
    let loans = TreasuryFleet.companies.map { _ in 0.3 + 0.2 * stream.nextUniform() }
    let step = run.value(of: "leverage_step_ratio", else: 0)
    let dueDays = run.value(of: "debt_due_days", else: 730)
    let isStated = run.reading == "stated_financing"
    var plan = TreasuryFleet.plan(
      fall: fall,
      beta: run.value(of: "beta_exponent", else: 1)
    ) { company, value in
      if isStated {
        return company.name == "large BTC company"
          ? ["debt_usd": 8.24e9, "debt_due_days": dueDays] : [:]
      }
      let place = TreasuryFleet.companies.firstIndex { $0.name == company.name } ?? 0
      return ["loan_usd": (loans[place] + step * Double(1 - company.group)) * value]
    }
    plan.without = ["convertible_issuance"]
    if run.isControl { plan.without.insert("treasury_forced_sale") }
    let world = try MeasuredWorld(
      plan,
      TreasuryWorld.catalogue,
      run,
      days: TreasuryFleet.days
    )
    let sales = TreasuryFleet.firstSales(in: world)
    let failed = TreasuryFleet.groupMeans(sales.map { $0 < Double(TreasuryFleet.days) ? 1 : 0 })
    return ExperimentMeasurement(
      positions: TreasuryFleet.groupMeans(sales),
      companions: zip(TreasuryFleet.groups, failed).map {
        .init("\($0) that sell", unit: "fraction", $1)
      } + [.init("bitcoin at the end over the opening", unit: "ratio", ratio(world))]
    )
  }

  private func ratio(_ world: MeasuredWorld) -> Double {
    let closes = world.closes("BTC")
    return closes[closes.count - 1] / closes[0]
  }
}
