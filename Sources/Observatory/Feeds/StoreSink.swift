public import Quantities

/// Keeps pulled values in a store, one transaction a reply, and what belongs to pulls beside it.
///
/// Beside the store lies a text file `<store>.pulls`: when each source last answered, and what servers
/// said about the versions of their answers. It can be deleted; the next pull then asks for everything.
public final class StoreSink: BatchSink {
  private let store: Store
  private let path: String
  private var successes: [String: Instant] = [:]
  /// What servers said about the versions of the answers that the store holds.
  public private(set) var validators: Validators

  /// Creates a sink for a store; a file of pulls that cannot be read counts as empty.
  public init(_ store: Store) {
    self.store = store
    path = "\(store.path).pulls"
    let bytes = (try? FileBytes.read(path, byteCountMax: 1 << 24)) ?? []
    var rest = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      if parts.count == 2, let instant = try? Instant(parsing: String(parts[1])) {
        successes[String(parts[0])] = instant
      } else {
        rest += "\(line)\n"
      }
    }
    validators = Validators(text: rest)
  }

  /// Keeps the values of one reply; its record names the address and the time of receipt.
  public func keep(
    _ batches: [SeriesBatch],
    provenance: SeriesProvenance,
    byteCount: Int,
    source: String,
    receivedAt: Instant
  ) throws(StoreError) {
    if let description = batches.first?.description {
      try store.insert(
        batches,
        from: StoredFile(
          path: provenance.origin,
          sha256: provenance.sha256,
          byteCount: byteCount,
          dataset: description.id.dataset,
          licence: provenance.licence,
          trust: description.trust,
          entry: #"{"feed":"\#(source)","received_at":"\#(receivedAt)"}"#
        )
      )
    }
    try confirm(source: source, at: receivedAt)
  }

  /// Notes that a source answered.
  public func confirm(source: String, at instant: Instant) throws(StoreError) {
    successes[source] = max(successes[source] ?? instant, instant)
    try write()
  }

  /// When the newest reply of a source was received.
  public func lastSuccess(of source: String) throws(StoreError) -> Instant? { successes[source] }

  /// Remembers what servers said about the versions of what is kept now.
  public func remember(_ validators: Validators) throws(StoreError) {
    self.validators = validators
    try write()
  }

  private func write() throws(StoreError) {
    let lines = successes.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
    let text = lines.joined() + validators.text
    do throws(FileError) { try AtomicFile.write(Array(text.utf8), to: path) } catch {
      throw .database(path: path, detail: "\(error)")
    }
  }
}
