public import Quantities

/// One kind of answer of a source: its series, their clocks, and when they are stale.
public struct FeedTopic: Hashable, Sendable {
  /// The name of the topic within its source.
  public let id: String
  /// The first word of its series.
  public let dataset: String
  /// What its series are about: their second word.
  public let subject: FeedSubject
  /// Its numbers: the last word of its series.
  public let columns: [FeedColumn]
  /// The lengths of bars, appended to the last word; empty if there are none.
  public let steps: [FeedStep]
  /// The time that one value describes, if there are no steps.
  public let period: SeriesPeriod
  /// The frequency in the words of the source.
  public let frequency: String
  /// Where the second clock comes from.
  public let knowableBasis: SeriesDescription.KnowableBasis
  /// The rule of the second clock, in words.
  public let knowableRule: String
  /// How far the numbers can be relied on.
  public let trust: SeriesDescription.Trust
  /// How long after the end of the newest period the next one is overdue.
  public let staleAfter: Duration
  /// How far back a pull goes that names no start.
  public let span: Duration
  /// Whether the source answers only with a key.
  public let needsKey: Bool
  /// Whether values can be asked for over the net; else they are read from recorded replies alone.
  public let isPulled: Bool
  /// Remarks: gaps, censoring, known traps.
  public let notes: String

  /// Creates a topic; see the properties.
  public init(
    _ id: String,
    dataset: String,
    subject: FeedSubject,
    columns: [FeedColumn],
    steps: [FeedStep] = [],
    period: SeriesPeriod = .instant,
    frequency: String,
    knowable basis: SeriesDescription.KnowableBasis,
    _ knowableRule: String,
    trust: SeriesDescription.Trust = .high,
    staleAfter: Duration,
    span: Duration,
    needsKey: Bool = false,
    isPulled: Bool = true,
    notes: String = ""
  ) {
    self.id = id
    self.dataset = dataset
    self.subject = subject
    self.columns = columns
    self.steps = steps
    self.period = period
    self.frequency = frequency
    knowableBasis = basis
    self.knowableRule = knowableRule
    self.trust = trust
    self.staleAfter = staleAfter
    self.span = span
    self.needsKey = needsKey
    self.isPulled = isPulled
    self.notes = notes
  }

  /// The time that one value describes at a step.
  public func period(of step: FeedStep?) -> SeriesPeriod {
    step.map { .fixed($0.length) } ?? period
  }

  /// The name of a series of this topic.
  public func seriesID(_ subject: String, column: String, step: FeedStep?) -> SeriesID {
    let last = step.map { "\(column)_\($0.name)" } ?? column
    return SeriesID(dataset: dataset, dimensions: [subject], column: last)
  }
}
