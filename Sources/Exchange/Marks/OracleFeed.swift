public import Quantities

/// An oracle: which price it reads, and the faults of the scenario.
///
/// While the source shows no price the last one stands. Delay, deviation threshold and heartbeat of
/// on-chain publication come after it.
public struct OracleFeed: Hashable, Sendable {
  /// The price that is read.
  public let source: OracleSource
  /// What is broken.
  public let faults: [OracleFault]
  /// The price in force, faults included, or nil before the first.
  public private(set) var price: Price?

  /// Creates an oracle without a price.
  public init(source: OracleSource, faults: [OracleFault] = []) {
    self.source = source
    self.faults = faults
  }

  /// Reads the source at an instant.
  ///
  /// A stale oracle repeats its last price; a book fault changes what is read; offsets multiply it.
  ///
  /// - Returns: The price in force, or nil before the first.
  /// - Throws: ``MarginError/overflow(operation:)`` if an offset leaves 64 bits.
  public mutating func update(
    _ prices: OraclePrices,
    at now: Instant
  ) throws(MarginError) -> Price? {
    var read = source
    var factors: [Fraction] = []
    for fault in faults {
      switch fault {
      case .stale(let since): if now >= since, price != nil { return price }
      case .venueBook(let since): if now >= since { read = .venueBook }
      case .offset(let factor): factors.append(factor)
      }
    }
    guard let raw = prices[read] else { return price }
    var shown = Amount(raw.units)
    for factor in factors { shown = try factor.applied(to: shown, rounding: .toNearestOrEven) }
    price = Price(shown.units)
    return price
  }
}
