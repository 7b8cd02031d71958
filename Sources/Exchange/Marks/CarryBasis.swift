import RealModule

/// The basis of a future against spot, for analysis.
///
/// Source: `exchange-mechanics.md` §7.
public enum CarryBasis {
  /// `F/S − 1`.
  public static func fraction(futures: Double, spot: Double) -> Double {
    (futures - spot) / spot
  }

  /// The basis per year, simple: `(F/S − 1) × 365 / days`.
  ///
  /// - Parameters:
  ///   - futures: The future's price.
  ///   - spot: The spot price, positive.
  ///   - days: Calendar days to expiry, positive.
  /// - Returns: A fraction per year.
  public static func annualised(futures: Double, spot: Double, days: Double) -> Double {
    fraction(futures: futures, spot: spot) * 365 / days
  }

  /// The basis per year, compounded: `(F/S)^(365/days) − 1`.
  public static func annualisedCompounded(futures: Double, spot: Double, days: Double) -> Double {
    Double.pow(futures / spot, 365 / days) - 1
  }
}
