/// M2.1: whether idle cash tells lenders that refuse from cash that is scarce.
struct IdleCashExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M2.1-idle",
    systems: ["M2.1"],
    title: "Idle cash under refusal and under scarcity",
    question: "Does the ON RRP fill when lenders refuse and empty when cash is scarce?",
    quantity: "change of the ON RRP over the volume of repo",
    unit: "fraction",
    expected: IdleCashExperiment.refusal,
    mechanism: "the shock: nobody refuses, no cash is drained",
    control: .exactly(0),
    readings: [
      ExperimentReading(
        id: "refusal",
        text: "lenders doubt borrowers and leave cash at the Fed (S2)",
        expected: IdleCashExperiment.refusal
      ),
      ExperimentReading(
        id: "scarcity",
        text: "cash is drained, as reserves that are already tight would have it (S3)",
        expected: ExperimentExpectation(
          .negative(null: 0),
          facts: ["S3.F49"],
          statement: "reserves are very tight: cash that is scarce does not lie idle"
        )
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
      "The two stories have opposite signs on one published number: refusal fills the ON RRP, scarcity "
      + "empties it. An ON RRP that holds next to nothing, 1bn to 6bn a day in December 2025, can hardly "
      + "fall: there scarcity no longer shows here, and refusal by lenders with access to it still would. "
      + "Refusal by lenders without access leaves its cash as reserves and does not show at all.",
    refutation:
      "a day on which lenders are known to refuse, by name, and the ON RRP does not rise"
  )

  private static let refusal = ExperimentExpectation(
    .positive(null: 0),
    facts: ["S2.F08", "S2.F09", "S2.F31"],
    statement: "lenders prefer the ON RRP and refuse to lend"
  )

  func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
    let shock = RepoShock(run)
    return ExperimentMeasurement(shock.idleShareChange, companions: shock.companions)
  }
}
