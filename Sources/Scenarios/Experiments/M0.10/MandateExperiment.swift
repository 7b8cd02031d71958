import Economy
import Quantities

/// M0.10: what a rule to sell 20 % below the quarter's high makes holders of fund shares sell.
struct MandateExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.10-mandate",
    systems: ["M0.10"],
    title: "Sales by a drawdown mandate",
    question:
      "If a part of the institutions must sell 20 % below the quarter's high, is what they sell in "
      + "November 2025 the outflow of that month?",
    quantity: "fund shares sold by force of the mandate in 28 days",
    unit: "usd",
    expected: MandateExperiment.size,
    mechanism: "the mandates of allocators",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "size",
        text: "the mandate explains the outflow of the month",
        expected: MandateExperiment.size
      ),
      ExperimentReading(
        id: "sign",
        text: "the mandate makes holders sell after the fall",
        expected: ExperimentExpectation(
          .positive(null: 0),
          facts: ["S0.F55"],
          statement: "pension funds must sell when the price is 20 % below the quarterly high"
        )
      ),
    ],
    runs: 12,
    sweeps: [
      ExperimentSweep(
        .init("mandate_share", text: "share of the institutions' crypto under the rule"),
        [0.03, 0.06, 0.07, 0.1, 0.3, 1],
        by: .init("drawdown_limit", text: "fall below the quarter's high that the rule forbids"),
        [0.1, 0.2, 0.3],
        runs: 4
      )
    ],
    inputs: FundFlowWorld.inputs + [
      "institutions with 60bn in two funds and 0.3 of it under the rule (model §3.2, assumptions); a "
        + "quarter's high of 125,000 (S3.F25); from 107,000 the price falls by news to 82,000 (S0.F54) in "
        + "18 days, evenly, an assumption; average cost of the funds' holders 90,146 (S0.F53)",
      "the rule of -20 % is a claim (S0.F55) and not a general rule: share and limit are swept",
    ],
    finding:
      "The rule sells what it is given to sell: with the model's share of institutions under it, four times "
      + "the outflow of November, and no more because a fifth of the shares' volume is all that forced sales "
      + "can take. It fits the month if some seven percent of the institutions' holdings are under it. "
      + "Such sales begin at 100,000, before the price is below what holders have paid; that loss (82,000 "
      + "against 90,146) is arithmetic, and nothing in the model reacts to it.",
    refutation:
      "mandate documents with the line, or fund flows by holder that jump on the days beyond it",
    coversWhole: false
  )

  private static let size = ExperimentExpectation(
    .value(2.47e9, tolerance: 0.247e9),
    facts: ["S0.F51", "S0.F55"],
    statement: "net outflow of 2.47bn in November; a tenth either way counts"
  )
  private static let dayCount = 28
  private static let prices = (open: 107_000.0, low: 82_000.0, high: 125_000.0)
  private static let fallDays = 18
  /// The funds' default (S0.F53), dollars a coin.
  private static let averageCost = 90_146.0

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let path = try world(run).run(
      run,
      days: MandateExperiment.dayCount,
      probes: [
        MeasuredWorld.Probe("IBIT", "BTC"), MeasuredWorld.Probe("FBTC", "BTC"),
      ]
    )
    let coins = zip(path.holdings[0], path.holdings[1]).map { $0 + $1 }
    let forced = path.forced("institutions")
    let cost = path.figure("IBIT average cost")[MandateExperiment.dayCount - 1]
    let first = forced.firstIndex { $0 > 0 } ?? MandateExperiment.dayCount
    let under = Libm.logarithm(MandateExperiment.averageCost)
    let loss = path.logCloses("BTC").firstIndex { $0 < under } ?? MandateExperiment.dayCount
    return ExperimentMeasurement(
      forced.reduce(0, +),
      companions: [
        .init("outflow of the funds", unit: "coin", coins[0] - coins[coins.count - 1]),
        .init("first day of forced sales", unit: "day", Double(first)),
        .init("first day below the average cost", unit: "day", Double(loss)),
        .init("price at the end", unit: "usd", path.price("BTC")),
        .init(
          "return of the average holder of IBIT",
          unit: "fraction",
          path.price("BTC") / cost - 1
        ),
      ]
    )
  }

  private func world(_ run: ExperimentRun) -> FundFlowWorld {
    guard let start = Day(year: 2025, month: 11, day: 3) else {
      preconditionFailure("2025-11-03 is a date")
    }
    let prices = MandateExperiment.prices
    var world = FundFlowWorld(start: start, price: prices.open)
    world.addShareNoise()
    world.plan.participants.append(
      ParticipantPlan(
        "institutional_allocator",
        "institutions",
        numbers: [
          "mandate_share": run.value(of: "mandate_share", else: 0.3),
          "drawdown_limit": run.value(of: "drawdown_limit", else: 0.2),
          "opening_quarter_high_ratio": prices.high / prices.open,
        ],
        words: ["crypto": "IBIT shares, FBTC shares", "equities": ""],
        endowments: [
          .init("IBIT shares", 150_000, from: "INST"),
          .init("IBIT shares", 280_000, from: "RETAIL"),
          .init("FBTC shares", 40_000, from: "INST"), .init("FBTC shares", 91_000, from: "RETAIL"),
          .init("coupons", 1e12, from: "INST"),
          .init("bills", 100e9, from: "INST"), .init("deposits", 100e9, from: "INST"),
        ]
      )
    )
    let step = Libm.logarithm(prices.low / prices.open) / Double(MandateExperiment.fallDays)
    world.plan.shocks = (0..<MandateExperiment.fallDays).map {
      WorldShock(.news, name: "fall \($0)", day: $0, hour: 15, market: "BTC", size: step)
    }
    if run.isControl { world.plan.without = ["mandates"] }
    return world
  }
}
