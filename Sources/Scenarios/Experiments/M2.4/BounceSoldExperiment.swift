import Statistics

/// M2.4: whether sellers who wait for a rebound make it fade.
struct BounceSoldExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.4-bounce",
    systems: ["M2.4"],
    title: "Rebounds that are sold at once (reduced)",
    question:
      "Do forced sellers who wait for a rebound make it usual that a rebound is lost by the morning?",
    quantity: "rebounds of 3 % and more that are lost in full by the next open",
    unit: "fraction",
    expected: BounceSoldExperiment.lost,
    mechanism: "forced sellers: the price follows news alone",
    control: .within(
      0.154,
      bound: 0.02,
      reason:
        "0.154 is the share on quarter-hours without drift at this volatility, from two million days of "
        + "another program (0.160 in continuous time); two points are an eighth of it"
    ),
    statistic: .mean,
    runs: 40,
    runsMin: 30,
    sweeps: [
      ExperimentSweep(
        .init("overhang", text: "fall of the price if all who wait have sold, fraction"),
        [0.005, 0.01, 0.02, 0.03, 0.04, 0.06, 0.08],
        runs: 20
      )
    ],
    inputs: [
      "2 500 days a run, 26 quarter-hours of the New York session and a night; news of 3.5 % a day, normal "
        + "and without drift",
      "sellers wait for the rebound and have sold by the next open, so that when in the night they do does "
        + "not matter",
      "what waits to be sold would move the price by 0 % to 4 %, uniform: assumption; at the 0.52 % per "
        + "100m of the event (S0) 4 % is some 800m",
      "rebound: the highest price of the session against its open, 3 % or more (indicator I14)",
    ],
    finding:
      "Waiting sellers make lost rebounds about twice as frequent as chance, and most rebounds are lost "
      + "only where what waits is about as large as the rebound itself. A rebound of 8 % that is lost in one "
      + "night by forced sales needs sales that move the price by some 8 %. Without any seller one rebound "
      + "in six is lost all the same: the pattern alone proves nobody's distress.",
    refutation: "rebounds of many years that are lost no more often on days of redemptions",
    coversWhole: false
  )

  private static let lost = ExperimentExpectation(
    .atLeast(0.5),
    facts: ["S2.F16", "S2.F17"],
    statement:
      "a rebound is met by forced sales and lost by the close and the night; taken as in half of the cases"
  )
  private static let (dayCount, barCount, sessionCount) = (2_500, 96, 26)
  private static let (threshold, dailyDeviation) = (0.03, 0.035)

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    var (news, size) = (run.stream("news"), run.stream("overhang"))
    var (rebounds, lost, fades) = (0, 0, 0.0)
    for _ in 0..<BounceSoldExperiment.dayCount {
      let overhang = run.value(of: "overhang", else: 0.04 * size.nextUniform())
      let day = session(overhang: run.isControl ? 0 : overhang, using: &news)
      guard day.rebound >= BounceSoldExperiment.threshold else { continue }
      rebounds += 1
      lost += day.open <= 0 ? 1 : 0
      fades += (day.rebound - day.open) / day.rebound
    }
    guard rebounds > 0 else { return ExperimentMeasurement(nil) }
    return ExperimentMeasurement(
      Double(lost) / Double(rebounds),
      companions: [
        .init("rebounds", unit: "count", Double(rebounds)),
        .init("mean part of a rebound that is lost", unit: "fraction", fades / Double(rebounds)),
      ]
    )
  }

  /// The rebound of a session and the next open, both against its own open.
  private func session(
    overhang: Double,
    using news: inout Stream
  ) -> (rebound: Double, open: Double) {
    let bars = Double(BounceSoldExperiment.barCount)
    let deviation = BounceSoldExperiment.dailyDeviation / bars.squareRoot()
    let night = bars - Double(BounceSoldExperiment.sessionCount)
    var (price, peak) = (0.0, 0.0)
    for _ in 0..<BounceSoldExperiment.sessionCount {
      price += deviation * news.nextNormal()
      peak = max(peak, price)
    }
    price += deviation * night.squareRoot() * news.nextNormal()
    let sold = peak >= BounceSoldExperiment.threshold ? overhang : 0
    return (peak, price - sold)
  }
}
