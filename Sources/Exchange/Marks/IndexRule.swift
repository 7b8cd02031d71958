public import Quantities

/// How an index is made of spot venues, and what happens when they fail.
///
/// 1. Constituents without a positive price, or older than ``staleAfter``, are dropped.
/// 2. With three or more left, those further than ``outlierBand`` from their weighted median are
///    dropped. With two, neither can be called the outlier, and both stay.
/// 3. The rest is averaged as named. With one left the index is that price. With none the caller gets
///    ``MarginError/noConstituent(considered:)`` and keeps its last index or halts, as its profile
///    says; the rule never invents a price.
///
/// Source: `exchange-mechanics.md` §4, §9.24 [BN-mark, HL-oracle].
public struct IndexRule: Hashable, Sendable {
  /// How the usable prices become one.
  public enum Average: Sendable, Hashable {
    /// The mean weighted by the venues' weights, ties to even (Binance).
    case weightedMean
    /// The weighted median (Hyperliquid).
    case weightedMedian
  }

  /// How the usable prices become one.
  public let average: Average
  /// The age beyond which a price is stale.
  public let staleAfter: Duration
  /// The largest distance from the weighted median as a share of it.
  public let outlierBand: Rate

  /// Creates a rule; age and band are positive.
  public init(average: Average, staleAfter: Duration, outlierBand: Rate) {
    precondition(staleAfter > .zero && outlierBand > .zero, "age and band are positive")
    self.average = average
    self.staleAfter = staleAfter
    self.outlierBand = outlierBand
  }

  /// An index with the names of what went into it and what did not.
  public struct Reading: Hashable, Sendable {
    /// The index.
    public let price: Price
    /// The venues that were averaged, in the order given.
    public let used: [String]
    /// The venues without a usable price.
    public let stale: [String]
    /// The venues whose price was too far away.
    public let outlying: [String]
  }

  /// The index at an instant.
  ///
  /// - Throws: ``MarginError/noConstituent(considered:)`` if no constituent is usable.
  public func reading(
    of constituents: [IndexConstituent],
    at now: Instant
  ) throws(MarginError) -> Reading {
    let fresh = constituents.filter { constituent in
      guard let price = constituent.price, price.units > 0 else { return false }
      return now - constituent.time <= staleAfter
    }
    guard !fresh.isEmpty else { throw .noConstituent(considered: constituents.count) }
    let center = median(fresh)
    let kept = fresh.count > 2 ? fresh.filter { isNear($0, center) } : fresh
    let price: Price
    switch average {
    case .weightedMedian: price = median(kept)
    case .weightedMean:
      var sum: Int128 = 0
      var weight: Int128 = 0
      for constituent in kept {
        sum += Int128(constituent.price?.units ?? 0) * Int128(constituent.weight)
        weight += Int128(constituent.weight)
      }
      price = Price(Int64(sum.divided(by: weight, rounding: .toNearestOrEven)))
    }
    return Reading(
      price: price,
      used: kept.map(\.venue),
      stale: constituents.filter { !fresh.contains($0) }.map(\.venue),
      outlying: fresh.filter { !kept.contains($0) }.map(\.venue)
    )
  }

  private func median(_ constituents: [IndexConstituent]) -> Price {
    Median.weighted(
      constituents.map { $0.price ?? Price(0) },
      weights: constituents.map(\.weight)
    )
  }

  private func isNear(_ constituent: IndexConstituent, _ center: Price) -> Bool {
    let distance = Int128((constituent.price ?? Price(0)).units) - Int128(center.units)
    return Int128.isProduct(
      Int128(distance.magnitude),
      Int128(Rate.partsPerOne),
      atMost: Int128(outlierBand.parts),
      Int128(center.units)
    )
  }
}
