public import Quantities

/// One spot venue's contribution to an index.
public struct IndexConstituent: Hashable, Sendable {
  /// The venue's name, for reports and stable ties.
  public let venue: String
  /// Its price, or nil when the venue shows none (halted, crossed or one-sided book).
  public let price: Price?
  /// When the price was formed.
  public let time: Instant
  /// Its weight, positive.
  public let weight: Int64

  /// Creates a constituent.
  public init(venue: String, price: Price?, time: Instant, weight: Int64) {
    precondition(weight > 0, "a weight is positive: \(weight)")
    self.venue = venue
    self.price = price
    self.time = time
    self.weight = weight
  }
}
