import Economy

/// M4.1: whether a theft from an exchange lowers the price of the coin.
struct TheftPriceExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M4.1-price",
    systems: ["M4.1"],
    title: "Price after a theft",
    question: "Is the coin lower a week after a theft than without it, and through whom?",
    quantity: "log price without the theft less log price with it, a week later",
    unit: "log units",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S4.F01", "S4.F12"],
      statement: "thefts are one of two causes of the correction: the price falls"
    ),
    mechanism: "the theft",
    control: .exactly(0),
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("sale_usd_per_usd", text: "β_h, fund shares sold per dollar stolen"),
        [0, 0.3, 0.6],
        by: .init(
          "replacement",
          text: "1: the exchange buys stolen coins back; 0: its waterfall is off"
        ),
        [0, 1],
        runs: 10
      ),
      ExperimentSweep(
        .init("run", text: "1: customers run from the hole; 0: they do not"),
        [0, 1],
        runs: 10
      ),
    ],
    inputs: HackWorld.inputs,
    finding:
      "In the world a theft first raises the price by 0.14 %: the exchange owes coins and buys "
      + "1.4bn of them back with reserve, loan and new money, while the thief keeps what was stolen, "
      + "and holders of funds sell a third as much. Without replacement the price is 0.02 % lower. "
      + "The fall that the source tells needs replacement by borrowed coins and not by purchases, a "
      + "thief who sells, or many times the fear.",
    refutation:
      "prices that fall after thefts by more than on days of the same market news, whoever replaces "
      + "the coins",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let slope = run.value(of: "sale_usd_per_usd", else: 0.3)
    let days = HackWorld.day..<HackWorld.day + 7
    var off: Set<String> = []
    if run.value(of: "replacement", else: 1) == 0 { off.insert("loss_waterfall") }
    if run.value(of: "run", else: 1) == 0 { off.insert("customer_run") }
    let loss = run.isControl ? 0 : HackWorld.loss
    func outcome(_ loss: Double, without: Set<String> = []) throws(ScenarioError) -> CoinOutcome {
      try HackWorld.world(loss: loss, reserve: 0.85e9, slope: slope)
        .outcome(run, days: days.upperBound, without: off.union(without))
    }
    let last = days.upperBound - 1
    let quiet = try outcome(0)
    let robbed = try outcome(loss)
    let fearless = try outcome(loss, without: ["hack_risk_off"])
    func fall(_ end: CoinOutcome, _ day: Int) -> Double {
      quiet.logMove(day: day) - end.logMove(day: day)
    }
    return ExperimentMeasurement(
      fall(robbed, last),
      companions: [
        .init("log fall on the day of the theft", unit: "log units", fall(robbed, HackWorld.day)),
        .init(
          "log fall a week later without fear of funds",
          unit: "log units",
          fall(fearless, last)
        ),
        .init(
          "bought by the exchange",
          unit: "bn usd",
          robbed.flow(of: "exchange", days: days) / 1e9
        ),
        .init(
          "balances withdrawn because of the theft",
          unit: "bn usd",
          (quiet.outstanding("balances exchange") - robbed.outstanding("balances exchange")) / 1e9
        ),
        .init(
          "coins withdrawn because of the theft",
          unit: "coins",
          quiet.outstanding("custody exchange") - robbed.outstanding("custody exchange")
        ),
      ]
    )
  }
}
