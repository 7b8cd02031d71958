public import Quantities
import Synchronization

/// What could be known at one instant: the only thing an indicator can read.
///
/// Series are read once and kept for as long as the view lives.
public final class MarketView: Sendable {
  /// The instant: nothing that became knowable later is visible.
  public let asOf: Instant
  private let reader: any SeriesReader
  private let kept = Mutex<[SeriesID: Series?]>([:])
  private let names = Mutex<[String: [SeriesID]]?>(nil)

  /// Creates a view of what `reader` held at `asOf`.
  public init(_ reader: any SeriesReader, asOf: Instant) {
    self.reader = reader
    self.asOf = asOf
  }

  /// The values of a series that were knowable, or nil if the series is unknown or nothing was.
  public func series(_ id: SeriesID) throws(StoreError) -> Series? {
    if let known = kept.withLock({ $0[id] }) { return known }
    var series = try reader.series(id, .asOf(asOf))
    if series?.isEmpty == true { series = nil }
    let found = series
    kept.withLock { $0[id] = .some(found) }
    return found
  }

  /// The series of a list whose newest knowable value is latest; the earlier in the list wins ties.
  public func newest(of ids: [SeriesID]) throws(StoreError) -> Series? {
    var best: Series?
    for id in ids {
      guard let candidate = try series(id), let end = candidate.end else { continue }
      if let held = best?.end, held >= end { continue }
      best = candidate
    }
    return best
  }

  /// Every series of a data set that has a column, in order of name: one per symbol, venue or issuer.
  public func series(dataset: String, column: String? = nil) throws(StoreError) -> [Series] {
    var result: [Series] = []
    for id in try ids(of: dataset) where column == nil || id.column == column {
      if let series = try series(id) { result.append(series) }
    }
    return result
  }

  /// The series of a data set in order of name; the list of all is read once.
  private func ids(of dataset: String) throws(StoreError) -> [SeriesID] {
    if let known = names.withLock({ $0 }) { return known[dataset] ?? [] }
    var found: [String: [SeriesID]] = [:]
    for description in try reader.descriptions() {
      found[description.id.dataset, default: []].append(description.id)
    }
    let listed = found
    names.withLock { $0 = listed }
    return listed[dataset] ?? []
  }
}
