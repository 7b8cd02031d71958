public import Quantities

/// A tiered margin schedule, exact to the last unit.
///
///     MM(N) = m_t N − A_t                          for floor_t < N ≤ cap_t
///     A_0 = 0,  A_t = A_{t−1} + floor_t (m_t − m_{t−1})
///
/// The recurrence makes the margin continuous and convex in the notional: a larger position pays the
/// higher rate only on the part above the tier's floor. Rates are fractions over one common
/// denominator, so that deductions such as 1 333 333.33… are exact and only the margin itself is
/// rounded, once and up. Linear contracts count notionals in quote, inverse ones in coin.
///
/// Source: `exchange-mechanics.md` §2 [BN-tier, HL-tier, BY-param].
public struct TierTable: Hashable, Sendable {
  /// The tiers in order of their floors, without gaps.
  public let tiers: [MarginTier]
  /// The common denominator of all maintenance rates.
  public let rateUnit: Int64

  /// Creates a table from published rows; floors and deductions follow from them.
  ///
  /// - Parameter rows: At least one; caps rising, rates rising or equal and below one, leverages
  ///   falling or equal; only the last may lack a cap.
  /// - Throws: ``MarginError/malformedTier(row:field:value:expected:)`` at the first row that breaks
  ///   this; ``MarginError/overflow(operation:)`` if the rates have no common denominator in 64 bits.
  public init(rows: [TierRow]) throws(MarginError) {
    guard !rows.isEmpty else {
      throw .malformedTier(row: 0, field: "rows", value: "none", expected: "at least one")
    }
    try TierTable.check(rows)
    let unit = try TierTable.commonDenominator(of: rows.map(\.maintenanceRate))
    var tiers: [MarginTier] = []
    var deduction: Int128 = 0
    for row in rows {
      let floor = tiers.last?.cap ?? .zero
      let rate =
        Int128(row.maintenanceRate.numerator)
        * Int128(unit / row.maintenanceRate.denominator)
      if let last = tiers.last {
        let (step, overflow) = Int128(floor.units)
          .multipliedReportingOverflow(by: rate - last.rateNumerator)
        guard !overflow else { throw .overflow(operation: "deduction of tier \(tiers.count + 1)") }
        deduction += step
      }
      tiers.append(
        MarginTier(
          floor: floor,
          cap: row.cap ?? Amount(.max),
          maintenanceRate: row.maintenanceRate,
          maxLeverage: row.maxLeverage,
          deductionNumerator: deduction,
          rateNumerator: rate
        )
      )
    }
    self.tiers = tiers
    rateUnit = unit
  }

  /// A table of one tier without a cap.
  public init(flatRate: Fraction, maxLeverage: Fraction) throws(MarginError) {
    let row = TierRow(cap: nil, maintenanceRate: flatRate, maxLeverage: maxLeverage)
    try self.init(rows: [row])
  }

  /// The largest notional the table covers.
  public var lastCap: Amount { tiers[tiers.count - 1].cap }

