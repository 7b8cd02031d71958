public import Quantities

/// A position with the tier table that margins it, as ``LiquidationPricing`` takes it.
public struct MarginedPosition: Hashable, Sendable {
  /// Long or short.
  public var side: PositionSide
  /// The size, positive, in the contract's size units.
  public var size: Amount
  /// The value at entry, in settlement units.
  public var entryValue: Amount
  /// The tiers; a schedule whose rate depends on size alone gives a table of one tier
  /// (``MarginSchedule/tiers(forSize:value:)``).
  public var tiers: TierTable

  /// Creates a margined position.
  public init(side: PositionSide, size: Amount, entryValue: Amount, tiers: TierTable) {
    precondition(size.units > 0 && entryValue.units >= 0, "a margined position has a size")
    self.side = side
    self.size = size
    self.entryValue = entryValue
    self.tiers = tiers
  }

  /// Creates one from a position that is not flat.
  public init?(_ position: Position, tiers: TierTable) {
    guard let side = position.side else { return nil }
    self.init(
      side: side,
      size: position.size.magnitude,
      entryValue: position.entryValue,
      tiers: tiers
    )
  }

  /// The terms under one tier, with rates in parts of `rateUnit`.
  ///
  /// - Parameters:
  ///   - index: Of the table's tiers.
  ///   - rateUnit: A multiple of the table's own.
  /// - Returns: Terms in settlement and size units.
  func terms(tier index: Int, rateUnit: Int64) -> MarginTerms<Int128> {
    let tier = tiers.tiers[index]
    let factor = Int128(rateUnit / tiers.rateUnit)
    return MarginTerms(
      side: side,
      size: Int128(size.units),
      entryValue: Int128(entryValue.units),
      maintenanceRate: tier.rateNumerator * factor,
      deduction: tier.deductionNumerator * factor
    )
  }

  /// Whether a tier holds the position's value at an exact price; the last tier has no end here.
  func holds(
    tier index: Int,
    at price: MarginEquation<Int128>.Quotient,
    payoff: Payoff
  ) -> Bool {
    let tier = tiers.tiers[index]
    let above = payoff.isStraight ? price.above : price.below
    let below = payoff.isStraight ? price.below : price.above
    let size = Int128(size.units)
    let isAboveFloor =
      index == 0
      || !Int128.isProduct(size, above, atMost: Int128(tier.floor.units), below)
    let isWithinCap =
      index == tiers.tiers.count - 1
      || Int128.isProduct(size, above, atMost: Int128(tier.cap.units), below)
    return isAboveFloor && isWithinCap
  }
}
