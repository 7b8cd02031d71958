public import Observatory

/// What an estimate read of one series: its unit, the basis of its second clock, and the values that it used.
///
/// A manifest keeps the readings, so that an opening can be made again without the store.
public struct OpeningReading: Hashable, Sendable {
  /// The series.
  public let series: SeriesID
  /// Its unit.
  public let unit: String
  /// Where its second clock comes from.
  public let knowableBasis: SeriesDescription.KnowableBasis
  /// The newest knowable value last, a year's before it where a change of a year is needed; empty if none.
  public let observations: [Observation]

  /// Creates a reading.
  public init(
    series: SeriesID,
    unit: String,
    knowableBasis: SeriesDescription.KnowableBasis,
    observations: [Observation]
  ) {
    self.series = series
    self.unit = unit
    self.knowableBasis = knowableBasis
    self.observations = observations
  }
}
