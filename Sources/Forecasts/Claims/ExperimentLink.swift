/// The experiments of the program that ask what a claim says, with what they gave.
struct ExperimentLink {
  private let decision: ClaimDecision.Experiment
  /// The linked experiments whose result is known.
  private let results: [(id: String, isReproduced: Bool)]

  /// Looks the experiments of a decision up.
  init(
    _ decision: ClaimDecision.Experiment,
    _ experiments: [String: SystemRegistries.ExperimentEntry]
  ) {
    self.decision = decision
    results = decision.ids.compactMap { id in
      experiments[id]?.isReproduced.map { (id, $0) }
    }
  }

  /// What the experiments say of the claim, where they settle it and all have a result.
  var verdict: ClaimAssessment.Decided? {
    guard decision.settles == true, !results.isEmpty, results.count == decision.ids.count else {
      return nil
    }
    switch reproduced {
    case results.count: return .supported
    case 0: return .contradicted
    default: return .mixed
    }
  }

  /// What the verdict rests on, where there is one.
  var evidence: Evidence {
    Evidence(
      .experiment,
      "Experiments of the program with their controls: \(words). The claim says what a mechanism does, "
        + "which they settle for the model and its inputs.",
      number: ComputedNumber(
        Double(reproduced),
        unit: "experiments that reproduce it",
        observations: results.count
      ),
      expected: "all, \(results.count)"
    )
  }

  /// How far the experiments are, in a sentence or two.
  var text: String {
    guard !decision.ids.isEmpty else { return "No experiment of the program asks this yet." }
    guard !results.isEmpty else {
      return "Asked by \(decision.ids.joined(separator: " and "))."
    }
    guard decision.settles != true else { return "What came out: \(words)." }
    return
      "What came out: \(words). That shows what the mechanism can do and not what happened, so it "
      + "leaves the claim open."
  }

  private var reproduced: Int { results.count { $0.isReproduced } }

  private var words: String {
    results.map { "\($0.id) \($0.isReproduced ? "reproduced" : "not reproduced")" }
      .joined(separator: ", ")
  }
}
