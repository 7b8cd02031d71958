import Economy
import Statistics

/// M2.1: whether a right-skewed distribution of repo rates is a mark of refusal.
struct RepoSkewExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.1-skew",
    systems: ["M2.1"],
    title: "Skew of the repo rates under refusal and under scarcity",
    question: "Does the distribution of repo rates skew to the right when lenders refuse?",
    quantity: "change of Bowley's skewness of the rates",
    unit: "ratio",
    expected: RepoSkewExperiment.refusal,
    mechanism: "the shock: nobody refuses, no cash is drained",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "refusal",
        text: "lenders refuse",
        expected: RepoSkewExperiment.refusal
      ),
      ExperimentReading(
        id: "priced",
        text:
          "lenders ask more of the same borrowers and refuse nobody: if the skew were a mark of refusal, it "
          + "would stay within 0.05 of where it was",
        expected: RepoSkewExperiment.unmoved
      ),
      ExperimentReading(
        id: "scarcity",
        text:
          "cash is drained: if the skew were a mark of refusal alone, it would stay within 0.05 of where "
          + "it was",
        expected: RepoSkewExperiment.unmoved
      ),
    ],
    runs: 40,
    sweeps: [
      ExperimentSweep(RepoShock.refusingShare, [0, 0.1, 0.25, 0.5, 0.75, 0.95], runs: 10),
      ExperimentSweep(
        RepoShock.cashRatio,
        [1, 1.05, 1.1, 1.2, 1.25, 1.4],
        reading: "scarcity",
        runs: 10
      ),
    ],
    inputs: RepoShock.inputs,
    finding:
      "The skew follows doubt, as the source says, and does not need refusal: doubt that is priced, with "
      + "nobody refusing, skews the rates as much. Scarcity skews them in the same direction, less. So a "
      + "right skew says that some borrowers are thought riskier than others; whether they are also refused "
      + "is for idle cash and volume to say. The published skew is positive on three days of four, stress "
      + "or not.",
    refutation: "a long past of published percentiles whose skew rises in known refusals alone"
  )

  private static let refusal = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F10", "S2.F31"],
    statement: "fewer lend at low rates and the distribution skews to the right"
  )

  private static let unmoved = ExperimentExpectation(
    .value(0, tolerance: 0.05),
    facts: ["S2.F10", "S2.F31"],
    statement: "the skew shows that lenders refuse"
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let shock = RepoShock(run)
    return ExperimentMeasurement(
      shock.skewChange,
      companions: [
        .init("skewness before", unit: "ratio", shock.before.skewOfMeans.bowley ?? 0)
      ] + shock.companions
    )
  }
}
