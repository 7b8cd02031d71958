public import Quantities

/// Where the values of replies go: the store, or memory.
public protocol BatchSink: AnyObject {
  /// Keeps the values of one reply, all of them or none.
  ///
  /// - Parameters:
  ///   - batches: The values.
  ///   - provenance: The address without keys, and the hash of the body.
  ///   - byteCount: The length of the body.
  ///   - source: The id of the source.
  ///   - receivedAt: When the reply came.
  /// - Throws: ``StoreError``; nothing is kept then.
  func keep(
    _ batches: [SeriesBatch],
    provenance: SeriesProvenance,
    byteCount: Int,
    source: String,
    receivedAt: Instant
  ) throws(StoreError)

  /// Notes that a source said that what is kept of it still holds.
  func confirm(source: String, at instant: Instant) throws(StoreError)

  /// When the newest reply of a source that is kept was received; nil if there is none.
  func lastSuccess(of source: String) throws(StoreError) -> Instant?
}
