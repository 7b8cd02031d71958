public import Quantities

/// What the data says about a forecast at one time.
public struct Resolution: Hashable, Sendable {
  /// How far the question is decided.
  public enum Status: String, Hashable, Sendable {
    /// It happened, or it did not; see ``Resolution/outcome``.
    case resolved
    /// The deadline has not passed in the data.
    case open
    /// The data that decides it is not in the store.
    case missing = "missing_data"
    /// The condition of a conditional forecast did not come about.
    case void
  }

  /// How far it is decided.
  public let status: Status
  /// Whether it happened; nil unless resolved.
  public let outcome: Bool?
  /// The number the rule looked at, in its own unit.
  public let observed: Double?
  /// The first day on which the outcome was certain from the data.
  public let decidedOn: Day?
  /// The computation or the reason, in a sentence.
  public let evidence: String

  /// It is decided.
  static func resolved(
    _ outcome: Bool,
    observed: Double?,
    on day: Day,
    _ evidence: String
  ) -> Resolution {
    Resolution(
      status: .resolved,
      outcome: outcome,
      observed: observed,
      decidedOn: day,
      evidence: evidence
    )
  }

  /// The deadline lies ahead of the data.
  static func open(observed: Double? = nil, _ evidence: String) -> Resolution {
    Resolution(
      status: .open,
      outcome: nil,
      observed: observed,
      decidedOn: nil,
      evidence: evidence
    )
  }

  /// Data is missing.
  static func missing(_ evidence: String) -> Resolution {
    Resolution(status: .missing, outcome: nil, observed: nil, decidedOn: nil, evidence: evidence)
  }

  /// The condition did not come about.
  static func void(on day: Day, _ evidence: String) -> Resolution {
    Resolution(status: .void, outcome: nil, observed: nil, decidedOn: day, evidence: evidence)
  }
}
