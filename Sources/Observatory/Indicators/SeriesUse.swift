public import Quantities

/// A series that a reading used, with its age at the time of the reading.
public struct SeriesUse: Hashable, Sendable {
  /// The series.
  public let description: SeriesDescription
  /// The end of the newest period that was knowable; nil if nothing was.
  public let newest: Instant?
  /// The files and replies behind the values.
  public let provenance: [SeriesProvenance]

  /// Creates the use of a series as it was read.
  public init(_ series: Series) {
    description = series.description
    newest = series.end
    provenance = series.provenance
  }

  /// The age that the series' frequency explains: five periods and at least five days, so that a
  /// holiday weekend is not a failure.
  public var ageMax: Duration {
    let length: Duration =
      switch description.period {
      case .instant: .days(1)
      case .fixed(let length): length
      case .month: .days(31)
      case .quarter: .days(92)
      }
    return max(length * 5, .days(5))
  }

  /// Whether the newest value is older than the series' frequency explains, seen at an instant.
  public func isStale(at instant: Instant) -> Bool {
    guard let newest else { return true }
    return instant - newest > patience
  }

  /// How old the newest value may be: five periods and at least five days, so that a holiday weekend
  /// is not a failure; three weeks for weekly figures; four months for what comes when it happens.
  private var patience: Duration {
    switch description.frequency {
    case "week", "1w", "about weekly": return .days(21)
    case "event", "irregular (filings)": return .days(122)
    default: break
    }
    switch description.period {
    case .instant, .fixed: return max(periodLength * 5, .days(5))
    case .month: return .days(155)
    case .quarter: return .days(460)
    }
  }

  private var periodLength: Duration {
    if case .fixed(let length) = description.period { length } else { .days(1) }
  }
}
