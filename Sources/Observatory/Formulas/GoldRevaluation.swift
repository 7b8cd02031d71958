/// What the Treasury's gold would be worth at a market price above its statutory one.
///
/// Source: 31 USC 5117; indicator I22 of the model specification, row S38.
public enum GoldRevaluation {
  /// The Treasury's gold, fine troy ounces.
  public static let treasuryOunces = 261_498_926.0
  /// The statutory price, US dollars per fine troy ounce.
  public static let statutoryPrice = 42.2222

  /// ounces · (p − statutory price).
  ///
  ///     GoldRevaluation.gain(marketPrice: 2_920)   // 752.54e9
  ///
  /// - Parameters:
  ///   - ounces: Fine troy ounces, not negative.
  ///   - marketPrice: US dollars per ounce.
  ///   - statutoryPrice: US dollars per ounce.
  /// - Returns: US dollars; negative below the statutory price.
  public static func gain(
    ounces: Double = treasuryOunces,
    marketPrice: Double,
    statutoryPrice: Double = statutoryPrice
  ) -> Double {
    precondition(ounces >= 0, "ounces must not be negative: \(ounces)")
    return ounces * (marketPrice - statutoryPrice)
  }
}
