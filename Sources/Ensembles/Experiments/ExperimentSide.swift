/// Treated runs and their controls under one reading, and the verdict on them.
public struct ExperimentSide: Sendable {
  /// The name of the reading; empty where there is one.
  public let reading: String
  /// The mechanism on.
  public let treated: ExperimentSample
  /// The mechanism off, with the same draws.
  public let control: ExperimentSample
  /// The verdict; nil for a reading that expects nothing.
  public let verdict: ExperimentVerdict?
  /// Whether the effect is gone in the control.
  public let isControlled: Bool
  /// Other numbers of the treated runs, in the experiment's order.
  public let companions: [ExperimentCompanion]
  /// The same numbers of the control.
  public let controlCompanions: [ExperimentCompanion]
}
