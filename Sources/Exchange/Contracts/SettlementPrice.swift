public import Quantities

/// The settlement price of a dated future: the index averaged over the time before expiry.
///
/// Thirty minutes for BitMEX futures, an hour for OKEx, a reference rate for CME [BM-fut, OK-bill,
/// CME-spec]. Samples are weighted equally; the venue's sampling interval is the caller's.
public struct SettlementPrice: Hashable, Sendable {
  /// The start of the averaging window.
  public let start: Instant
  /// The instant of expiry, the window's last.
  public let expiry: Instant
  private var sum: Int128 = 0
  private var count: Int128 = 0

  /// Creates the average of a dated contract, or nil for one that does not expire.
  public init?(of contract: Contract) {
    guard case .dated(let expiry, let averaging) = contract.term else { return nil }
    self.expiry = expiry
    start = expiry - averaging
  }

  /// Takes an index sample; samples outside the window do not count.
  public mutating func add(_ index: Price, at time: Instant) {
    guard time >= start, time <= expiry else { return }
    sum += Int128(index.units)
    count += 1
  }

  /// The average so far, rounded to the nearest price unit, ties to even; nil without samples.
  public var price: Price? {
    count == 0 ? nil : Price(Int64(sum.divided(by: count, rounding: .toNearestOrEven)))
  }
}
