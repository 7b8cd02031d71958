public import Quantities

/// How a loss that no margin and no fund covers is shared.
///
/// Nobody to share with is an error to report, not a division by zero (`exchange-mechanics.md` §9.22).
public enum SocialisedLoss {
  /// The amount per base unit added to the cumulative funding of both sides, rounded up to a step
  /// so
  /// that the loss is fully covered.
  ///
  ///     δ = loss / (long base + |short base|)
  ///
  /// Source: [DR-liq].
  ///
  /// - Parameters:
  ///   - loss: Settlement units, not negative.
  ///   - longSize: Size units, not negative.
  ///   - shortSize: Size units, not negative.
  ///   - unitsPerBase: Size units in one base unit.
  ///   - step: The step of the index in settlement units, positive.
  /// - Returns: Settlement units per base unit, a multiple of `step`.
  /// - Throws: ``MarginError/nobodyToBear(loss:)`` without open interest.
  public static func perBase(
    loss: Amount,
    longSize: Amount,
    shortSize: Amount,
    unitsPerBase: Int64,
    step: Int64
  ) throws(MarginError) -> Amount {
    let open = Int128(longSize.units) + Int128(shortSize.units)
    guard open > 0 else { throw .nobodyToBear(loss: loss) }
    let steps = Int128(loss.units).scaled(
      by: Int128(unitsPerBase),
      over: open * Int128(step),
      rounding: .up
    )
    guard let steps, let units = Int64(exactly: steps * Int128(step)) else {
      throw .overflow(operation: "\(loss.units) ÷ \(open)")
    }
    return Amount(units)
  }

  /// The index change by which depositors of a lending market bear bad debt: loss over deposits,
  /// rounded up [DR-liq].
  public static func perDeposit(
    loss: Amount,
    deposits: Amount
  ) throws(MarginError) -> Rate {
    guard deposits.units > 0 else { throw .nobodyToBear(loss: loss) }
    let parts = (Int128(loss.units) * Int128(Rate.partsPerOne))
      .divided(by: Int128(deposits.units), rounding: .up)
    guard let units = Int64(exactly: parts) else {
      throw .overflow(operation: "\(loss.units) ÷ \(deposits.units)")
    }
    return Rate(partsPerTrillion: units)
  }

  /// What a winner is paid when the losers' margin and the fund are all there is, and what is cut.
  public static func payout(
    profit: Amount,
    loserMargin: Amount,
    fund: Amount
  ) -> (received: Amount, haircut: Amount) {
    let received = min(profit, loserMargin + fund)
    return (received, profit - received)
  }

  /// The clawback rate on the session's net profits: `(loss − fund) / Σ profits` [OK-claw].
  ///
  /// - Returns: From zero to one; rounded up to a part per trillion.
  /// - Throws: ``MarginError/nobodyToBear(loss:)`` if a loss is left and there is no profit.
  public static func clawbackRate(
    loss: Amount,
    fund: Amount,
    profits: [Amount]
  ) throws(MarginError) -> Rate {
    let uncovered = max(0, Int128(loss.units) - Int128(fund.units))
    guard uncovered > 0 else { return .zero }
    let total = profits.reduce(Int128(0)) { $0 + max(0, Int128($1.units)) }
    guard total > 0 else { throw .nobodyToBear(loss: loss) }
    let parts = uncovered.scaled(by: Int128(Rate.partsPerOne), over: total, rounding: .up)
    return min(.one, Rate(partsPerTrillion: Int64(clamping: parts ?? .max)))
  }

  /// Splits an uncovered loss among the profitable in proportion to their profits, exactly.
  ///
  /// - Parameters:
  ///   - loss: Settlement units, not negative.
  ///   - profits: In the order of account ids; losses bear nothing.
  /// - Returns: What each pays, summing to `loss`.
  /// - Throws: ``MarginError/nobodyToBear(loss:)`` if nobody has a profit.
  public static func shares(
    of loss: Amount,
    profits: [Amount]
  ) throws(MarginError) -> [Amount] {
    do throws(QuantityError) {
      return try loss.split(among: profits.map { max(0, $0.units) })
    } catch {
      throw .nobodyToBear(loss: loss)
    }
  }
}
