/// How far one face of a system (measure, simulate, judge) has come.
public enum FaceStatus: String, Hashable, Sendable, CaseIterable {
  /// It does what the mission asks, with evidence.
  case works
  /// Part of it is there; the evidence says which.
  case partial
  /// Nothing is there yet.
  case missing
  /// The system has nothing to measure, simulate or judge in this way.
  case notApplicable = "not_applicable"
}
