import Statistics

/// M1.1: what two regimes of 29 years show, when marks can be chosen after the fact.
struct RegimeSpanExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M1.1-spans",
    systems: ["M1.1"],
    title: "Two regimes of 29 years",
    question:
      "Does finding two spans of equal length between chosen marks of history tell a history with "
      + "a cycle from one without?",
    quantity: "chance of finding two equal spans with a cycle of 29 years less the chance without",
    unit: "probability",
    expected: ExperimentExpectation(
      .positive(null: 0),
      facts: ["S1.F10", "S1.F11", "S1.F12"],
      statement:
        "1902 to 1931 and 1944 to 1973 each lasted 29 years, the unit in which digestion is "
        + "measured"
    ),
    mechanism: "the cycle: both histories are random marks without a period",
    control: .contains(0),
    statistic: .mean,
    runs: 1_000,
    sweeps: [
      ExperimentSweep(
        .init("marks_per_century", text: "marks to choose from, a century"),
        [3.5, 4, 5, 7, 10, 20],
        runs: 1_000
      )
    ],
    inputs: [
      "210 years from 1815; marks a century: 15, an assumption (wars, standards, treaties, crises)",
      "with a cycle: one mark every 29 years, give or take 2, the rest of the marks at random; without: "
        + "as many marks at random",
      "found: two spans that do not overlap, between any marks, of 25 to 35 years, equal in whole years",
    ],
    finding:
      "Two equal spans are found in nearly every history without any cycle, once there are enough "
      + "marks to choose from. Finding them says nothing for or against the cycle; with few marks that "
      + "are fixed beforehand it would. The rest of M1.1 (each hegemon larger than the last, thinner "
      + "collateral) has four cases and no quantity.",
    refutation:
      "a list of marks written down before the spans were measured, with a third span that fits",
    coversWhole: false
  )

  private static let years = 210.0

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let count = run.value(of: "marks_per_century", else: 15) * RegimeSpanExperiment.years / 100
    let other = hasEqualSpans(randomMarks(run, "random", count: count))
    let cycle =
      run.isControl
      ? hasEqualSpans(randomMarks(run, "cycle", count: count))
      : hasEqualSpans(cycleMarks(run, count: count))
    return ExperimentMeasurement(
      (cycle ? 1 : 0) - (other ? 1 : 0),
      companions: [
        .init("found with the cycle, share of runs", unit: "probability", cycle ? 1 : 0),
        .init("found without, share of runs", unit: "probability", other ? 1 : 0),
      ]
    )
  }

  /// A Poisson number of marks at random years.
  private func randomMarks(_ run: ExperimentRun, _ purpose: String, count: Double) -> [Double] {
    var stream = run.stream(purpose)
    let number = PoissonDistribution(mean: count).draw(using: &stream)
    return (0..<Int(number)).map { _ in RegimeSpanExperiment.years * stream.nextUniform() }.sorted()
  }

  /// Marks every 29 years, give or take two, and as many others as make the same number on average.
  private func cycleMarks(_ run: ExperimentRun, count: Double) -> [Double] {
    var stream = run.stream("period")
    let years = RegimeSpanExperiment.years
    let phase = 29 * stream.nextUniform()
    var marks: [Double] = []
    var year = phase
    while year < years {
      marks.append(year + 2 * stream.nextNormal())
      year += 29
    }
    let others = max(0, count - years / 29)
    return (marks + randomMarks(run, "cycle", count: max(others, 1e-9))).sorted()
  }

  /// Whether two spans of 25 to 35 years that do not overlap have equal whole years.
  private func hasEqualSpans(_ marks: [Double]) -> Bool {
    let years = marks.map { $0.rounded(.down) }
    // The earliest end of a span of each length: a later span of that length may begin there.
    var earliestEnd = [Double](repeating: .infinity, count: 36)
    for end in years.indices {
      for start in years[..<end].indices {
        let length = Int(years[end] - years[start])
        guard (25...35).contains(length) else { continue }
        if earliestEnd[length] <= years[start] { return true }
        earliestEnd[length] = min(earliestEnd[length], years[end])
      }
    }
    return false
  }
}
