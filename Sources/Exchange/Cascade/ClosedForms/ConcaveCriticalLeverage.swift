/// The leverage above which one holder's own liquidation makes it insolvent under concave impact.
///
/// Selling everything moves the price by I; the square-root law makes the average loss 2I/3, which
/// exceeds the equity 1/L when L > 3/(2I). Source: idea of Caccioli, Bouchaud & Farmer (2012);
/// `model.md` §2.4. Tested by row S11.
public enum ConcaveCriticalLeverage {
  /// 3/(2I).
  ///
  /// - Parameter fullSizeImpact: I, the fall when the whole position is sold, a positive fraction.
  /// - Returns: The critical leverage.
  public static func value(fullSizeImpact: Double) -> Double {
    precondition(fullSizeImpact > 0, "an impact must be positive: \(fullSizeImpact)")
    return 3 / (2 * fullSizeImpact)
  }
}
