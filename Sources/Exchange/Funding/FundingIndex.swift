public import Quantities

/// The cumulative funding of a perpetual, by which positions settle when they are next touched.
///
/// The index counts parts per million of a settlement unit per size unit. A position remembers the
/// index at which it last settled and owes the difference times its size:
///
///     net settlement (ppm) = −(index now − index of the position) × size
///
/// Payers are rounded up and receivers down; what that leaves belongs to a named rounding account, so
/// that no unit is lost. Source: `exchange-mechanics.md` §4 [DY-lib].
public struct FundingIndex: Hashable, Sendable {
  /// Parts per million of a settlement unit per size unit, since the start.
  public private(set) var cumulative: Int128

  /// Creates an index.
  public init(cumulative: Int128 = 0) {
    self.cumulative = cumulative
  }

  /// Adds one payment: what a long of one size unit pays.
  ///
  /// - Parameters:
  ///   - rate: Of the payment; longs pay when positive.
  ///   - price: The payment price.
  ///   - contract: Linear; gives the scales.
  /// - Throws: ``MarginError/overflow(operation:)``.
  public mutating func accrue(
    rate: Rate,
    price: Price,
    contract: Contract
  ) throws(MarginError) {
    precondition(contract.payoff.isStraight, "an inverse position's value is not its size")
    let factors = contract.priceFactors
    let change = (Int128(rate.parts) * Int128(price.units)).scaled(
      by: factors.below * 1_000_000,
      over: factors.above * Int128(Rate.partsPerOne),
      rounding: .toNearestOrEven
    )
    guard let change else { throw .overflow(operation: "funding \(rate.parts) × \(price.units)") }
    let (sum, overflow) = cumulative.addingReportingOverflow(change)
    guard !overflow else { throw .overflow(operation: "funding index") }
    cumulative = sum
  }

  /// What a position receives (negative: pays), in parts per million of a settlement unit.
  ///
  /// - Throws: ``MarginError/overflow(operation:)`` beyond 128 bits.
  public func settlementPartsPerMillion(
    since index: FundingIndex,
    size: Amount
  ) throws(MarginError) -> Int128 {
    let (difference, overflow) = cumulative.subtractingReportingOverflow(index.cumulative)
    let (product, tooLarge) = difference.multipliedReportingOverflow(by: Int128(size.units))
    guard !overflow, !tooLarge else { throw .overflow(operation: "funding of \(size.units)") }
    return -product
  }

  /// What a position receives in whole settlement units, and the parts per million that go to the
  /// rounding account.
  ///
  /// - Returns: The payment rounded down, and a residue from 0 to 999 999 parts.
  public func settlement(
    since index: FundingIndex,
    size: Amount
  ) throws(MarginError) -> (payment: Amount, residuePartsPerMillion: Int64) {
    let exact = try settlementPartsPerMillion(since: index, size: size)
    let whole = exact.divided(by: 1_000_000, rounding: .down)
    guard let units = Int64(exactly: whole) else {
      throw .overflow(operation: "funding of \(size.units)")
    }
    return (Amount(units), Int64(exact - whole * 1_000_000))
  }
}
