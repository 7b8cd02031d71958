/// What investors want for holding ten-year bonds, percent a year.
///
///     TP10 = tp0 + β_D · D10 + β_σ · MOVE/100 + β_F · FD + β_L · χ
///
/// D10 is the ten-year equivalent supply that private investors hold over trend, USD billion; FD the
/// ``FiscalDominanceIndex``; χ the dealers' shadow cost. Sources: Vayanos and Vila (2021), Greenwood and
/// Vayanos (2014); β_D of +0.031 bp per USD billion from Miran and Roubini (2024): 800 bn moved to bills take
/// 25 bp off the ten-year (14 to 40; contested). The other coefficients are assumed: `model.md` §4.3 names
/// them and gives no numbers.
public struct TermPremium: Hashable, Sendable {
  /// tp0, percent a year.
  public var intercept = 0.3
  /// β_D, percent a year per USD billion of ten-year equivalents.
  public var supplyCoefficient = 0.000_31
  /// β_σ, percent a year per 100 points of the MOVE index.
  public var volatilityCoefficient = 0.4
  /// β_F, percent a year per point of the index.
  public var fiscalCoefficient = 0.1
  /// β_L, percent a year per percent of the dealers' shadow cost.
  public var balanceSheetCoefficient = 0.5

  /// The range of β_D that Miran and Roubini's 14 to 40 bp imply, percent a year per USD billion.
  public static let supplyCoefficientRange = 0.000_175...0.000_5

  /// Takes the coefficients of the specification and the assumed ones.
  public init() {}

  /// TP10, percent a year.
  ///
  /// - Parameters:
  ///   - supply: D10 over trend, USD billion.
  ///   - moveIndex: MOVE, not negative.
  ///   - fiscalDominance: FD, a mean of standard scores.
  ///   - balanceSheetCost: χ, percent a year, not negative.
  /// - Returns: TP10, percent a year.
  public func tenYear(
    supply: Double,
    moveIndex: Double,
    fiscalDominance: Double = 0,
    balanceSheetCost: Double = 0
  ) -> Double {
    precondition(moveIndex >= 0 && balanceSheetCost >= 0, "\(moveIndex), \(balanceSheetCost)")
    return intercept + supplyCoefficient * supply + volatilityCoefficient * moveIndex / 100
      + fiscalCoefficient * fiscalDominance + balanceSheetCoefficient * balanceSheetCost
  }
}
