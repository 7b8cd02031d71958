import Statistics

/// The futures curve of a price with a short-term deviation that fades and a long-term level that stays.
///
/// ln S = χ + ξ, with dχ = −κχ dt + σ_χ dz_χ and dξ = μ_ξ dt + σ_ξ dz_ξ, correlation ρ. With λ_χ the premium for
/// short-term risk and μ* the drift of ξ under the pricing measure,
///
///     ln F(T) = e^{−κT} χ + ξ + A(T)
///     A(T) = μ*T − (1 − e^{−κT}) λ_χ/κ
///            + ½ ((1 − e^{−2κT}) σ_χ²/(2κ) + σ_ξ² T + 2 (1 − e^{−κT}) ρ σ_χ σ_ξ/κ)
///     σ_F(T)² = e^{−2κT} σ_χ² + σ_ξ² + 2 e^{−κT} ρ σ_χ σ_ξ
///
/// Near futures move more than far ones, whose volatility goes to σ_ξ. Source: Schwartz and Smith (2000),
/// "Short-term variations and long-term dynamics in commodity prices", equations 9 and 11. Tested by row S25.
public struct SchwartzSmith: Hashable, Sendable {
  /// κ, a year.
  public let meanReversion: Double
  /// σ_χ, per square root of a year.
  public let shortTermVolatility: Double
  /// σ_ξ, per square root of a year.
  public let longTermVolatility: Double
  /// ρ.
  public let correlation: Double
  /// λ_χ, a year.
  public let shortTermRiskPremium: Double
  /// μ*, a year.
  public let riskNeutralDrift: Double

  /// Takes the parameters; the defaults are the authors' estimates for oil, 1990 to 1995.
  ///
  /// - Parameters:
  ///   - meanReversion: κ, not negative; 0 is a deviation that stays.
  ///   - shortTermVolatility: Not negative.
  ///   - longTermVolatility: Not negative.
  ///   - correlation: In −1 ... 1.
  ///   - shortTermRiskPremium: Finite.
  ///   - riskNeutralDrift: Finite.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    meanReversion: Double = 1.49,
    shortTermVolatility: Double = 0.286,
    longTermVolatility: Double = 0.145,
    correlation: Double = 0.3,
    shortTermRiskPremium: Double = 0.157,
    riskNeutralDrift: Double = 0.0115
  ) throws(ModelError) {
    let domain = ModelDomain(model: "Schwartz–Smith")
    for (field, value) in [
      ("mean reversion", meanReversion), ("short-term volatility", shortTermVolatility),
      ("long-term volatility", longTermVolatility),
    ] { try domain.check(value, field, "a number that is not negative") { $0 >= 0 } }
    try domain.check(correlation, "correlation", "a number in −1 ... 1") { abs($0) <= 1 }
    for (field, value) in [
      ("short-term risk premium", shortTermRiskPremium), ("risk-neutral drift", riskNeutralDrift),
    ] { try domain.check(value, field, "a finite number") { _ in true } }
    self.meanReversion = meanReversion
    self.shortTermVolatility = shortTermVolatility
    self.longTermVolatility = longTermVolatility
    self.correlation = correlation
    self.shortTermRiskPremium = shortTermRiskPremium
    self.riskNeutralDrift = riskNeutralDrift
  }

  /// F(T), in the currency whose logarithm the level is.
  ///
  /// - Parameters:
  ///   - maturityYears: T, not negative.
  ///   - shortTermDeviation: χ.
  ///   - longTermLogLevel: ξ.
  /// - Returns: A positive price.
  public func futuresPrice(
    maturityYears: Double,
    shortTermDeviation: Double,
    longTermLogLevel: Double
  ) -> Double {
    Libm.exp(
      decay(maturityYears) * shortTermDeviation + longTermLogLevel + adjustment(maturityYears)
    )
  }

  /// σ_F(T), of the future with that maturity, per square root of a year.
  ///
  /// - Parameter maturityYears: T, not negative.
  /// - Returns: Per square root of a year.
  public func futuresVolatility(maturityYears: Double) -> Double {
    let short = decay(maturityYears) * shortTermVolatility
    let cross = 2 * correlation * short * longTermVolatility
    // Rounding may leave a negative sum where ρ = −1 and both parts are equal.
    return max(0, short * short + longTermVolatility * longTermVolatility + cross).squareRoot()
  }

  /// A(T).
  private func adjustment(_ maturity: Double) -> Double {
    let once = faded(maturity, rate: meanReversion)
    let twice = faded(maturity, rate: 2 * meanReversion)
    let variance =
      twice * shortTermVolatility * shortTermVolatility
      + maturity * longTermVolatility * longTermVolatility
      + 2 * once * correlation * shortTermVolatility * longTermVolatility
    return riskNeutralDrift * maturity - once * shortTermRiskPremium + 0.5 * variance
  }

  private func decay(_ maturity: Double) -> Double {
    precondition(maturity >= 0, "a maturity must not be negative: \(maturity)")
    return Libm.exp(-meanReversion * maturity)
  }

  /// (1 − e^{−aT})/a, and its limit T at a = 0.
  private func faded(_ maturity: Double, rate: Double) -> Double {
    rate > 0 ? -Libm.expMinusOne(-rate * maturity) / rate : maturity
  }
}
