/// How an asset follows the market up and down: r = a + β⁺r⁺ + β⁻r⁻ with r⁺ = max(m, 0), r⁻ = min(m, 0).
///
/// Least squares with HC0 standard errors. A positive difference β⁻ − β⁺ says that the asset falls more
/// with the market than it rises with it. Source: indicator I15.
public struct AsymmetricBeta: Hashable, Sendable {
  /// The regression; its coefficients are a, β⁺ and β⁻.
  public let regression: LinearRegression

  /// Fits the two betas.
  ///
  /// - Parameters:
  ///   - asset: Log returns of the asset.
  ///   - market: Log returns of the market, aligned; some above and some below zero.
  /// - Throws: As ``LinearRegression/init(response:regressors:)``.
  public init(asset: [Double], market: [Double]) throws(StatisticsError) {
    regression = try LinearRegression(
      response: asset,
      regressors: [market.map { max($0, 0) }, market.map { min($0, 0) }]
    )
  }

  /// β⁺ with its standard error.
  public var up: CoefficientEstimate { regression.combination([0, 1, 0]) }
  /// β⁻ with its standard error.
  public var down: CoefficientEstimate { regression.combination([0, 0, 1]) }
  /// β⁻ − β⁺ with its standard error.
  public var difference: CoefficientEstimate { regression.combination([0, -1, 1]) }
}
