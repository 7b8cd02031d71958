public import Quantities

/// The prices an oracle can read.
public struct OraclePrices: Hashable, Sendable {
  /// The venue's own mid price, or nil for a one-sided book.
  public var venueBook: Price?
  /// The index over several venues, or nil when it has no constituent.
  public var externalIndex: Price?
  /// The redemption value, or nil for an asset nobody redeems.
  public var redemptionValue: Price?

  /// Creates prices.
  public init(
    venueBook: Price? = nil,
    externalIndex: Price? = nil,
    redemptionValue: Price? = nil
  ) {
    self.venueBook = venueBook
    self.externalIndex = externalIndex
    self.redemptionValue = redemptionValue
  }

  subscript(source: OracleSource) -> Price? {
    switch source {
    case .venueBook: venueBook
    case .externalIndex: externalIndex
    case .redemptionValue: redemptionValue
    }
  }
}
