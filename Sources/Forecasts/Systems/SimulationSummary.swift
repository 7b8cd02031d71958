/// How far the experiments of a system go, and what they gave.
struct SimulationSummary {
  /// Whether an experiment with its control covers the system and nothing stated is left out.
  let isWhole: Bool
  /// The experiments by what they gave: `2 reproduced, 1 not reproduced`.
  let counts: String
  /// What the sources state and no experiment rebuilds; nil for nothing.
  let gap: String?

  /// Sums up the experiments of a system, of which there is at least one.
  init(_ experiments: [SystemRegistries.ExperimentEntry], of system: String) {
    gap = SimulationGaps.gap(of: system)
    isWhole = gap == nil && experiments.contains { $0.hasControl && $0.coversWhole }
    let reproduced = experiments.count { $0.isReproduced == true }
    let others = experiments.count { $0.isReproduced == false }
    let open = experiments.count - reproduced - others
    counts =
      "\(reproduced) reproduced, \(others) not reproduced"
      + (open == 0 ? "" : ", \(open) without a verdict on record")
  }

  /// Counts and gap in a line.
  var text: String { counts + (gap.map { "; not simulated: \($0)" } ?? "") }
}
