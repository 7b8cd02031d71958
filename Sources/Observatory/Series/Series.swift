public import Quantities

/// The values of a series as one read returned them: one revision per time, in order of time.
public struct Series: Hashable, Sendable {
  /// What is known about the series.
  public let description: SeriesDescription
  /// The revisions that were asked for.
  public let vintage: Vintage
  /// One observation per time and ordinal, in order.
  public let observations: [Observation]
  /// The files and replies the values came from.
  public let provenance: [SeriesProvenance]

  /// Creates a series as read.
  public init(
    description: SeriesDescription,
    vintage: Vintage,
    observations: [Observation],
    provenance: [SeriesProvenance]
  ) {
    self.description = description
    self.vintage = vintage
    self.observations = observations
    self.provenance = provenance
  }

  /// The name.
  public var id: SeriesID { description.id }
  /// The number of values.
  public var count: Int { observations.count }
  /// Whether nothing was knowable.
  public var isEmpty: Bool { observations.isEmpty }
  /// The times the values refer to: the starts of their periods.
  public var times: [Instant] { observations.map(\.refersTo) }
  /// The values for statistics, in the unit of the series.
  public var values: [Double] { observations.map(\.value.doubleValue) }
  /// The newest value.
  public var last: Observation? { observations.last }

  /// The end of the period of the newest value.
  public var end: Instant? { last.map { description.period.end(from: $0.refersTo) } }

  /// The values whose time lies in `start..<end`; nil means without bound.
  ///
  /// - Complexity: O(log n) for the bounds and O(values kept).
  public func values(from start: Instant?, to end: Instant?) -> Series {
    let low = start.map { index(atOrAfter: $0) } ?? 0
    let high = end.map { index(atOrAfter: $0) } ?? count
    return Series(
      description: description,
      vintage: vintage,
      observations: low < high ? Array(observations[low..<high]) : [],
      provenance: provenance
    )
  }

  /// The index of the first value at or after an instant; ``count`` if there is none.
  public func index(atOrAfter instant: Instant) -> Int {
    var low = 0
    var high = observations.count
    while low < high {
      let middle = (low + high) / 2
      if observations[middle].refersTo < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
