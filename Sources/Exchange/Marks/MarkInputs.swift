public import Quantities

/// What a mark formula may look at; it goes on without what is absent.
public struct MarkInputs: Hashable, Sendable {
  /// The index or oracle price.
  public var index: Price
  /// The venue's best bid, or nil for an empty side.
  public var bestBid: Price?
  /// The venue's best ask, or nil for an empty side.
  public var bestAsk: Price?
  /// The venue's last trade, or nil before the first.
  public var last: Price?
  /// The average of mid less index over the rule's window, in price units.
  public var averageBasis: Int64?
  /// The 30 s average of the book's median, used when an input of ``MarkFormula/medianWithExternal`` is
  /// missing.
  public var shortBookAverage: Price?
  /// The weighted median of other venues' perpetuals.
  public var externalPerpetuals: Price?
  /// The last funding rate, or the basis rate of a future (annualised where the rule says so).
  public var basisRate: Rate
  /// Time left to the next payment, or to expiry.
  public var remaining: Duration
  /// The funding interval, or a year for an annualised rate.
  public var period: Duration

  /// Creates inputs of which only the index is known.
  public init(index: Price) {
    self.index = index
    basisRate = .zero
    remaining = .zero
    period = .hours(8)
  }

  /// The median of best bid, best ask and last trade; of what there is when some are missing.
  public var bookMedian: Price? {
    let present = [bestBid, bestAsk, last].compactMap { $0 }
    guard !present.isEmpty else { return nil }
    return MarkFormula.median(of: present)
  }
}
