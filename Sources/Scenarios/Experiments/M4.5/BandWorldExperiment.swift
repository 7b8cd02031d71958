import Economy

/// M4.5: what an inflow into Hong Kong shares does to the currency of a world with a ledger, with the board and
/// without it.
struct BandWorldExperiment: Experiment {
  private static let strong = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S4.F17", "S4.F16"],
    statement: "a rate near 7.75 shows strong foreign demand for Hong Kong shares"
  )
  private static let days = 60
  private static let strongestPrice = 1 / 7.75

  let plan = ExperimentPlan(
    id: "M4.5-world",
    systems: ["M4.5"],
    title: "Equity inflow, the band and the board's balance in a world",
    question: "Does an inflow into Hong Kong shares move the currency towards 7.75?",
    quantity: "mean place in the band over sixty days, less that without it",
    unit: "share of the band",
    expected: BandWorldExperiment.strong,
    mechanism: "the inflow: mainland investors buy nothing",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "board",
        text: "the board exchanges at 7.75 and 7.85",
        expected: BandWorldExperiment.strong
      ),
      ExperimentReading(
        id: "no_board",
        text: "nobody keeps a band: the place may leave 0 to 1",
        expected: BandWorldExperiment.strong
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(
        .init("inflow_usd_bn_per_day", text: "inflow, bn USD a day"),
        [0, 0.5, 1, 2, 4],
        by: .init("daily_volume_usd_bn", text: "turnover of the currency, bn USD a day"),
        [10, 40],
        runs: 10
      )
    ],
    inputs: [
      "the world of the Hong Kong dollar: turnover of 40bn dollars a day, daily volatility 0.05 %, a value "
        + "without news, uninformed traders as in the default world, a third of the impact stays with a half-life of 90 days; aggregate balance 45bn: assumptions but "
        + "for the balance (model §3.25)",
      "inflow of 0.5 to 1.5bn dollars a day on weekdays; the mean of the southbound flow is 0.7bn (model §3.25, "
        + "assumed); neither valuations nor shocks move it here",
      "HIBOR by the curve through the two days of May 2025, against the policy rate",
    ],
    finding:
      "Yes, by about a thirteenth of the band for a billion a day at a turnover of 40bn: the flow is a purchase of the "
      + "currency before it is one of shares. In sixty days that does not reach 7.75, and board and no board are the "
      + "same. Four billions a day do, or one at a quarter of the turnover: then the price ends at 7.75, the balance "
      + "counts to the unit what came beyond it, and HIBOR falls, to nothing in the first case. Most of the inflow never gets to the "
      + "board: the market takes it inside the band. The place in the band adds up all demand, so that it names "
      + "the inflow only where nothing else moves: in this world nothing else does but noise.",
    refutation:
      "months of measured equity inflow with unchanged rates in which the currency weakened",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("flow")
    let drawn = 0.5 + stream.nextUniform()
    let base = plan(of: run, inflow: run.value(of: "inflow_usd_bn_per_day", else: drawn))
    var calm = base
    calm.without.insert("southbound_flow")
    let with = try MeasuredWorld(run.isControl ? calm : base, .standard, run, days: Self.days)
    let without = try MeasuredWorld(calm, .standard, run, days: Self.days)
    let places = with.figures("HKD band position")
    let closes = with.closes("HKD")
    return ExperimentMeasurement(
      mean(places) - mean(without.figures("HKD band position")),
      companions: [
        .init("place in the band at the end", unit: "share", places[places.count - 1]),
        .init(
          "days at or beyond 7.75",
          unit: "days",
          Double(closes.count { $0 >= Self.strongestPrice * (1 - 1e-6) })
        ),
        .init(
          "change of the aggregate balance",
          unit: "bn hkd",
          with.figure("aggregate balance") - 45
        ),
        .init(
          "sum of the board's exchanges",
          unit: "bn hkd",
          with.world.interventions.reduce(0) { $0 + Double($1.local.units) / 1e13 }
        ),
        .init("HIBOR at the end", unit: "percent", with.figure("HIBOR")),
        .init("HIBOR without the inflow", unit: "percent", without.figure("HIBOR")),
      ]
    )
  }

  private func plan(of run: ExperimentRun, inflow: Double) -> WorldPlan {
    var plan = WorldPlan.hongKong(barsPerDay: 8)
    plan.markets.removeAll { $0.name == "SPX shares" }
    for place in plan.markets.indices where plan.markets[place].name == "HKD" {
      plan.markets[place].dailyVolume = run.value(of: "daily_volume_usd_bn", else: 40) * 1e9
    }
    for place in plan.participants.indices
    where plan.participants[place].kind == "southbound_investor" {
      plan.participants[place].numbers["mean_flow_usd_bn_per_day"] = inflow
      plan.participants[place].words["abroad"] = ""
    }
    if run.reading == "no_board" { plan.without.insert("convertibility") }
    return plan
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
