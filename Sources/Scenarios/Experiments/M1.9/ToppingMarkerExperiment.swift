import Statistics

/// M1.9: whether a new form of combination that appears after a boom marks the top.
struct ToppingMarkerExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.9-top",
    systems: ["M1.9"],
    title: "Appearance of alt treasuries as the mark of a top",
    question:
      "If a new form appears when prices have risen a lot, is the top more often behind it than "
      + "at any other time?",
    quantity:
      "share of paths without a later high after the appearance, less the same share after a "
      + "random month",
    unit: "probability",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S1.F32"],
      statement: "the appearance of alt treasury companies means that the long cycle has topped"
    ),
    mechanism: "the link of the appearance to past prices: it comes in a random month",
    control: .contains(0),
    statistic: .mean,
    runs: 1_000,
    sweeps: [
      ExperimentSweep(
        .init("reversion_annual", text: "pull of the price to its trend, a year"),
        [0, 0.25, 0.5, 1, 2],
        runs: 1_000
      )
    ],
    inputs: [
      "monthly log price with 20 % noise (Student t, 4 degrees of freedom) around a flat trend, 15 years",
      "the form appears in the first month after the third year whose trailing twelve months gained more "
        + "than 60 %; a top is behind it if no month of the next twelve is higher: assumptions",
      "no pull to the trend: a price whose past does not tell its future",
    ],
    finding:
      "Issues follow prices, so the form appears after a boom in any market. That it then marks a top "
      + "needs prices that come back from booms: in a market without that pull the share is the same after "
      + "any month. The source gives one appearance, which cannot tell the two apart.",
    refutation:
      "several themes with a dated first imitation, and prices that fell after most of them more "
      + "often than after other months",
    coversWhole: false
  )

  private static let monthCount = 180

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let months = ToppingMarkerExperiment.monthCount
    let pull = run.value(of: "reversion_annual", else: 0) / 12
    var stream = run.stream("prices")
    var mixing = stream.companion
    let law = StudentTDistribution(degreesOfFreedom: 4)
    var prices: [Double] = [0]
    for _ in 1..<months {
      let last = prices[prices.count - 1]
      let shock = 0.2 * law.drawStandardised(mixing: &mixing, using: &stream)
      prices.append(last - pull * last + shock)
    }
    let eligible = 36..<(months - 12)
    var random = run.stream("month")
    let first = eligible.lowerBound + random.nextIndex(below: eligible.count)
    let second = eligible.lowerBound + random.nextIndex(below: eligible.count)
    let boom = eligible.first { prices[$0] - prices[$0 - 12] > Libm.logarithm(1.6) }
    guard let appearance = run.isControl ? first : boom else { return ExperimentMeasurement(nil) }
    return ExperimentMeasurement(
      (isTop(prices, appearance) ? 1 : 0) - (isTop(prices, second) ? 1 : 0)
    )
  }

  private func isTop(_ prices: [Double], _ month: Int) -> Bool {
    prices[(month + 1)...(month + 12)].allSatisfy { $0 <= prices[month] }
  }
}
