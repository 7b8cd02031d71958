/// How long a trading venue that took a loss needs to fill the hole, and how long its liquidity lasts.
///
/// Source: indicator I23 of the model specification; row S45.
///
///     let runway = ExchangeRunway(
///       reserve: 0.7, loss: 1.5, monthlyIncome: 0.18, monthlyCost: 0.055,
///       stressedMonthlyOutflow: 1, liquidAssets: 5)
///     runway.monthsToHeal   // 6.4
public struct ExchangeRunway: Hashable, Sendable {
  /// The loss beyond the reserve, (loss − reserve)⁺, in the currency of the inputs.
  public let hole: Double
  /// hole/(income − cost): zero without a hole, nil if there is one and no surplus ever fills it.
  public let monthsToHeal: Double?
  /// Liquid assets over the stressed monthly outflow; nil without outflow.
  public let monthsOfLiquidity: Double?

  /// Takes one venue's figures, all in one currency.
  ///
  /// - Parameters:
  ///   - reserve: Own funds that absorb losses, not negative.
  ///   - loss: What was lost, not negative.
  ///   - monthlyIncome: Per month.
  ///   - monthlyCost: Per month.
  ///   - stressedMonthlyOutflow: Withdrawals per month under stress, not negative.
  ///   - liquidAssets: What can be paid out at once, not negative.
  public init(
    reserve: Double,
    loss: Double,
    monthlyIncome: Double,
    monthlyCost: Double,
    stressedMonthlyOutflow: Double,
    liquidAssets: Double
  ) {
    precondition(
      reserve >= 0 && loss >= 0 && stressedMonthlyOutflow >= 0 && liquidAssets >= 0,
      "amounts must not be negative: \(reserve), \(loss), \(stressedMonthlyOutflow), \(liquidAssets)"
    )
    hole = max(0, loss - reserve)
    let surplus = monthlyIncome - monthlyCost
    if hole == 0 {
      monthsToHeal = 0
    } else {
      monthsToHeal = surplus > 0 ? hole / surplus : nil
    }
    monthsOfLiquidity = stressedMonthlyOutflow > 0 ? liquidAssets / stressedMonthlyOutflow : nil
  }

  /// Whether assets cover what customers are owed.
  ///
  /// - Parameters:
  ///   - assets: All assets, in one currency.
  ///   - customerBalances: What customers may withdraw.
  /// - Returns: True if assets are at least the balances.
  public static func isSolvent(assets: Double, customerBalances: Double) -> Bool {
    assets >= customerBalances
  }
}
