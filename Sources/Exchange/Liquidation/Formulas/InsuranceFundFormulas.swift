public import Quantities

/// What the insurance fund gains or loses by a forced fill.
public enum InsuranceFundFormulas {
  /// The change of the fund: fill against bankruptcy value, the gain capped.
  ///
  ///     δ = s (fill − bankruptcy) × closed,  capped above by fee cap × |quote filled|
  ///
  /// What the cap leaves stays with the account. Source: `exchange-mechanics.md` §5 [DY-liq].
  ///
  /// - Parameters:
  ///   - side: Of the position that is closed: a long is sold, a short bought back.
  ///   - fillValue: What the closed size traded for, not negative.
  ///   - bankruptcyValue: What it is worth at the bankruptcy price, not negative.
  ///   - feeCap: The largest gain as a share of the fill; nil for no cap.
  ///   - payoff: Of the contract.
  /// - Returns: Positive to the fund, rounded down.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public static func change(
    side: PositionSide,
    fillValue: Amount,
    bankruptcyValue: Amount,
    feeCap: Rate?,
    payoff: Payoff = .linear
  ) throws(MarginError) -> Amount {
    let gain = payoff.profit(
      side,
      entryValue: bankruptcyValue.units,
      exitValue: fillValue.units
    )
    guard let feeCap, gain > 0 else { return Amount(gain) }
    do throws(QuantityError) {
      return min(Amount(gain), try feeCap.applied(to: fillValue, rounding: .down))
    } catch {
      throw MarginError(error)
    }
  }

  /// The fee rate the fund takes from a liquidation: what the margin leaves after the liquidator
  /// and
  /// the shortage, less 5 % for safety, at most the maximum.
  ///
  ///     fee = min(maximum, 0.95 (margin ratio − liquidator fee − shortage / (size × price)))
  ///
  /// Source: [DR-liq].
  ///
  /// - Parameters:
  ///   - shortage: Settlement units, not negative.
  ///   - notional: Size times price, settlement units.
  ///   - marginRatio: The target ratio of the position.
  ///   - liquidatorFee: What the liquidator earns.
  ///   - maximum: What the fund's fee never exceeds.
  /// - Returns: Not negative; rounded down to a part per trillion.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public static func feeRate(
    shortage: Amount,
    notional: Amount,
    marginRatio: Rate,
    liquidatorFee: Rate,
    maximum: Rate
  ) throws(MarginError) -> Rate {
    guard notional.units > 0, marginRatio > liquidatorFee else { return .zero }
    let used = (Int128(shortage.units) * Int128(Rate.partsPerOne))
      .divided(by: Int128(notional.units), rounding: .up)
    let left = Int128(marginRatio.parts) - Int128(liquidatorFee.parts) - used
    guard left > 0 else { return .zero }
    let implied = (left * 19).divided(by: 20, rounding: .down)
    return min(maximum, Rate(partsPerTrillion: Int64(implied)))
  }
}
