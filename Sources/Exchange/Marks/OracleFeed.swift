public import Quantities

/// Which price of an asset margin and collateral are valued at (`model.md` §2.5).
public enum OracleSource: Sendable, Hashable, CaseIterable {
  /// The venue's own order book: reproduces 2025-10-10, when one venue valued a dollar token at 0.65.
  case venueBook
  /// An index over several venues.
  case externalIndex
  /// What the issuer redeems the token for.
  case redemptionValue
}

/// A way in which an oracle fails; a knob of scenarios.
public enum OracleFault: Hashable, Sendable {
  /// From this instant on the oracle repeats the last price it gave before.
  case stale(since: Instant)
  /// Every price is multiplied by a factor.
  case offset(factor: Fraction)
  /// From this instant on the venue's own book is read, whatever the source says.
  case venueBook(since: Instant)
}

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

/// An oracle: a source, a publication rule and the faults of the scenario.
///
/// It publishes when the price has moved by the deviation threshold or the heartbeat has passed, as
/// on-chain oracles do (`exchange-mechanics.md` §6); zero thresholds publish every reading. While the
/// source shows no price the last one stands.
public struct OracleFeed: Hashable, Sendable {
  /// The price that is read.
  public let source: OracleSource
  /// The relative move that is published at once.
  public let deviationThreshold: Rate
  /// The age after which any reading is published.
  public let heartbeat: Duration
  /// What is broken.
  public let faults: [OracleFault]
  /// The last published price, faults included, or nil before the first.
  public private(set) var published: Price?
  private var publishedRaw: Price?
  private var publishedAt: Instant?

  /// Creates an oracle.
  public init(
    source: OracleSource,
    deviationThreshold: Rate = .zero,
    heartbeat: Duration = .zero,
    faults: [OracleFault] = []
  ) {
    self.source = source
    self.deviationThreshold = deviationThreshold
    self.heartbeat = heartbeat
    self.faults = faults
  }

  /// Reads the sources at an instant and publishes when due.
  ///
  /// - Returns: The price in force, or nil before the first publication.
  /// - Throws: ``MarginError/overflow(operation:)`` if an offset leaves 64 bits.
  public mutating func update(
    _ prices: OraclePrices,
    at now: Instant
  ) throws(MarginError) -> Price? {
    var read = source
    var factors: [Fraction] = []
    for fault in faults {
      switch fault {
      case .stale(let since): if now >= since, published != nil { return published }
      case .venueBook(let since): if now >= since { read = .venueBook }
      case .offset(let factor): factors.append(factor)
      }
    }
    guard let raw = prices[read], isDue(raw, now) else { return published }
    var price = Amount(raw.units)
    for factor in factors { price = try factor.applied(to: price, rounding: .toNearestOrEven) }
    published = Price(price.units)
    publishedRaw = raw
    publishedAt = now
    return published
  }

  private func isDue(_ raw: Price, _ now: Instant) -> Bool {
    guard let publishedRaw, let publishedAt else { return true }
    if now - publishedAt >= heartbeat { return true }
    let moved = Int128(raw.units) - Int128(publishedRaw.units)
    return Int128.isProduct(
      Int128(deviationThreshold.parts),
      Int128(publishedRaw.units.magnitude),
      atMost: Int128(moved.magnitude),
      Int128(Rate.partsPerOne)
    )
  }
}
