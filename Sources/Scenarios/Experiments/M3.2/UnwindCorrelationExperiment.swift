import Statistics

/// M3.2: whether a correlation of open interest and basis tells that carry funds unwind.
struct UnwindCorrelationExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.2-correlation",
    systems: ["M3.2"],
    title: "Correlation of open interest and basis",
    question:
      "Is the correlation of open interest and basis higher when carry funds unwind than when they keep "
      + "their position?",
    quantity: "correlation with the unwinding less the correlation without",
    unit: "correlation",
    expected: UnwindCorrelationExperiment.stated,
    mechanism: "the unwinding: carry funds keep their position in both",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "levels",
        text: "levels, open interest in dollars, as the sources' charts show them",
        expected: UnwindCorrelationExperiment.stated
      ),
      ExperimentReading(
        id: "changes",
        text: "daily changes, open interest in coins",
        expected: UnwindCorrelationExperiment.stated
      ),
    ],
    runs: 16,
    sweeps: [
      ExperimentSweep(
        .init("departure_usd", text: "what the longs sell, US dollars"),
        [2e9, 4.2e9, 8e9],
        by: .init("half_life_days", text: "half-life of an imbalance of demand, days"),
        [3, 10, 60],
        runs: 6
      )
    ],
    inputs: UnwindWorld.inputs,
    finding:
      "Longs who leave make open interest and basis fall together, whether or not carry funds act. The "
      + "unwinding itself pushes the basis up, for it buys futures. A high correlation is therefore evidence "
      + "for a fall of demand; it does not prove that funds unwound.",
    refutation:
      "markets in which open interest and basis were uncorrelated until carry funds could take part",
    coversWhole: false
  )

  private static let stated = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S3.F36"],
    statement:
      "a correlation of 0.878 proves the unwind: it should be higher with an unwinding than without"
  )

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let world = UnwindWorld(
      departure: run.value(of: "departure_usd", else: UnwindWorld.departure),
      halfLife: run.value(of: "half_life_days", else: 10)
    )
    let still = try world.without(UnwindWorld.unwindMechanisms).run(run)
    let other = correlation(still, run)
    let own = run.isControl ? other : correlation(try world.run(run), run)
    return ExperimentMeasurement(
      own - other,
      companions: [
        .init("correlation with the unwinding", unit: "correlation", own),
        .init("correlation without", unit: "correlation", other),
      ]
    )
  }

  private func correlation(_ path: UnwindPath, _ run: ExperimentRun) -> Double {
    if run.reading == "changes" {
      return pearson(changes(Array(path.openInterest.dropFirst())), changes(path.basis))
    }
    return pearson(path.openInterestDollars, path.basis)
  }

  private func changes(_ levels: [Double]) -> [Double] {
    zip(levels.dropFirst(), levels).map { $0 - $1 }
  }

  /// The correlation; nothing that does not move is correlated.
  private func pearson(_ first: [Double], _ second: [Double]) -> Double {
    (try? Correlation.pearson(first, second)) ?? 0
  }
}
