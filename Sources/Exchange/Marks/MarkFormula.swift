public import Quantities

/// How a venue forms the mark price that triggers liquidations.
///
/// No rule uses the venue's own last price alone: that would feed a cascade with itself
/// (`exchange-mechanics.md` §9.24). Source: §4.
public enum MarkFormula: Hashable, Sendable {
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
