import Observatory
import Quantities

/// A question that no series decides: the outcome is entered by hand with its document, or open.
public struct ExternalRule: Hashable, Sendable, Codable {
  /// Whether it happened; nil while nobody has entered it.
  public let outcome: Bool?
  /// The day on which the outcome was published.
  public let decided: CalendarDay?
  /// The quantity published, in the unit of the forecast's range.
  public let observed: Double?
  /// The document, or the data that would be needed.
  public let evidence: String
}

extension ExternalRule: Resolver {
  var end: Day? { decided?.day }

  func resolve(_ view: MarketView) throws(StoreError) -> Resolution {
    guard let outcome, let decided else { return .missing(evidence) }
    guard Instant(startOf: decided.day + 1) <= view.asOf else {
      return .open("decided only on \(decided), after the date of this score")
    }
    return .resolved(outcome, observed: observed, on: decided.day, evidence)
  }

  var fault: (field: String, value: String, expected: String)? {
    (outcome == nil) == (decided == nil)
      ? nil : ("rule.decided", decided.map { "\($0)" } ?? "nothing", "a day with every outcome")
  }
}
