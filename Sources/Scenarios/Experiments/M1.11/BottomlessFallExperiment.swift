import Statistics

/// M1.11: whether a market without a lender of last resort falls without a floor.
struct BottomlessFallExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.11-floor",
    systems: ["M1.11"],
    title: "A fall without a lender of last resort",
    question:
      "When leveraged longs and panicking holders sell to buyers with finite cash and nobody "
      + "lends, does the price have a floor?",
    quantity: "share of the price that the selling destroys",
    unit: "fraction",
    expected: ExperimentExpectation(
      .atLeast(0.99),
      facts: ["S1.F46", "S1.F53"],
      statement:
        "without a Fed on chain prices fall without a floor to a heat death; a hundredth left "
        + "counts as no floor"
    ),
    mechanism: "the absence of a lender: one without a limit takes every sale at the opening price",
    control: .exactly(0),
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("provider_cash_fraction", text: "cash of the buyers over market value"),
        [0, 0.0001, 0.001, 0.01, 0.1],
        by: .init("panic_fraction", text: "share of all coins sold at any price"),
        [0.1, 0.5, 1],
        runs: 60
      )
    ],
    inputs: ReducedCascade.inputs + [
      "market value 1.6tn (S0.F12); buyers want coins worth half the market value per log unit below "
        + "value and have cash of a tenth of it (model §3.27)",
      "assumption: a tenth to a half of all coins is sold at any price",
    ],
    finding:
      "There is a floor. Finite coins against any cash clear at a positive price: if a share x of "
      + "the coins is dumped on cash K, the price cannot stay below K/x, for the dollars asked for shrink "
      + "with the price. The greatest fixed point exists for the same reason. How deep it lies is a "
      + "question of the buyers' purse, and only an empty one makes the fall bottomless.",
    refutation:
      "an asset with buyers who have cash and want it, sold to zero; or buyers whose cash is "
      + "itself on chain and vanishes in the same fall",
    coversWhole: false
  )

  private static let marketValue = 1.6e12

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let market = ReducedCascade(run)
    var stream = run.stream("panic")
    let drawn = 0.1 + 0.4 * stream.nextUniform()
    let panic = run.value(of: "panic_fraction", else: drawn)
    let cash = run.value(of: "provider_cash_fraction", else: 0.1)
    let price = run.isControl ? 1 : clearing(market, panic: panic, cash: cash)
    return ExperimentMeasurement(
      1 - price,
      companions: [
        .init("price left over the opening price", unit: "fraction", price),
        .init("floor by cash over coins sold", unit: "fraction", min(1, cash / panic)),
        .init("share of all coins sold in panic", unit: "fraction", panic),
      ]
    )
  }

  /// The greatest price at which buyers take what is sold; zero if there is none.
  ///
  /// The search runs down from the opening price in steps of a thousandth, so that it cannot pass a
  /// clearing price wider than a step, and ends at e⁻¹², below which nothing is left to be said.
  private func clearing(_ market: ReducedCascade, panic: Double, cash: Double) -> Double {
    func isCleared(_ logPrice: Double) -> Bool {
      let price = Libm.exponential(logPrice)
      let forced = market.forcedValue(at: price) / BottomlessFallExperiment.marketValue
      let sold = panic * price + forced
      return min(-0.5 * logPrice, cash) >= sold
    }
    for step in 0...12_000 {
      let logPrice = -0.001 * Double(step)
      if isCleared(logPrice) { return Libm.exponential(logPrice) }
    }
    return 0
  }
}
