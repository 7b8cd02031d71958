/// M0.9: the same funds when their buying moves the price.
struct SovereignAbsorptionExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.9-absorption",
    systems: ["M0.9"],
    title: "What the funds can buy once buying moves the price",
    question:
      "Could the funds take over the whole market value at the prices that their buying makes?",
    quantity: "fund assets over the cost of the whole market",
    unit: "ratio",
    expected: ExperimentExpectation(
      .atLeast(1),
      facts: ["S0.F12", "S0.F47", "S0.F48", "S0.F49"],
      statement: "PIF, Norway and SAFE could absorb the whole market value (S0.C27)"
    ),
    mechanism: "the allocation: the share of the funds' assets that may buy",
    control: .exactly(0),
    statistic: .exact,
    sweeps: [
      ExperimentSweep(
        .init("allocation_fraction", text: "share of fund assets that buys"),
        [0.01, 0.05, 0.1, 0.5, 1],
        by: .init("demand_slope", text: "market value sold per log unit of price"),
        [0.25, 0.5, 1, 4]
      )
    ],
    inputs: [
      "assets and market value as stated (S0.F47, S0.F48, S0.F49, S0.F12)",
      "assumption: holders sell half the market value per log unit of price, the slope of the residual "
        + "provider (model §3.27); the lost coins, which nobody can sell, are left in",
    ],
    finding:
      "With every dollar they have, and a slope that is an assumption, the funds get there by little "
      + "instead of 3.64 times; with a tenth of their assets they do not. The claim is about what could "
      + "be sold and is true only of funds that hold nothing else.",
    refutation:
      "an estimate of how many coins holders sell per percent of price that differs from the "
      + "assumed slope",
    coversWhole: false
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let share = run.isControl ? 0 : run.value(of: "allocation_fraction", else: 1)
    let slope = run.value(of: "demand_slope", else: 0.5)
    let marketValue = SovereignFundCapacityExperiment.marketValue
    let budget = share * SovereignFundCapacityExperiment.assets.reduce(0, +) / marketValue
    // Coins come out along f = slope · ln(p/p₀): the cost of all is ∫ exp(f/slope) df from 0 to 1.
    let cost = slope * (Libm.exponential(1 / slope) - 1)
    let bought = slope * Libm.logarithm(1 + budget / slope)
    return ExperimentMeasurement(
      budget / cost,
      companions: [
        .init("share of all coins bought", unit: "fraction", min(1, bought)),
        .init(
          "price when the last coin is bought, over the opening price",
          unit: "ratio",
          Libm.exponential(min(1, bought) / slope)
        ),
      ]
    )
  }
}
