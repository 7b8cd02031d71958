import Economy

/// M4.1: whether a theft from an exchange takes money out of funds, and what that does to the price.
struct FundOutflowExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M4.1-outflow",
    systems: ["M4.1"],
    title: "Fund outflow and price after a theft",
    question: "How much more leaves the fund in the two weeks after a theft than without it?",
    quantity: "net redemptions with the theft less those without",
    unit: "bn usd",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S4.F10", "S4.F60"],
      statement: "after the theft outflows of funds rise; no size is stated"
    ),
    mechanism: "the theft",
    control: .exactly(0),
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("sale_usd_per_usd", text: "β_h, fund shares sold per dollar stolen"),
        [0, 0.1, 0.3, 0.6],
        runs: 10
      )
    ],
    inputs: HackWorld.inputs,
    finding:
      "The outflow is the holders' rule passed through the dealer, so its sign is assumed and its "
      + "size is β_h; what the world adds is that the dealer redeems most of what holders sell within "
      + "days, up to its inventory limit. That the theft caused the outflows of February 2025 cannot "
      + "be seen from this: arbitrage unwinds give the same outflow without fear, and the coin itself "
      + "is higher here, because the exchange buys (M4.1-price).",
    refutation:
      "outflows after thefts no larger than on days with the same basis and the same news",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let slope = run.value(of: "sale_usd_per_usd", else: 0.3)
    let days = HackWorld.day..<HackWorld.day + 14
    let quiet = try HackWorld.world(loss: 0, reserve: 0.85e9, slope: slope)
      .outcome(run, days: days.upperBound)
    let robbed =
      run.isControl
      ? quiet
      : try HackWorld.world(loss: HackWorld.loss, reserve: 0.85e9, slope: slope)
        .outcome(run, days: days.upperBound)
    func outflow(_ end: CoinOutcome) -> Double {
      days.reduce(0) {
        $0 + end.figure("IBIT redemptions", day: $1) - end.figure("IBIT creations", day: $1)
      } / 1e9
    }
    func holders(_ end: CoinOutcome, _ days: Range<Int>) -> Double {
      HackWorld.holders.reduce(0) { $0 + end.flow(of: $1, days: days) }
    }
    let last = days.upperBound - 1
    return ExperimentMeasurement(
      outflow(robbed) - outflow(quiet),
      companions: [
        .init(
          "sold by the holders because of the theft",
          unit: "bn usd",
          (holders(quiet, days) - holders(robbed, days)) / 1e9
        ),
        .init(
          "bought by the exchange to replace coins",
          unit: "bn usd",
          robbed.flow(of: "exchange", days: days) / 1e9
        ),
        .init(
          "log fall of the coin by the theft",
          unit: "log units",
          quiet.logMove(day: last) - robbed.logMove(day: last)
        ),
      ]
    )
  }
}
