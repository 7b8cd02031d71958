/// What a position contributes to a margin test: size, entry value and its tier.
///
/// All values are in settlement units (dollars as doubles, minor units as integers); rates count
/// parts of the `rateUnit` of the equation they enter (1 for doubles).
public struct MarginTerms<Number: MarginArithmetic>: Sendable {
  /// Long or short.
  public var side: PositionSide
  /// The size, not negative: base units when linear, quote units when inverse.
  public var size: Number
  /// The value at entry, not negative: `q e` linear, `Q / e` inverse.
  public var entryValue: Number
  /// The maintenance rate `m` of the tier.
  public var maintenanceRate: Number
  /// The deduction `A` of the tier times the rate unit.
  public var deduction: Number

  /// Creates the terms of a position.
  public init(
    side: PositionSide,
    size: Number,
    entryValue: Number,
    maintenanceRate: Number,
    deduction: Number = 0
  ) {
    self.side = side
    self.size = size
    self.entryValue = entryValue
    self.maintenanceRate = maintenanceRate
    self.deduction = deduction
  }

  /// The maintenance requirement at a value: `m V − A`.
  public func maintenance(
    atValue value: Number,
    rateUnit: Number
  ) throws(MarginError) -> Number {
    try Number.requirement(maintenanceRate * value - deduction, times: 1, over: rateUnit)
  }

  /// Unrealised profit less maintenance at a mark value: what this position adds to the margin
  /// balance of the others in a cross account [BN-liq].
  public func surplus(
    atValue value: Number,
    payoff: Payoff,
    rateUnit: Number
  ) throws(MarginError) -> Number {
    payoff.profit(side, entryValue: entryValue, exitValue: value)
      - (try maintenance(atValue: value, rateUnit: rateUnit))
  }
}
