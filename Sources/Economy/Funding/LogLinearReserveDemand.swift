import Statistics

/// Reserve demand that is linear in the logarithms of reserves and deposits, without a point of satiation.
///
///     EFFR − IORB = a + b ln(reserves) + c ln(deposits)
///
/// Deposits shift the curve: the same reserves are scarcer beside more deposits. Source: Lopez-Salido and
/// Vissing-Jorgensen (2023); `model.md` §4.2, which gives no coefficients. Spreads are percent a year.
public struct LogLinearReserveDemand: Hashable, Sendable {
  /// a, percent a year.
  public let intercept: Double
  /// b: negative, percent a year per unit of ln reserves.
  public let reserveCoefficient: Double
  /// c: positive, percent a year per unit of ln deposits.
  public let depositCoefficient: Double

  /// Takes the coefficients, all finite.
  public init(intercept: Double, reserveCoefficient: Double, depositCoefficient: Double) {
    precondition(
      intercept.isFinite && reserveCoefficient <= 0 && depositCoefficient >= 0,
      "reserves lower the spread and deposits raise it: \(reserveCoefficient), \(depositCoefficient)"
    )
    self.intercept = intercept
    self.reserveCoefficient = reserveCoefficient
    self.depositCoefficient = depositCoefficient
  }

  /// The curve through one point that agrees with another curve's slope there, deposits held.
  ///
  /// With x = reserves/assets, d s/d ln(reserves) = x s′(x).
  ///
  /// - Parameters:
  ///   - curve: The curve with satiation.
  ///   - reserves: At the point, positive.
  ///   - assets: The denominator of the ratio, positive.
  ///   - deposits: At the point, positive.
  ///   - depositCoefficient: c, not negative.
  public init(
    tangentTo curve: ReserveDemand,
    reserves: Double,
    assets: Double,
    deposits: Double,
    depositCoefficient: Double
  ) {
    precondition(reserves > 0 && assets > 0 && deposits > 0, "amounts must be positive")
    let ratio = reserves / assets
    let elasticity = ratio * curve.slope(at: ratio)
    self.init(
      intercept: curve.spread(at: ratio) - elasticity * Libm.log(reserves)
        - depositCoefficient * Libm.log(deposits),
      reserveCoefficient: elasticity,
      depositCoefficient: depositCoefficient
    )
  }

  /// EFFR − IORB, percent a year.
  ///
  /// - Parameters:
  ///   - reserves: Positive, in the unit of the fit.
  ///   - deposits: Positive, in the unit of the fit.
  /// - Returns: EFFR − IORB, percent a year.
  public func spread(reserves: Double, deposits: Double) -> Double {
    precondition(reserves > 0 && deposits > 0, "amounts must be positive: \(reserves), \(deposits)")
    return intercept + reserveCoefficient * Libm.log(reserves)
      + depositCoefficient * Libm.log(deposits)
  }
}
