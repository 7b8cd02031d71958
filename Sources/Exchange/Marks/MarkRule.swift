public import Quantities

/// How a venue forms the mark price that triggers liquidations.
///
/// No rule uses the venue's own last price alone: that would feed a cascade with itself
/// (`exchange-mechanics.md` §9.24). Source: §4.
public enum MarkRule: Hashable, Sendable {
  /// `median(I (1 + F t/T), I + MA(mid − I), last)` [BN-mark].
  case medianOfThree
  /// `I (1 + F t/T)`: the basis decays to zero at the payment [BM-fair].
  case fundingBasis
  /// `I (1 + annualised basis × time to expiry)`: a dated future [BM-fair].
  case annualisedBasis
  /// `I (1 + basis rate)` [BY-iso].
  case basisRate
  /// `I + EMA(mid − I)` within a band around the index [DB-inv].
  case bandedAverage(band: Rate)
  /// `median(oracle + EMA₁₅₀(mid − oracle), median(bid, ask, last), external perpetuals)`; with only
  /// two of them a 30 s average of the book joins [HL-oracle].
  case medianWithExternal
  /// The oracle price itself [DY-liq, DR-liq].
  case oracle
}

/// What a mark rule may look at; a rule that needs an absent input names it in its error.
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
  /// The 30 s average of the book's median, used when an input of ``MarkRule/medianWithExternal`` is
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
    return MarkRule.median(of: present)
  }
}
