/// A first-order autoregression, xₜ = c + φxₜ₋₁ + σεₜ, fitted by least squares.
///
/// Source: Hamilton (1994), "Time Series Analysis", §5.2; benchmark of §5.6 for monthly log volatility.
public struct FirstOrderAutoregression: Hashable, Sendable {
  /// c.
  public let intercept: Double
  /// φ with its HC0 standard error.
  public let persistence: CoefficientEstimate
  /// σ, with divisor n − 3 for n values (n − 1 pairs, two coefficients).
  public let residualDeviation: Double
  /// The number of values.
  public let count: Int

  /// Fits a series.
  ///
  /// - Parameter values: Finite, in order of time, equally spaced, at least five.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)``,
  ///   ``StatisticsError/fitNotIdentified(model:reason:)`` for a constant series, or
  ///   ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  /// - Complexity: O(n).
  public init(of values: [Double]) throws(StatisticsError) {
    guard values.count >= 5 else {
      throw .observationsTooFew(quantity: "autoregression", count: values.count, minimum: 5)
    }
    let fit = try LinearRegression(
      response: Array(values.dropFirst()),
      regressors: [Array(values.dropLast())]
    )
    intercept = fit.coefficients[0]
    persistence = fit.combination([0, 1])
    count = values.count
    let squares = fit.residuals.reduce(0) { $0 + $1 * $1 }
    residualDeviation = (squares / Double(values.count - 3)).squareRoot()
  }

  /// c/(1 − φ), nil unless the process is stationary, |φ| < 1.
  public var unconditionalMean: Double? {
    abs(persistence.value) < 1 ? intercept / (1 - persistence.value) : nil
  }

  /// The law of the value a number of steps ahead, with the fitted coefficients taken as true.
  ///
  /// Mean and variance by recursion, m ← c + φm and v ← σ² + φ²v.
  ///
  /// - Parameters:
  ///   - last: The last value, finite.
  ///   - steps: Positive.
  /// - Returns: The normal law; it needs a residual deviation above zero.
  public func forecast(from last: Double, steps: Int) -> NormalDistribution {
    precondition(steps > 0, "a forecast looks ahead: \(steps)")
    var (mean, variance) = (last, 0.0)
    let phi = persistence.value
    for _ in 0..<steps {
      mean = intercept + phi * mean
      variance = residualDeviation * residualDeviation + phi * phi * variance
    }
    return NormalDistribution(mean: mean, standardDeviation: variance.squareRoot())
  }
}
