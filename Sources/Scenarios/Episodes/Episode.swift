/// What a scenario of a past event says about its own numbers: what was observed, what is assumed, and
/// what of the run is compared with what happened.
public struct Episode: Hashable, Sendable {
  /// How many runs are made where nobody says.
  public var runs: Int
  /// Inputs taken from data or facts.
  public var observed: [EpisodeObservation]
  /// Inputs that nobody published.
  public var assumed: [EpisodeAssumption]
  /// Readings of the run beside what happened.
  public var compared: [EpisodeComparison]

  /// The runs of an episode that does not say.
  public static let standardRuns = 20

  /// Creates an episode.
  public init(
    runs: Int = Episode.standardRuns,
    observed: [EpisodeObservation],
    assumed: [EpisodeAssumption],
    compared: [EpisodeComparison]
  ) {
    self.runs = runs
    self.observed = observed
    self.assumed = assumed
    self.compared = compared
  }
}
