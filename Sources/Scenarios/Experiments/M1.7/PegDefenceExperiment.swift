import Economy
import Statistics

/// M1.7: who falls first when the issuer of a synthetic dollar gives up its token for the peg.
struct PegDefenceExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.7-order",
    systems: ["M1.7"],
    title: "The order of falls when a token is sold for a peg",
    question:
      "Do the token, then companies that hold it, then institutions, and the holders of the dollar last, fall in this order?",
    quantity: "day on which each falls",
    unit: "days",
    expected: PegDefenceExperiment.stated,
    mechanism: "peg defence: sales of governance tokens for the fund",
    control: .notAbove(0),
    readings: [
      ExperimentReading(
        id: "fund_floor",
        text: "the issuer refills its fund to 0.3 % of the dollars and no further (model §3.8)",
        expected: PegDefenceExperiment.stated
      ),
      ExperimentReading(
        id: "thick_fund",
        text:
          "ten times the fund and ten times the floor, so that a loss of the same share of it takes ten times the tokens (S1.F42: the price is given up)",
        expected: PegDefenceExperiment.stated
      ),
    ],
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("fund_floor_ratio", text: "fund over dollars to which tokens are sold"),
        [0.003, 0.01, 0.02, 0.03],
        by: .init("token_volume_usd_per_day", text: "volume of the token"),
        [100e6, 300e6],
        runs: 5
      ),
      ExperimentSweep(
        .init("loss_of_fund_ratio", text: "loss of the venue's failure over the fund"),
        [0.5, 0.9, 1.1, 2],
        reading: "thick_fund",
        runs: 5
      ),
    ],
    inputs: SyntheticDollarWorld.inputs + [
      "the venue of the hedge fails on a day on which coins fall; the loss is a drawn 0.4 to 0.95 of the fund",
      "token of 300m a day at 6 % daily volatility; a company without debt that holds 1bn tokens (assumptions; S1.F30: coin only)",
      "institutions hold 30 % of that company and sell below 80 % of the quarter's high (model §3.2, all of it under the mandate)",
      "a price falls on the first day whose close is a tenth below the opening, institutions on the first day of a forced sale, holders "
        + "on the first day on which they have lost a tenth of a percent or the peg is off by a percent (S1.C13); nobody after the last of thirty days",
      "no news and no shocks of the premium, so that what falls does so because of the defence",
    ],
    finding:
      "With a fund as thin as the model's, the defence sells a few percent of the tokens, the "
      + "token falls by one percent, and nobody else notices: no order. Where the fund is ten "
      + "times as thick, a loss of most of it takes three quarters of the tokens, the token falls "
      + "by a third, and then the stated order appears: company, then institutions whose mandate "
      + "reads its price, and holders not at all. Company and token fall within a day of one "
      + "another. A loss of twice the fund turns the order round: holders bear it on the day, "
      + "before a token is sold. The order is that of a loss which the fund survives and the "
      + "token refills.",
    refutation:
      "daily prices in a stress of such an issuer: a peg off by a percent before its token has fallen by a tenth"
  )

  private static let stated = ExperimentExpectation(
    .order(
      ["token", "shares of the token's company", "institutions", "holders of the dollar"],
      correlationMin: 0.8
    ),
    facts: ["S1.F42", "S1.F41"],
    statement:
      "ENA is given up for the peg, then treasury-company shares fall, institutions leave, retail is left (S1.M15, S1.C13, T13)"
  )

  static let days = 30

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("loss")
    let drawn = 0.4 + 0.55 * stream.nextUniform()
    let isThick = run.reading == "thick_fund"
    var setting = SyntheticDollarWorld.Setting(fall: 0)
    setting.fundFloor = run.value(of: "fund_floor_ratio", else: isThick ? 0.03 : 0.003)
    // The shorts gain what the coins lose, and lose that gain with the venue.
    let loss = run.value(of: "loss_of_fund_ratio", else: drawn) * SyntheticDollarWorld.fund(setting)
    setting.fall = loss / SyntheticDollarWorld.shorts
    setting.tokenVolume = run.value(of: "token_volume_usd_per_day", else: 300e6)
    if run.isControl { setting.without = ["peg_defence"] }
    let world = try MeasuredWorld(
      SyntheticDollarWorld.plan(setting),
      SyntheticDollarWorld.catalogue,
      run,
      days: Self.days
    )
    let shares = "\(SyntheticDollarWorld.company) shares"
    let deviation = world.figures("\(SyntheticDollarWorld.claim) peg deviation").min() ?? 0
    return ExperimentMeasurement(
      positions: [
        firstFall(world.closes(SyntheticDollarWorld.token)),
        firstFall(world.closes(shares)),
        first(world.forced(SyntheticDollarWorld.allocator).map { $0 > 1 }),
        holdersFall(world),
      ],
      companions: [
        .init(
          "token at the end",
          unit: "ratio",
          lastOverFirst(world.closes(SyntheticDollarWorld.token))
        ),
        .init(
          "shares of its company at the end",
          unit: "ratio",
          lastOverFirst(world.closes(shares))
        ),
        .init("worst deviation of the peg", unit: "fraction", deviation),
        .init(
          "tokens that the issuer has left",
          unit: "fraction",
          world.figure("\(SyntheticDollarWorld.claim) token treasury") / 3e9
        ),
      ]
    )
  }

  private func holdersFall(_ world: MeasuredWorld) -> Double {
    let wealth = world.netWorths(SyntheticDollarWorld.holders)
    let peg = world.figures("\(SyntheticDollarWorld.claim) peg deviation")
    return first(zip(wealth, peg).map { $0 < 0.999 * wealth[0] || $1 < -0.01 })
  }

  private func firstFall(_ closes: [Double]) -> Double {
    first(closes.dropFirst().map { $0 < 0.9 * closes[0] })
  }

  private func first(_ happened: [Bool]) -> Double {
    Double(happened.firstIndex(of: true) ?? Self.days)
  }

  private func lastOverFirst(_ closes: [Double]) -> Double { closes[closes.count - 1] / closes[0] }
}
