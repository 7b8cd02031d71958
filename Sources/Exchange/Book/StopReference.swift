/// The price series that a stop order watches; the caller supplies its values.
public enum StopReference: UInt8, Sendable, Hashable, CaseIterable {
  /// The venue's mark price.
  case mark
  /// The price of the venue's latest trade.
  case last
  /// The index of spot prices.
  case index
}
