import Statistics

/// M0.13: what a score can say about the probabilities of three futures of which one comes.
struct ScenarioScoreExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M0.13-score",
    systems: ["M0.13"],
    title: "The score of three futures",
    question:
      "Do stated probabilities of three futures score better than a third for each, and does the one future "
      + "that comes show it?",
    quantity: "quadratic score of a third each less that of the stated probabilities",
    unit: "score",
    expected: ScenarioScoreExperiment.better,
    mechanism: "what the forecaster knows: it says a third for each, as the benchmark does",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "stated",
        text: "the futures come as often as stated: 72 %, 23 % and 5 % (S0)",
        expected: ScenarioScoreExperiment.better
      ),
      ExperimentReading(
        id: "ignorance",
        text: "each future is as likely as the others",
        expected: ExperimentExpectation(
          .negative(null: 0),
          facts: ["S0.F68", "S0.F72", "S0.F75"],
          statement: "who is sure without reason loses by a proper score"
        )
      ),
    ],
    statistic: .mean,
    runs: 1_000,
    sweeps: [
      ExperimentSweep(
        .init("scored_count", text: "independent triples of futures that are scored together"),
        [1, 3, 10, 30],
        runs: 1_000
      )
    ],
    inputs: [
      "0.72, 0.23 and 0.05 (S0.F68, S0.F72, S0.F75); the benchmark says a third for each",
      "score: the sum over the three futures of the squared difference between probability and what came "
        + "(Brier 1950), 0 to 2; one triple comes true a run",
    ],
    finding:
      "On average the score tells them apart: 0.24 better if the probabilities are right, 0.24 worse if all are "
      + "alike. One outcome does not. It makes the stated probabilities look better in 72 % of the worlds in which "
      + "they are right, and in 33 % of those in which nothing is known, so that seeing the likely future come "
      + "raises the odds that they are right by a factor of two. With ten such triples the sign of the score is "
      + "right in more than nine runs of ten. Three futures without a common date are one triple.",
    refutation:
      "a record of some ten triples by the same author, each with a date, whose score is no better than a third each",
    coversWhole: false
  )

  private static let better = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S0.F68", "S0.F72", "S0.F75"],
    statement: "three futures with probabilities of 72, 23 and 5 percent"
  )
  private static let stated = [0.72, 0.23, 0.05]
  private static let even = [1.0 / 3, 1.0 / 3, 1.0 / 3]

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let count = Int(run.value(of: "scored_count", else: 1))
    let truth = run.reading == "ignorance" ? Self.even : Self.stated
    let said = run.isControl ? Self.even : Self.stated
    var stream = run.stream("future")
    var gain = 0.0
    for _ in 0..<count {
      let future = Self.future(at: stream.nextUniform(), truth)
      gain += Self.score(Self.even, future) - Self.score(said, future)
    }
    return ExperimentMeasurement(
      gain / Double(count),
      companions: [
        .init("runs in which the stated ones look better", unit: "share", gain > 0 ? 1 : 0)
      ]
    )
  }

  /// The future that comes, for a uniform number.
  private static func future(at uniform: Double, _ probabilities: [Double]) -> Int {
    if uniform < probabilities[0] { return 0 }
    return uniform < probabilities[0] + probabilities[1] ? 1 : 2
  }

  private static func score(_ probabilities: [Double], _ future: Int) -> Double {
    probabilities.enumerated().reduce(0) { sum, entry in
      let gap = entry.element - (entry.offset == future ? 1 : 0)
      return sum + gap * gap
    }
  }
}