  /// The index of the tier that holds a notional.
  ///
  /// - Parameter notional: Not negative; a value exactly at a cap belongs to the lower tier.
  /// - Returns: Of ``tiers``.
  /// - Throws: ``MarginError/notionalAboveLastCap(notional:cap:)``.
  /// - Complexity: O(log tiers).
  public func tierIndex(of notional: Amount) throws(MarginError) -> Int {
    precondition(notional.units >= 0, "a notional is not negative: \(notional.units)")
    guard notional <= lastCap else {
      throw .notionalAboveLastCap(notional: notional, cap: lastCap)
    }
    var low = 0
    var high = tiers.count - 1
    while low < high {
      let middle = (low + high) / 2
      if notional <= tiers[middle].cap { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The maintenance margin of a position, rounded up.
  ///
  ///     tiers.maintenanceMargin(of: usd(1_000_000))   // 5 550 dollars
  ///
  /// - Parameter notional: Settlement units, not negative.
  /// - Returns: Settlement units.
  /// - Throws: ``MarginError/notionalAboveLastCap(notional:cap:)`` above the last cap.
  /// - Complexity: O(log tiers).
  public func maintenanceMargin(of notional: Amount) throws(MarginError) -> Amount {
    let tier = tiers[try tierIndex(of: notional)]
    let (product, overflow) = tier.rateNumerator
      .multipliedReportingOverflow(by: Int128(notional.units))
    guard !overflow,
      let units = Int64(
        exactly: (product - tier.deductionNumerator)
          .divided(by: Int128(rateUnit), rounding: .up)
      )
    else { throw .overflow(operation: "maintenance margin of \(notional.units)") }
    return Amount(units)
  }

  /// The deduction `A` of a tier, rounded as named.
  ///
  /// - Parameters:
  ///   - index: Of ``tiers``.
  ///   - rounding: The way the last unit is resolved.
  /// - Returns: Settlement units.
  /// - Throws: ``MarginError/overflow(operation:)`` if it leaves 64 bits.
  public func deduction(ofTier index: Int, rounding: Rounding) throws(MarginError) -> Amount {
    let quotient = tiers[index].deductionNumerator
      .divided(by: Int128(rateUnit), rounding: rounding)
    guard let units = Int64(exactly: quotient) else {
      throw .overflow(operation: "deduction of tier \(index + 1)")
    }
    return Amount(units)
  }

  /// The largest leverage a position of this notional may have.
  ///
  /// - Throws: ``MarginError/notionalAboveLastCap(notional:cap:)`` above the last cap.
  public func maxLeverage(of notional: Amount) throws(MarginError) -> Fraction {
    tiers[try tierIndex(of: notional)].maxLeverage
  }

  /// The initial margin `N / L`, rounded up.
  ///
  /// - Parameters:
  ///   - notional: Settlement units, not negative.
  ///   - leverage: Positive, at most the tier's.
  /// - Returns: Settlement units.
  /// - Throws: ``MarginError/leverageAboveTier(leverage:maximum:)`` beyond the tier's leverage.
  public func initialMargin(
    of notional: Amount,
    leverage: Fraction
  ) throws(MarginError) -> Amount {
    let maximum = try maxLeverage(of: notional)
    guard leverage <= maximum else {
      throw .leverageAboveTier(leverage: leverage, maximum: maximum)
    }
    return try leverage.reciprocal.applied(to: notional, rounding: .up)
  }
}

extension TierTable {
  private static func check(_ rows: [TierRow]) throws(MarginError) {
    for (index, row) in rows.enumerated() {
      let number = index + 1
      let previous = index > 0 ? rows[index - 1] : nil
      let floor = previous?.cap ?? .zero
      if let cap = row.cap, cap <= floor {
        throw .malformedTier(
          row: number,
          field: "cap",
          value: "\(cap.units)",
          expected: "more than the floor \(floor.units)"
        )
      }
      if row.cap == nil, number < rows.count {
        throw .malformedTier(row: number, field: "cap", value: "none", expected: "a cap")
      }
      let lowest = previous?.maintenanceRate ?? .zero
      guard row.maintenanceRate >= lowest, row.maintenanceRate > .zero,
        row.maintenanceRate < .one
      else {
        throw .malformedTier(
          row: number,
          field: "maintenance rate",
          value: "\(row.maintenanceRate)",
          expected: "a rate above zero, not below the previous tier's, below one"
        )
      }
      guard row.maxLeverage > .zero, row.maxLeverage <= previous?.maxLeverage ?? row.maxLeverage
      else {
        throw .malformedTier(
          row: number,
          field: "maximum leverage",
          value: "\(row.maxLeverage)",
          expected: "a positive leverage, not above the previous tier's"
        )
      }
    }
  }

  private static func commonDenominator(of rates: [Fraction]) throws(MarginError) -> Int64 {
    var common: Int64 = 1
    for rate in rates {
      let divisor = Int64(commonDivisor(common.magnitude, rate.denominator.magnitude))
      let (next, overflow) = common.multipliedReportingOverflow(by: rate.denominator / divisor)
      guard !overflow else { throw .overflow(operation: "common denominator of tier rates") }
      common = next
    }
    return common
  }
}
