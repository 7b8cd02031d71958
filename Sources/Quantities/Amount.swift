// Which operation yields which type. What is not in the table does not exist.
//
//   Amount  + Amount   → Amount     same asset, traps on overflow; `adding` reports it instead
//   Amount  − Amount   → Amount     same
//   −Amount            → Amount
//   Amount  × Int64    → Amount     a count of equal amounts
//   Amount  × Price    → Amount     `TradeScale.cash(for:at:rounding:)`, 128-bit product
//   Amount  ÷ Price    → Amount     `TradeScale.quantity(for:at:rounding:)`
//   Amount  × Rate     → Amount     `Rate.applied(to:rounding:)`, 128-bit product
//   Amount  split      → [Amount]   `Amount.split(among:)`, largest remainder, sums exactly
//   Price   ± Price    → Price      same market
//   Price   × Rate     → Price      `Rate.applied(to:rounding:)`
//   Rate    ± Rate     → Rate
//   Instant ± Duration → Instant
//   Instant − Instant  → Duration
//   Day     + Int      → Day
//   Day     − Day      → Int        calendar days

/// An exact quantity of one asset, in that asset's minor units.
///
/// The asset and its scale are known from the place where the amount is stored: a ledger account,
/// a field of a position, a column. An amount never carries a fraction of a minor unit.
///
///     Amount(150) + Amount(-50)   // Amount(100)
public struct Amount: Hashable, Comparable, Sendable {
  /// The number of minor units; negative for a debt or a short quantity.
  public var units: Int64

  /// Creates an amount of `units` minor units.
  @inlinable
  public init(_ units: Int64) {
    self.units = units
  }

  /// No units at all.
  public static let zero = Amount(0)

  /// Orders amounts of one asset by size.
  @inlinable
  public static func < (lhs: Amount, rhs: Amount) -> Bool { lhs.units < rhs.units }

  /// The sum of two amounts of one asset; traps if it leaves 64 bits.
  @inlinable
  public static func + (lhs: Amount, rhs: Amount) -> Amount { Amount(lhs.units + rhs.units) }

  /// The difference of two amounts of one asset; traps if it leaves 64 bits.
  @inlinable
  public static func - (lhs: Amount, rhs: Amount) -> Amount { Amount(lhs.units - rhs.units) }

  /// The amount with the opposite sign; traps for the smallest 64-bit integer.
  @inlinable
  public static prefix func - (value: Amount) -> Amount { Amount(-value.units) }

  /// `count` times the amount; traps if it leaves 64 bits.
  @inlinable
  public static func * (lhs: Amount, count: Int64) -> Amount { Amount(lhs.units * count) }

  /// Adds an amount of the same asset; traps if the sum leaves 64 bits.
  @inlinable
  public static func += (lhs: inout Amount, rhs: Amount) { lhs.units += rhs.units }

  /// Subtracts an amount of the same asset; traps if the difference leaves 64 bits.
  @inlinable
  public static func -= (lhs: inout Amount, rhs: Amount) { lhs.units -= rhs.units }

  /// The size without its sign; traps for the smallest 64-bit integer.
  @inlinable
  public var magnitude: Amount { Amount(abs(units)) }

  /// The sum of two amounts of one asset.
  ///
  /// - Throws: ``QuantityError/overflow(operation:)`` if the sum leaves 64 bits.
  public func adding(_ other: Amount) throws(QuantityError) -> Amount {
    let (sum, overflow) = units.addingReportingOverflow(other.units)
    guard !overflow else { throw .overflow(operation: "\(units) + \(other.units)") }
    return Amount(sum)
  }
}

extension Amount {
  /// Splits the amount among claimants in proportion to their weights, without losing a unit.
  ///
  /// Each claimant gets the quotient rounded towards zero; the units left over go one by one to the
  /// largest remainders, ties to the lower index (Hamilton's largest-remainder method).
  ///
  ///     Amount(10).split(among: [1, 1, 1])   // [4, 3, 3]
  ///
  /// - Parameter weights: Not negative, in the order of the claimants' ids; their sum is positive.
  /// - Returns: One amount per weight; they sum to `self` exactly.
  /// - Throws: ``QuantityError/noWeight`` if the weights sum to zero.
  /// - Complexity: O(n log n) in the number of weights.
  public func split(among weights: [Int64]) throws(QuantityError) -> [Amount] {
    var total: Int128 = 0
    for weight in weights {
      precondition(weight >= 0, "a weight must not be negative: \(weight)")
      total += Int128(weight)
    }
    guard total > 0 else { throw .noWeight }
    let whole = Int128(units.magnitude)
    var shares = [Int64](repeating: 0, count: weights.count)
    var remainders: [(remainder: Int128, index: Int)] = []
    remainders.reserveCapacity(weights.count)
    var left = whole
    for (index, weight) in weights.enumerated() {
      let (share, remainder) = (whole * Int128(weight)).quotientAndRemainder(dividingBy: total)
      shares[index] = Int64(share)
      left -= share
      remainders.append((remainder, index))
    }
    if left > 0 {
      remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
      for position in 0..<Int(left) { shares[remainders[position].index] += 1 }
    }
    return units < 0 ? shares.map { Amount(-$0) } : shares.map { Amount($0) }
  }
}
