/// The values of one series from one file or reply: what readers and sources hand to a store.
public struct SeriesBatch: Hashable, Sendable {
  /// What is known about the series.
  public let description: SeriesDescription
  /// The values, ordered by the time they refer to, then by ordinal, then by when they were knowable.
  public let observations: [Observation]

  /// Creates a batch; traps if two values share both clocks and the ordinal or are out of order.
  public init(description: SeriesDescription, observations: [Observation]) {
    for (earlier, later) in zip(observations, observations.dropFirst()) {
      precondition(
        earlier.precedes(later),
        "\(description.id) is not in order at \(later.refersTo)"
      )
    }
    self.description = description
    self.observations = observations
  }
}

extension Observation {
  /// Whether the value stands before another in a batch: by time, then ordinal, then second clock.
  package func precedes(_ other: Observation) -> Bool {
    if refersTo != other.refersTo { return refersTo < other.refersTo }
    if ordinal != other.ordinal { return ordinal < other.ordinal }
    return knowableAt < other.knowableAt
  }
}
