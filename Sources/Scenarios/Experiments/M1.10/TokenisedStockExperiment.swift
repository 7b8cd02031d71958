/// M1.10: what of tokenised stocks accrues to the chain they are issued on.
struct TokenisedStockExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.10-accrual",
    systems: ["M1.10"],
    title: "Value of tokenised stocks that accrues to the chain",
    question:
      "How much is the chain's own token worth more for each dollar of stocks issued on it?",
    quantity: "capital value of the chain's fees over the value of the tokenised stocks",
    unit: "fraction",
    expected: TokenisedStockExperiment.stated,
    mechanism: "the fee that the chain keeps",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "main_chain",
        text: "trades settle on the chain itself",
        expected: TokenisedStockExperiment.stated
      ),
      ExperimentReading(
        id: "own_layer_2",
        text:
          "the broker runs its own layer, which keeps 95 % of the fee (S1.F23: Robinhood's own)",
        expected: TokenisedStockExperiment.stated
      ),
    ],
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("fee_basis_points", text: "fee of a trade that the chain keeps, basis points"),
        [0, 0.1, 1, 5],
        by: .init("turnover_annual", text: "turnover a year"),
        [1, 5, 20]
      )
    ],
    inputs: [
      "turnover five times a year, a fee of 1 basis point of a trade, discount rate 10 % for ever: "
        + "assumptions, the source has no number"
    ],
    finding:
      "The sign is that of the fee and cannot fail while there is one; the size is half a cent a "
      + "dollar on the chain itself and a twentieth of that behind a broker's own layer. The other half of "
      + "the system, that Pre-IPO tokens meet Wall Street's pricing power and are blocked, is a statement "
      + "about law and motives with no quantity, date or level at which it would be wrong; for it to be "
      + "tested it would have to say which volume by when.",
    refutation:
      "fees of tokenised stocks by chain that fall to nothing, or are kept by brokers whole",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S1.F23"],
    statement: "value of tokenised stocks accrues to ETH or SOL"
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let fee = run.isControl ? 0 : run.value(of: "fee_basis_points", else: 1) * 1e-4
    let turnover = run.value(of: "turnover_annual", else: 5)
    let kept = run.reading == "own_layer_2" ? 0.05 : 1
    let share = kept * fee * turnover / 0.1
    return ExperimentMeasurement(
      share,
      companions: [.init("for 100bn of tokenised stocks", unit: "bn usd", 100 * share)]
    )
  }
}
