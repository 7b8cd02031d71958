import Quantities

/// The exact arithmetic of one group's trigger levels.
///
/// With X = N − W − A (long) or −(N + W + A) (short) the level is ⌈X · num / (q · den)⌉ ticks, where
/// num/den = 10^(b+d−c) / (tick · (1 ∓ m)) in lowest terms. Rounding up puts a long's liquidation
/// price up and a short's down: the position goes before, not after.
struct TriggerLevelRule {
  /// Levels beyond ±2²⁹ stand for "never" and "at once".
  static let levelLimit: Int32 = 1 << 29
  /// Parts of the funding index in one quote minor unit per base minor unit.
  static let fundingParts: Int128 = 1_000_000_000_000

  let side: PositionSide
  private let deduction: Int64
  private let numerator: Int128
  private let denominator: Int128
  private let ratio: Double
  private let numeratorValue: Double
  private let denominatorValue: Double
  /// Numerator and denominator where both fit 64 bits, else zero.
  private let shortNumerator: Int64
  private let shortDenominator: Int64

  init(side: PositionSide, tier: PositionBookRules.Tier, rules: PositionBookRules) {
    self.side = side
    deduction = tier.deduction.units
    let exponent =
      rules.scale.baseDecimals + rules.scale.priceDecimals - rules.scale.quoteDecimals
    let one = Int128(Rate.partsPerOne)
    let factor = side == .long ? one - Int128(tier.rate.parts) : one + Int128(tier.rate.parts)
    var numerator = one * (exponent > 0 ? powerOfTen(exponent) : 1)
    var denominator = factor * Int128(rules.tickUnits) * (exponent < 0 ? powerOfTen(-exponent) : 1)
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    numerator /= a
    denominator /= a
    self.numerator = numerator
    self.denominator = denominator
    numeratorValue = Double(numerator)
    denominatorValue = Double(denominator)
    ratio = numeratorValue / denominatorValue
    let isShort = Int64(exactly: numerator) != nil && Int64(exactly: denominator) != nil
    shortNumerator = isShort ? Int64(numerator) : 0
    shortDenominator = isShort ? Int64(denominator) : 0
  }

  /// The level of a position with settled funding.
  ///
  /// - Throws: ``CascadeError/overflow(operation:)`` if the products leave 127 bits.
  @inline(__always)
  func level(size: Int64, entryNotional: Int64, margin: Int64) throws(CascadeError) -> Int32 {
    let (covered, overflow) = margin.addingReportingOverflow(deduction)
    let (wide, second) =
      side == .long
      ? entryNotional.subtractingReportingOverflow(covered)
      : (-entryNotional).subtractingReportingOverflow(covered)
    guard !overflow, !second else {
      throw .overflow(operation: "margin \(margin) of a position")
    }
    let estimate = (Double(wide) * ratio / Double(size)).rounded(.up)
    guard abs(estimate) < Double(Self.levelLimit) else {
      return estimate < 0 ? -Self.levelLimit : Self.levelLimit
    }
    let (step, isLong) = size.multipliedReportingOverflow(by: shortDenominator)
    guard !isLong, shortNumerator > 0 else {
      return try longLevel(size: size, wide: wide, estimate: estimate)
    }
    // The estimate is right to a few units in the last place: at most one tick off.
    let target = wide.multipliedFullWidth(by: shortNumerator)
    var level = Int64(estimate)
    while Self.isLess(level.multipliedFullWidth(by: step), target) { level += 1 }
    while !Self.isLess((level - 1).multipliedFullWidth(by: step), target) { level -= 1 }
    return Int32(truncatingIfNeeded: level)
  }

  @inline(__always)
  private static func isLess(
    _ a: (high: Int64, low: UInt64),
    _ b: (high: Int64, low: UInt64)
  ) -> Bool {
    a.high < b.high || (a.high == b.high && a.low < b.low)
  }

  /// The same in 128 bits, for ratios that do not reduce to 64.
  @inline(never)
  private func longLevel(
    size: Int64,
    wide: Int64,
    estimate: Double
  ) throws(CascadeError) -> Int32 {
    guard abs(Double(wide)) * numeratorValue < 0x1p125,
      Double(size) * denominatorValue * (abs(estimate) + 2) < 0x1p126
    else { throw .overflow(operation: "liquidation price of \(size) coins at margin \(wide)") }
    let target = Int128(wide) &* numerator
    let step = Int128(size) &* denominator
    var level = Int64(estimate)
    var product = Int128(level) &* step
    while product < target {
      product = product &+ step
      level += 1
    }
    while product &- step >= target {
      product = product &- step
      level -= 1
    }
    return Int32(level)
  }

  /// The shift of every level of the group at a cumulative funding index, rounded up.
  func shift(fundingIndex: Int64) -> Int32 {
    // Funding takes sign · F from each unit's margin, so X/q of either side grows by sign · F.
    let growth = Int128(fundingIndex) * numerator * Int128(side.sign)
    let shift = growth.divided(by: denominator * Self.fundingParts, rounding: .up)
    let limit = Int128(Self.levelLimit)
    return Int32(min(limit, max(-limit, shift)))
  }
}
