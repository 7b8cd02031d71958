/// What is known about a series apart from its values.
public struct SeriesDescription: Hashable, Sendable {
  /// How far the numbers of a source can be relied on, as the catalogue grades them.
  public enum Trust: String, Hashable, Sendable, CaseIterable {
    /// Primary numbers, cross-checked or consistent in themselves.
    case high
    /// Aggregated or rebuilt by a third party.
    case medium
    /// Kept only to test data quality.
    case low
    /// Nobody graded it.
    case notStated = "not_stated"
  }

  /// Where the second clock of the series comes from.
  public enum KnowableBasis: String, Hashable, Sendable, CaseIterable {
    /// The source published the time.
    case published
    /// A rule of the publisher, such as the next business day at 08:00 New York.
    case rule
    /// No rule is known: a cautious delay is assumed.
    case assumed
  }

  /// The name.
  public let id: SeriesID
  /// The unit of every value, such as `USD`, `basis points`, `fraction per 8 hours`.
  public let unit: String
  /// The time that one value describes.
  public let period: SeriesPeriod
  /// The frequency in the words of the source, such as `1d` or `business day`.
  public let frequency: String
  /// What the values are, in a sentence.
  public let title: String
  /// Who published them and where the copy came from.
  public let source: String
  /// The terms of use, as the source states them.
  public let licence: String
  /// How far the numbers can be relied on.
  public let trust: Trust
  /// Where the second clock comes from.
  public let knowableBasis: KnowableBasis
  /// Remarks of the source: gaps, breaks of level, known faults.
  public let notes: String

  /// Creates a description.
  public init(
    id: SeriesID,
    unit: String,
    period: SeriesPeriod,
    frequency: String,
    title: String,
    source: String,
    licence: String,
    trust: Trust,
    knowableBasis: KnowableBasis,
    notes: String = ""
  ) {
    self.id = id
    self.unit = unit
    self.period = period
    self.frequency = frequency
    self.title = title
    self.source = source
    self.licence = licence
    self.trust = trust
    self.knowableBasis = knowableBasis
    self.notes = notes
  }
}
