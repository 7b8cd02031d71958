public import Quantities

/// A reader that cannot see past an instant: the firewall between a forecast and its resolution.
///
/// Reads as of the cut-off or before go through; a read of a later vintage, or of the latest
/// revisions, is an error that names the series and both times.
public struct CutOffReader<Base: SeriesReader>: SeriesReader {
  /// The last instant that can be seen.
  public let cutOff: Instant
  private let base: Base

  /// Creates a firewall in front of `base`.
  public init(_ base: Base, cutOff: Instant) {
    self.base = base
    self.cutOff = cutOff
  }

  /// The values of a series, if the vintage does not reach past the cut-off.
  public func series(
    _ id: SeriesID,
    _ vintage: Vintage,
    from start: Instant?,
    to end: Instant?
  ) throws(StoreError) -> Series? {
    switch vintage {
    case .asOf(let instant) where instant <= cutOff:
      return try base.series(id, vintage, from: start, to: end)
    case .asOf(let instant):
      throw .beyondCutOff(series: id, asked: "\(instant)", cutOff: "\(cutOff)")
    case .latest:
      throw .beyondCutOff(series: id, asked: "any time", cutOff: "\(cutOff)")
    }
  }

  /// Every series, in order of name.
  public func descriptions() throws(StoreError) -> [SeriesDescription] { try base.descriptions() }

  /// The latest instant at which a value became knowable, at most the cut-off.
  public func newestKnowable() throws(StoreError) -> Instant? {
    try base.newestKnowable().map { min($0, cutOff) }
  }
}
