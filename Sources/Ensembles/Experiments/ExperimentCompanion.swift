public import Scenarios

/// Another number of an experiment over its runs.
public struct ExperimentCompanion: Hashable, Sendable {
  /// What it is.
  public let name: String
  /// Its unit.
  public let unit: String
  /// Its middle and 90 % range.
  public let band: Band
  /// Its mean.
  public let mean: Double
}
