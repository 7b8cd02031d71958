public import Observatory
import Quantities

/// What a store says about one row of an episode: what happened, and the same number before it.
///
/// What happened is read as it is known now. The earlier windows, a naive forecast, are read as they were
/// knowable when the window began.
public struct EpisodeEvidence: Hashable, Sendable {
  /// What happened in the unit of the row; nil where the store or the fact does not say.
  public let observed: Double?
  /// Why nothing is known; nil where it is.
  public let reason: String?
  /// The files that the values came from.
  public let provenance: [SeriesProvenance]
  /// The same number over earlier windows of the same length that do not overlap, latest first.
  public let history: [Double]

  /// The most earlier windows that are read.
  public static let historyMax = 250
  /// The fewest earlier windows that make a benchmark.
  public static let historyMin = 20

  /// Creates evidence from its parts, as a manifest keeps it.
  public init(
    observed: Double?,
    reason: String?,
    provenance: [SeriesProvenance],
    history: [Double]
  ) {
    self.observed = observed
    self.reason = reason
    self.provenance = provenance
    self.history = history
  }

  /// Reads the evidence on a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - store: Where series are; nil without a store.
  /// - Throws: `StoreError` if the store cannot be read; a missing window is no error.
  public init(on row: EpisodeComparison, from store: (any SeriesReader)?) throws(StoreError) {
    guard case .series(let id, let how, let factor) = row.source else {
      guard case .fact(_, let value) = row.source else { preconditionFailure("a third source") }
      self.init(observed: value, reason: nil, provenance: [], history: [])
      return
    }
    let start = Instant(startOf: row.first)
    let reach = Int64(row.dayCount * Self.historyMax + EpisodeWindow.staleDays)
    let end = Instant(startOf: row.last + 1)
    guard let store,
      let series = try store.series(id, .latest, from: start - .days(reach), to: end)
    else {
      self.init(missing: "\(id) has no observations in \(row.window)")
      return
    }
    let window = EpisodeWindow(first: row.first, last: row.last)
    switch window.number(of: series, how) {
    case .missing(let reason): self.init(missing: reason)
    case .found(let value):
      let past = try store.series(id, .asOf(start), from: start - .days(reach), to: start)
      self.init(
        observed: value * factor,
        reason: nil,
        provenance: series.provenance,
        history: past.map { Self.history($0, before: window, how) }?.map { $0 * factor } ?? []
      )
    }
  }

  private init(missing reason: String) {
    self.init(observed: nil, reason: "no data: \(reason)", provenance: [], history: [])
  }

  private static func history(
    _ series: Series,
    before window: EpisodeWindow,
    _ how: EpisodeMeasure
  ) -> [Double] {
    (1...historyMax).compactMap { count in
      guard case .found(let value) = window.earlier(count).number(of: series, how) else {
        return nil
      }
      return value
    }
  }
}
