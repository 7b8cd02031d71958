public import Quantities

/// Anything that series can be read from: a store on disk, or values in memory.
///
/// A read names the vintage it wants; there is no default, so that nothing later than a date can
/// slip into what is said about it.
public protocol SeriesReader: Sendable {
  /// The values of a series, or nil if the series is unknown.
  ///
  /// A known series of which nothing was knowable is empty.
  ///
  /// - Parameters:
  ///   - id: The series.
  ///   - vintage: The revisions wanted.
  ///   - start: Values from this time on; nil for all.
  ///   - end: Values before this time; nil for all.
  /// - Returns: The values, or nil.
  /// - Throws: ``StoreError``.
  func series(
    _ id: SeriesID,
    _ vintage: Vintage,
    from start: Instant?,
    to end: Instant?
  ) throws(StoreError) -> Series?

  /// Every series, in order of name.
  func descriptions() throws(StoreError) -> [SeriesDescription]

  /// The latest instant at which any value became knowable; nil if there is none.
  func newestKnowable() throws(StoreError) -> Instant?
}

extension SeriesReader {
  /// The values of a series over all its time, or nil if the series is unknown.
  public func series(_ id: SeriesID, _ vintage: Vintage) throws(StoreError) -> Series? {
    try series(id, vintage, from: nil, to: nil)
  }
}
