import Economy
import Quantities

/// M4.5: May and June 2025 through the currency board, in whole units.
struct BoardReplayExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M4.5-board",
    systems: ["M4.5"],
    title: "May and June 2025 through the currency board",
    question:
      "Do the two sides of the band give the aggregate balance that was observed after both?",
    quantity: "rise of the aggregate balance from May to the end of June",
    unit: "bn hkd",
    expected: ExperimentExpectation(
      .value(119.1, tolerance: 1),
      facts: ["S4.F16", "S4.F17"],
      statement:
        "the board exchanges at 7.75 and 7.85; observed: 45bn before, 164.1bn after (HKMA, model §3.25)"
    ),
    mechanism: "the flow: nobody brings or takes dollars",
    control: .exactly(0),
    calibration:
      "the curve of local rates goes through 4.30 % at 45bn and 0.03 % at 174bn of May 2025; the balances "
      + "are not fitted, and the rate after the weak side is a prediction",
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("inflow_hkd_bn", text: "bought at the strong side, bn HKD"),
        [0, 50, 129.4, 250],
        by: .init("outflow_hkd_bn", text: "sold at the weak side, bn HKD"),
        [0, 9.42, 50, 100]
      )
    ],
    inputs: [
      "129.4bn Hong Kong dollars created at 7.75 in May, 9.42bn taken back at 7.85 on 26 June (model §3.25, "
        + "from HKMA releases)",
      "45bn before; banks bring whole dollars, the board changes whole lots: nothing is rounded",
      "the width of the expectation, 1bn, was set when the difference, 0.88bn, was known: it says how near the sum "
        + "comes, and tests nothing",
    ],
    finding:
      "To within a billion: 165.0bn against 164.1bn; what the board did besides is not in it. "
      + "The identity is arithmetic, and the point: each side of the band is a count of flow in "
      + "whole units. The local rate of 0.03 % in May is fitted; that it stays near zero after the "
      + "first weak-side operation, since 165bn is still far above what banks need, is the "
      + "prediction: the liquidity of the strong side is still there when the currency is at the "
      + "weak one, which makes the place in the band a poor gauge of it.",
    refutation:
      "a balance that moved by other amounts than the band's, or a local rate back at 4 % in June",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let inflow = run.isControl ? 0 : run.value(of: "inflow_hkd_bn", else: 129.4)
    let outflow = run.isControl ? 0 : run.value(of: "outflow_hkd_bn", else: 9.42)
    do throws(ModelError) {
      var board = try CurrencyBoard(
        aggregateBalance: Amount(45_000_000_000),
        dollars: Amount(430_000_000_000)
      )
      let bought = try board.buyDollars(Amount(Int64((inflow * 1e9 / 7.75).rounded())))
      let peak = Double(board.aggregateBalance.units) / 1e9
      let sold = try board.sellDollars(Amount(Int64((outflow * 1e9 / 7.85).rounded())))
      let end = Double(board.aggregateBalance.units) / 1e9
      let isExact =
        board.aggregateBalance.units == 45_000_000_000 + bought.local.units + sold.local.units
      let rates = try InterbankRateGap()
      return ExperimentMeasurement(
        end - 45,
        companions: [
          .init("dollars bought at 7.75", unit: "bn usd", Double(bought.dollars.units) / 1e9),
          .init("dollars sold at 7.85", unit: "bn usd", -Double(sold.dollars.units) / 1e9),
          .init("balance after the strong side", unit: "bn hkd", peak),
          .init("balance after the weak side", unit: "bn hkd", end),
          .init("balance exact to the unit", unit: "share", isExact ? 1 : 0),
          .init(
            "local rate before",
            unit: "percent",
            rates.localRate(atBalance: 45, dollarRate: 4.35)
          ),
          .init(
            "local rate in May",
            unit: "percent",
            rates.localRate(atBalance: peak, dollarRate: 4.35)
          ),
          .init(
            "local rate after the weak side, predicted",
            unit: "percent",
            rates.localRate(atBalance: end, dollarRate: 4.35)
          ),
        ]
      )
    } catch { throw .model(error) }
  }
}
