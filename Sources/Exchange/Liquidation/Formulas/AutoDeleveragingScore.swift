/// The rank of a position among those that may be auto-deleveraged; the highest score goes first.
///
/// Longs and shorts are ranked apart. Scores order counterparties and move no money, so they are
/// doubles; equal scores are ordered by account id (`exchange-mechanics.md` §9.20).
public struct AutoDeleveragingScore: Hashable, Sendable {
  /// The unrealised return on the entry value, `PNL%`.
  public let profitFraction: Double
  /// `|mark value| / (mark value − bankrupt value)`.
  public let effectiveLeverage: Double
  /// `PNL% × leverage` for a profit, `PNL% / leverage` for a loss.
  public let score: Double

  /// The score of the BitMEX, MEXC and Bybit family.
  ///
  ///     lev_eff = |mark value| / (mark value − bankrupt value)
  ///     PNL%    = (mark value − entry value) / |entry value|
  ///
  /// Values are signed, short negative. Dividing a loss by the leverage puts a highly levered loser
  /// above an unlevered one with the same loss. Source: `exchange-mechanics.md` §5 [BM-adl].
  ///
  /// - Parameters:
  ///   - side: Of the position.
  ///   - entryValue: Absolute, positive.
  ///   - markValue: Absolute, positive.
  ///   - bankruptcyValue: Absolute, at the bankruptcy price.
  ///   - payoff: An inverse contract's values have the opposite sign: a long is worth `−Q/p` coin.
  /// - Throws: ``MarginError/outOfDomain(field:value:expected:)`` if entry or mark value are not
  ///   positive, or the position is past its bankruptcy price and has no leverage.
  public init(
    side: PositionSide,
    entryValue: Double,
    markValue: Double,
    bankruptcyValue: Double,
    payoff: Payoff = .linear
  ) throws(MarginError) {
    guard entryValue > 0, markValue > 0 else {
      throw .outOfDomain(
        field: "values",
        value: "entry \(entryValue), mark \(markValue)",
        expected: "both above zero"
      )
    }
    let margin = payoff.profit(side, entryValue: bankruptcyValue, exitValue: markValue)
    guard margin > 0 else {
      throw .outOfDomain(
        field: "mark value",
        value: "\(markValue)",
        expected: "on the solvent side of the bankrupt value \(bankruptcyValue)"
      )
    }
    profitFraction =
      payoff.profit(side, entryValue: entryValue, exitValue: markValue) / entryValue
    effectiveLeverage = markValue / margin
    score =
      profitFraction > 0
      ? profitFraction * effectiveLeverage : profitFraction / effectiveLeverage
  }

  /// The score of Hyperliquid: `(mark / entry) × (notional / account value)` [HL-adl].
  ///
  /// For a short the first factor is turned over, so that profit raises the rank on both sides.
  ///
  /// - Parameters:
  ///   - side: Of the position.
  ///   - entry: The average entry price, positive.
  ///   - mark: The mark price, positive.
  ///   - notional: Of the position at the mark.
  ///   - accountValue: Positive.
  /// - Returns: Not negative; higher goes first.
  public static func priceAndLeverage(
    side: PositionSide,
    entry: Double,
    mark: Double,
    notional: Double,
    accountValue: Double
  ) -> Double {
    (side == .long ? mark / entry : entry / mark) * (notional / accountValue)
  }
}
