/// What the evidence says about a claim.
public enum ClaimVerdict: String, Hashable, Sendable, CaseIterable {
  /// A computed number agrees with it.
  case supported
  /// A computed number disagrees with it.
  case contradicted
  /// One part of it agrees with what was computed and another does not.
  case mixed
  /// Something that has not happened will decide it, or an experiment that nobody has built, or nothing
  /// but the world, whatever an experiment shows to be possible.
  case undecided
  /// No observation could decide it.
  case untestable
  /// Data that exists in principle would decide it and is not in the store.
  case noData = "no_data"
}
