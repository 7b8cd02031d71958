import Statistics

/// M4.8: a barbell of safe yield and a volatile stake against blue chips of the same risk.
struct BarbellExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M4.8-barbell",
    systems: ["M4.8"],
    title: "Barbell against blue chips of the same risk",
    question:
      "Does a barbell of yield and small volatile stakes grow faster than yield and blue chips with "
      + "the same volatility?",
    quantity: "log growth a year of the barbell less that of the benchmark",
    unit: "log units a year",
    expected: BarbellExperiment.stated,
    mechanism: "the volatile leg: it holds the blue chip instead, so that both portfolios are one",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "rebalanced",
        text: "weights restored every month",
        expected: BarbellExperiment.stated
      ),
      ExperimentReading(
        id: "held",
        text: "bought once and held for five years",
        expected: BarbellExperiment.stated
      ),
    ],
    runs: 1_000,
    sweeps: [
      ExperimentSweep(
        .init("volatile_reward", text: "reward per unit of risk of the volatile coins"),
        [0, 0.5, 1, 1.5],
        by: .init("ruin_annual", text: "chance that a volatile coin is lost, a year"),
        [0, 0.1, 0.3],
        runs: 1_000
      )
    ],
    inputs: [
      "safe yield 4 %; blue chips 50 % volatility and volatile coins 120 %, correlated 0.7, both Student t "
        + "with 4 degrees of freedom and the same reward of 0.5 per unit of risk; volatile coins lost "
        + "with chance 0.1 a year: assumptions",
      "15 % in volatile coins, the rest in yield; the benchmark holds as much blue chip as has the same "
        + "volatility, 36 %; five years; the drift is set for normal shocks, so that tails fall on both legs",
    ],
    finding:
      "The source advises and does not predict; read as a claim, it needs more reward per unit of "
      + "risk on the volatile leg than on blue chips. With equal reward the barbell gains nothing and "
      + "carries the chance that its stake is lost; bought and held it has a floor, for no more than the "
      + "stake can go.",
    refutation:
      "returns of small coins, the dead ones counted, with a reward per unit of risk above that "
      + "of blue chips",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S4.F46"],
    statement:
      "barbell: blue chips and low-risk yield on one side, small stakes in volatile coins on the "
      + "other; taken as the claim that it does better than the same risk in blue chips"
  )
  private static let monthCount = 60
  private static let safeYield = 0.04
  private static let stake = 0.15
  private static let volatilities = (blue: 0.5, volatile: 1.2)

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let weight = BarbellExperiment.stake
    let volatilities = BarbellExperiment.volatilities
    // In the control both legs are the blue chip and the stake is what the benchmark holds.
    let same = weight * volatilities.volatile / volatilities.blue
    let months = returns(of: run)
    let isHeld = run.reading == "held"
    let benchmark = Portfolio(months.map(\.blue), weight: same, isHeld: isHeld)
    let barbell =
      run.isControl
      ? Portfolio(months.map(\.blue), weight: same, isHeld: isHeld)
      : Portfolio(months.map(\.volatile), weight: weight, isHeld: isHeld)
    let years = Double(BarbellExperiment.monthCount) / 12
    return ExperimentMeasurement(
      (Libm.logarithm(barbell.wealth) - Libm.logarithm(benchmark.wealth)) / years,
      companions: [
        .init("wealth after five years, barbell", unit: "ratio", barbell.wealth),
        .init("wealth after five years, benchmark", unit: "ratio", benchmark.wealth),
        .init("largest fall, barbell", unit: "fraction", barbell.drawdown),
        .init("largest fall, benchmark", unit: "fraction", benchmark.drawdown),
      ]
    )
  }

  /// Simple monthly returns of the two legs.
  private func returns(of run: ExperimentRun) -> [(blue: Double, volatile: Double)] {
    let reward = run.value(of: "volatile_reward", else: 0.5)
    let ruin = run.value(of: "ruin_annual", else: 0.1) / 12
    let law = StudentTDistribution(degreesOfFreedom: 4)
    var (common, own) = (run.stream("blue"), run.stream("volatile"))
    var (commonMixing, ownMixing) = (common.companion, own.companion)
    var losses = run.stream("ruin")
    let month = (1.0 / 12).squareRoot()
    return (0..<BarbellExperiment.monthCount).map { _ in
      let first = law.drawStandardised(mixing: &commonMixing, using: &common)
      let second = law.drawStandardised(mixing: &ownMixing, using: &own)
      let mixed = 0.7 * first + (1 - 0.7 * 0.7).squareRoot() * second
      let isLost = losses.nextEvent(probability: ruin)
      return (
        leg(BarbellExperiment.volatilities.blue, reward: 0.5, shock: first * month),
        isLost
          ? -1 : leg(BarbellExperiment.volatilities.volatile, reward: reward, shock: mixed * month)
      )
    }
  }

  /// The simple return of a month whose log return has a volatility and a reward per unit of risk.
  private func leg(_ volatility: Double, reward: Double, shock: Double) -> Double {
    let drift = BarbellExperiment.safeYield + reward * volatility - 0.5 * volatility * volatility
    return Libm.exponential(drift / 12 + volatility * shock) - 1
  }

  /// A portfolio of safe yield and one risky leg.
  private struct Portfolio {
    var wealth = 1.0
    var drawdown = 0.0

    init(_ returns: [Double], weight: Double, isHeld: Bool) {
      var (safe, risky) = (1 - weight, weight)
      var peak = 1.0
      for value in returns {
        safe *= 1 + BarbellExperiment.safeYield / 12
        risky *= 1 + value
        wealth = safe + risky
        if !isHeld { (safe, risky) = ((1 - weight) * wealth, weight * wealth) }
        peak = max(peak, wealth)
        drawdown = max(drawdown, 1 - wealth / peak)
      }
    }
  }
}
