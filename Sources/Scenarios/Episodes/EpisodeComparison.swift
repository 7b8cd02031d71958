public import Observatory
public import Quantities

/// One reading of a run beside what happened: over which days, from which series or fact.
public struct EpisodeComparison: Hashable, Sendable {
  /// Where what happened is known from.
  public enum Source: Hashable, Sendable {
    /// A series of the store, the way its window becomes one number, and what that is multiplied by.
    case series(SeriesID, how: EpisodeMeasure, factor: Double)
    /// A fact with its value.
    case fact(String, value: Double)
  }

  /// What is read from the run.
  public var reading: EpisodeReading
  /// The market, figure or participant that is read; empty where the reading needs none.
  public var subject: String
  /// The unit of both numbers.
  public var unit: String
  /// The first day of the window.
  public var first: Day
  /// The last day of the window.
  public var last: Day
  /// Where what happened is known from.
  public var source: Source
  /// Whether inputs were chosen to meet it.
  public var isCalibrated: Bool
  /// A remark, or nil.
  public var note: String?

  /// Creates a comparison.
  public init(
    _ reading: EpisodeReading,
    of subject: String = "",
    unit: String? = nil,
    from first: Day,
    to last: Day,
    source: Source,
    isCalibrated: Bool,
    note: String? = nil
  ) {
    precondition(first <= last, "a window does not end before it begins")
    self.reading = reading
    self.subject = subject
    self.unit = unit ?? reading.unit ?? "1"
    self.first = first
    self.last = last
    self.source = source
    self.isCalibrated = isCalibrated
    self.note = note
  }

  /// The reading and what it is of, in words.
  public var title: String {
    subject.isEmpty ? reading.rawValue : "\(reading.rawValue) of \(subject)"
  }

  /// The window as it is printed.
  public var window: String { first == last ? "\(first)" : "\(first)..\(last)" }

  /// The number of days of the window.
  public var dayCount: Int { last - first + 1 }
}
