public import Quantities

/// Risk limits in steps: base rates plus a step per increment of position value, charged on the WHOLE
/// position.
///
///     steps = ceil(max(0, V − base limit) / step limit)
///     m = m_base + steps × Δ,  IM rate = i_base + steps × Δ
///
/// The margin jumps at each limit, unlike a ``TierTable``. Source: `exchange-mechanics.md` §2
/// [BM-liq, BY-risk].
public struct RiskLimitSchedule: Hashable, Sendable {
  /// The value up to which the base rates hold, in settlement units.
  public let baseLimit: Amount
  /// The width of one step.
  public let stepLimit: Amount
  /// The maintenance rate up to the base limit.
  public let baseMaintenanceRate: Fraction
  /// The initial rate up to the base limit.
  public let baseInitialRate: Fraction
  /// What each step adds to both rates.
  public let stepRate: Fraction

  /// Creates a schedule; limits positive, initial rate at least the maintenance rate.
  public init(
    baseLimit: Amount,
    stepLimit: Amount,
    baseMaintenanceRate: Fraction,
    baseInitialRate: Fraction,
    stepRate: Fraction
  ) {
    precondition(baseLimit.units > 0 && stepLimit.units > 0, "risk limits are positive")
    precondition(baseMaintenanceRate > .zero && baseInitialRate >= baseMaintenanceRate)
    precondition(stepRate >= .zero, "a step does not lower the rates: \(stepRate)")
    self.baseLimit = baseLimit
    self.stepLimit = stepLimit
    self.baseMaintenanceRate = baseMaintenanceRate
    self.baseInitialRate = baseInitialRate
    self.stepRate = stepRate
  }

  /// The number of steps above the base limit; a value exactly at a limit stays below it.
  public func steps(of value: Amount) -> Int64 {
    let excess = max(0, Int128(value.units) - Int128(baseLimit.units))
    return Int64(excess.divided(by: Int128(stepLimit.units), rounding: .up))
  }

  /// The rates of a position value.
  public func rates(
    of value: Amount
  ) throws(MarginError) -> (maintenance: Fraction, initial: Fraction) {
    let added = try stepRate.multiplied(by: Fraction(steps(of: value)))
    return (
      try baseMaintenanceRate.adding(added), try baseInitialRate.adding(added)
    )
  }
}
