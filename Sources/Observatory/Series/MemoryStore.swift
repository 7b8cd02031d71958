public import Quantities

/// Series held in memory: for tests, for vectors and for replies not yet stored.
///
/// The semantics are those of the store on disk: revisions are kept, reads name their vintage.
public struct MemoryStore: SeriesReader {
  private var batches: [SeriesID: SeriesBatch] = [:]

  /// Creates a store of the given batches; a second batch of a series adds its values to the first.
  public init(_ batches: [SeriesBatch] = []) {
    for batch in batches { insert(batch) }
  }

  /// Adds the values of a batch; values already held with the same clocks stay as they are.
  ///
  /// - Complexity: O((n + m) log (n + m)) for n held and m new values.
  public mutating func insert(_ batch: SeriesBatch) {
    let held = batches[batch.description.id]?.observations ?? []
    var merged: [Observation] = []
    merged.reserveCapacity(held.count + batch.observations.count)
    for observation in (held + batch.observations).stablySorted() {
      if let last = merged.last, !last.precedes(observation) { continue }
      merged.append(observation)
    }
    batches[batch.description.id] = SeriesBatch(
      description: batch.description,
      observations: merged
    )
  }

  /// A copy without the values that became knowable after an instant.
  public func removingKnowable(after instant: Instant) -> MemoryStore {
    var copy = self
    for (id, batch) in batches {
      copy.batches[id] = SeriesBatch(
        description: batch.description,
        observations: batch.observations.filter { $0.knowableAt <= instant }
      )
    }
    return copy
  }

  /// The values of a series, or nil if the series is unknown.
  public func series(
    _ id: SeriesID,
    _ vintage: Vintage,
    from start: Instant?,
    to end: Instant?
  ) throws(StoreError) -> Series? {
    guard let batch = batches[id] else { return nil }
    return Series(
      description: batch.description,
      vintage: vintage,
      observations: batch.observations.revisions(vintage),
      provenance: []
    ).values(from: start, to: end)
  }

  /// Every series, in order of name.
  public func descriptions() throws(StoreError) -> [SeriesDescription] {
    batches.values.map(\.description).sorted { $0.id < $1.id }
  }

  /// The latest instant at which any value became knowable; nil if there is none.
  public func newestKnowable() throws(StoreError) -> Instant? {
    batches.values.lazy.flatMap(\.observations).map(\.knowableAt).max()
  }
}

extension [Observation] {
  /// The newest revision of each time and ordinal that a vintage may see; `self` is in batch order.
  package func revisions(_ vintage: Vintage) -> [Observation] {
    var result: [Observation] = []
    result.reserveCapacity(count)
    for observation in self {
      if case .asOf(let instant) = vintage, observation.knowableAt > instant { continue }
      if let last = result.last, last.refersTo == observation.refersTo,
        last.ordinal == observation.ordinal
      {
        result[result.count - 1] = observation
      } else {
        result.append(observation)
      }
    }
    return result
  }

  /// The values in batch order; values with equal clocks keep their places.
  fileprivate func stablySorted() -> [Observation] {
    enumerated().sorted { left, right in
      if left.element.precedes(right.element) { return true }
      if right.element.precedes(left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}
