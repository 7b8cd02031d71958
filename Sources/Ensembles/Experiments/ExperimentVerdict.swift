/// What an experiment found.
public enum ExperimentVerdict: String, Hashable, Sendable, CaseIterable {
  /// The source's number, sign or order came out, and without the mechanism the effect is gone.
  case reproduced
  /// Without the mechanism the effect is gone, and with it the source's expectation is not met.
  case notReproduced = "not_reproduced"
  /// The effect is there without the mechanism: the experiment shows nothing.
  case controlFailed = "control_failed"
  /// The plan says that so few runs decide nothing: neither the source nor the control was judged.
  case tooFewRuns = "too_few_runs"
}
