import Exchange
import Statistics

/// M0.4: how much of bitcoin's place on the volatility ladder leverage can explain.
struct VolatilityLadderExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.4-ladder",
    systems: ["M0.4"],
    title: "Volatility ladder: bitcoin over gold by leverage alone",
    question: "If bitcoin had the news of gold, would its leverage make it four times as volatile?",
    quantity:
      "realised volatility of a leveraged asset over that of an unleveraged one, same news law",
    unit: "ratio",
    expected: ExperimentExpectation(
      .value(4, tolerance: 0.4),
      facts: ["S0.F57", "S0.F58"],
      statement: "bitcoin 60 %, gold 15 %: four times; within a tenth counts"
    ),
    mechanism: "leverage: the gain of forced sales is zero",
    control: .contains(1),
    runs: 200,
    sweeps: [
      ExperimentSweep(
        .init("gain", text: "gain of forced sales g"),
        [0, 0.13, 0.38, 0.6, 0.75, 0.9],
        by: .init("news_ratio", text: "news volatility over that of gold"),
        [1, 2, 3, 4],
        runs: 60
      )
    ],
    inputs: [
      "daily news: Student t with 4 degrees of freedom, 15 % a year for both assets (S0.F58)",
      "gain of a run: impact of 1bn drawn from the prior of model §1.3 (median 0.8 %, 90 % from 0.25 % "
        + "to 2.5 %) times the liquidations of the event per log fall (S0.F07, S0.F27), at most 0.95",
      "assumption: falls are amplified by 1/(1 − g), rises by shorts with 0.35 g (model §5.4)",
    ],
    finding:
      "Leverage of the stated size lifts volatility by a tenth or so, not fourfold. Four times gold "
      + "needs a gain that no estimate supports, or news of its own three times as large as gold's: the "
      + "ladder is a ladder of news first. The levels themselves are off at the date (E16).",
    refutation:
      "an impact estimate near 5 % per billion, or volatility that falls by three quarters when "
      + "open interest does"
  )

  /// Days of a path: two years, so that the draw of a path matters less than the mechanism.
  private static let dayCount = 730

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let drawn = gain(of: run)
    let gain = run.isControl ? 0 : run.value(of: "gain", else: drawn)
    let scale = run.value(of: "news_ratio", else: 1)
    let asset = volatility(of: run, "asset", gain: gain) * scale
    let gold = volatility(of: run, "gold", gain: 0)
    return ExperimentMeasurement(
      asset / gold,
      companions: [
        .init("gain of forced sales", unit: "ratio", gain),
        .init("volatility of the leveraged asset", unit: "fraction/yr", 0.15 * asset),
        .init("volatility of the other asset", unit: "fraction/yr", 0.15 * gold),
      ]
    )
  }

  /// g = Λ · liquidations per log fall of the event.
  private func gain(of run: ExperimentRun) -> Double {
    var stream = run.stream("impact")
    let impactPerBillion = ReducedCascade.impactPrior.draw(using: &stream)
    return min(impactPerBillion * 1.9 / -Libm.logarithm(1 - 0.109), 0.95)
  }

  /// The realised volatility over that of the news.
  private func volatility(of run: ExperimentRun, _ asset: String, gain: Double) -> Double {
    var stream = run.stream(asset)
    var mixing = stream.companion
    let news = StudentTDistribution(degreesOfFreedom: 4)
    var squares = 0.0
    for _ in 0..<VolatilityLadderExperiment.dayCount {
      let shock = news.drawStandardised(mixing: &mixing, using: &stream)
      let move = shock / (1 - (shock < 0 ? gain : 0.35 * gain))
      squares += move * move
    }
    return (squares / Double(VolatilityLadderExperiment.dayCount)).squareRoot()
  }
}
