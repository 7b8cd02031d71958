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
        id: "at_any_price",
        text:
          "the issuer gives up the price of the token: it refills the fund to 3 %, ten times as far (S1.F42)",
        expected: PegDefenceExperiment.stated
      ),
    ],
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("fund_floor_ratio", text: "fund over dollars to which tokens are sold"),
        [0.003, 0.01, 0.02, 0.03],
        by: .init("token_volume_usd_per_day", text: "volume of the token"),
        [100e6, 300e6, 1e9],
        runs: 6
      ),
      ExperimentSweep(
        .init("loss_of_fund_ratio", text: "loss of the venue's failure over the fund"),
        [0.5, 0.9, 1.1, 2],
        reading: "at_any_price",
        runs: 6
      ),
    ],
    inputs: SyntheticDollarWorld.inputs + [
      "the venue of the hedge fails on a day on which coins fall; the loss is a drawn 0.4 to 0.95 of the fund",
      "token of 300m a day at 6 % daily volatility; a company without debt that holds 1bn tokens (assumptions; S1.F30: coin only)",
      "institutions hold 30 % of that company and sell below 80 % of the quarter's high (model §3.2, all of it under the mandate)",
      "a price falls on the first day whose close is a tenth below the opening, institutions on the first day of a forced sale, holders "
        + "on the first day on which they have lost a tenth of a percent or the peg is off by a percent (S1.C13); nobody after the last of forty days",
      "no news and no shocks of the premium, so that what falls does so because of the defence",
    ],
    finding: "",
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

  static let days = 40

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    var stream = run.stream("loss")
    let drawn = 0.4 + 0.55 * stream.nextUniform()
    let loss = run.value(of: "loss_of_fund_ratio", else: drawn) * 65e6
    let isAtAnyPrice = run.reading == "at_any_price"
    // Shorts of 4.7bn gain what the coins lose, and lose that gain with the venue.
    var setting = SyntheticDollarWorld.Setting(fall: loss / 4.7e9)
    setting.fundFloor = run.value(of: "fund_floor_ratio", else: isAtAnyPrice ? 0.03 : 0.003)
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
