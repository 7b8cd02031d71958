public import Quantities

extension IndicatorReading {
  /// How old the headline is, if that is older than the frequency of its first source explains.
  ///
  /// The limit is that of ``SeriesUse``: five periods and at least five days. A reading without a headline
  /// is missing, not stale.
  ///
  /// - Parameter instant: The time of the view.
  /// - Returns: The time since the newest period in the value ended, or nil if the value is fresh.
  public func staleness(at instant: Instant) -> Duration? {
    guard value != nil, let observedAt else { return nil }
    let limit = sources.first?.ageMax ?? .days(5)
    return instant - observedAt > limit ? instant - observedAt : nil
  }
}
