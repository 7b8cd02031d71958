extension ScenarioError {
  /// A published model that refuses what an experiment gave it: a defect of the experiment.
  static func model(_ error: some Error & CustomStringConvertible) -> ScenarioError {
    .invariant(description: error.description)
  }
}
