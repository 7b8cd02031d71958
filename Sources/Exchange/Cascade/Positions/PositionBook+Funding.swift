public import Quantities

extension PositionBook {
  /// Charges funding to every position at once: longs pay a positive rate, shorts receive it.
  ///
  /// Only the cumulative index moves and with it the trigger levels of each side and tier, as a
  /// whole: at a flat maintenance rate funding F per unit shifts every liquidation price of a side by
  /// F/(1 ∓ m). A position settles when it is next touched; payers round up, receivers down, and the
  /// residue stays in ``fundingPool``.
  ///
  /// - Parameters:
  ///   - rate: Of the notional at the price.
  ///   - price: The price that funding is charged on.
  /// - Returns: The step of the index in 10⁻¹² quote minor units per base minor unit.
  /// - Throws: ``CascadeError/overflow(operation:)`` if the index leaves 64 bits.
  /// - Complexity: O(tiers), whatever the number of positions.
  @discardableResult
  public mutating func applyFunding(rate: Rate, at price: Price) throws(CascadeError) -> Int64 {
    let exponent =
      rules.scale.quoteDecimals - rules.scale.baseDecimals - rules.scale.priceDecimals
    let raw = Int128(rate.parts) * Int128(price.units)
    let (scaled, first) =
      exponent >= 0
      ? raw.multipliedReportingOverflow(by: powerOfTen(exponent))
      : (raw.divided(by: powerOfTen(-exponent), rounding: .toNearestOrEven), false)
    guard !first, let step = Int64(exactly: scaled) else {
      throw .overflow(operation: "funding \(rate.parts) × \(price.units)")
    }
    let (index, second) = fundingIndex.addingReportingOverflow(step)
    guard !second else { throw .overflow(operation: "funding index + \(step)") }
    if fundingIndexes.isEmpty {
      fundingIndexes.reserveCapacity(rows.capacity)
      for _ in rows { fundingIndexes.append(fundingIndex) }
    }
    fundingIndex = index
    for group in shifts.indices {
      shifts[group] = levelRules[group].shift(fundingIndex: fundingIndex)
    }
    return step
  }

  /// The funding that a holder of contracts owes for a step of the index, payers rounding up.
  ///
  /// - Parameters:
  ///   - size: Signed base minor units.
  ///   - step: As returned by ``applyFunding(rate:at:)``.
  /// - Returns: Quote minor units; negative is received.
  public static func fundingPayment(size: Int64, step: Int64) -> Int64 {
    let product = Int128(size) * Int128(step)
    return Int64(product.divided(by: TriggerLevelRule.fundingParts, rounding: .up))
  }

  /// The index up to which a row is settled.
  @inline(__always)
  func settledIndex(_ id: PositionID) -> Int64 {
    fundingIndexes.isEmpty ? 0 : fundingIndexes[id.index]
  }

  /// What a row owes since it was last settled; rounding up charges payers and pays receivers less.
  @inline(__always)
  func fundingDue(_ id: PositionID) -> Int64 {
    let settled = settledIndex(id)
    guard settled != fundingIndex else { return 0 }
    let row = rows[id.index]
    let sign: Int64 = row.group & 1 == 0 ? 1 : -1
    return Self.fundingPayment(size: sign * row.size, step: fundingIndex - settled)
  }
}
