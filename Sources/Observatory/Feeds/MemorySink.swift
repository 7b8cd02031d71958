public import Quantities

/// Keeps pulled values in memory: for tests, and for a look without a store.
public final class MemorySink: BatchSink {
  /// Everything kept.
  public private(set) var store = MemoryStore()
  /// Where it came from, in order.
  public private(set) var provenance: [SeriesProvenance] = []
  private var received: [String: Instant] = [:]

  /// Creates an empty sink.
  public init() {}

  /// Adds the values of one reply.
  public func keep(
    _ batches: [SeriesBatch],
    provenance: SeriesProvenance,
    byteCount: Int,
    source: String,
    receivedAt: Instant
  ) throws(StoreError) {
    for batch in batches { store.insert(batch) }
    self.provenance.append(provenance)
    try confirm(source: source, at: receivedAt)
  }

  /// Notes that what is kept still holds.
  public func confirm(source: String, at instant: Instant) throws(StoreError) {
    received[source] = max(received[source] ?? instant, instant)
  }

  /// When the newest reply of a source was received.
  public func lastSuccess(of source: String) throws(StoreError) -> Instant? { received[source] }
}
