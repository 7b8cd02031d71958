import Statistics

/// A slow decay written as a sum of exponentials, so that impact can be carried as a few numbers.
///
///     (1 + τ/τ₀)^(−b) ≈ Σₖ wₖ exp(−rₖ τ),   wₖ ≥ 0
///
/// The rates are log-spaced between the ends of the range; the weights come from non-negative
/// least squares on relative errors at log-spaced lags, so that the far tail counts as much as the
/// start. Non-negative weights keep the kernel convex and decreasing: linear impact that decays
/// so has no round-trip profit. Source: `model.md` §1.2.
public struct ExponentialKernel: Hashable, Sendable {
  /// wₖ, dimensionless.
  public let weights: [Double]
  /// rₖ, per second.
  public let rates: [Double]
  /// The largest relative error at the fitted lags.
  public let relativeErrorMax: Double

  /// Fits a power law.
  ///
  /// - Parameters:
  ///   - decayExponent: b, positive.
  ///   - coreSeconds: τ₀, the time after which the decay is a power law, positive.
  ///   - rangeSeconds: The longest lag that must be right, above τ₀.
  ///   - terms: The number of exponentials.
  public init(
    decayExponent: Double,
    coreSeconds: Double,
    rangeSeconds: Double,
    terms: Int = 6
  ) {
    precondition(decayExponent > 0, "the decay must be positive: \(decayExponent)")
    precondition(
      coreSeconds > 0 && rangeSeconds > coreSeconds,
      "the range must exceed the core: \(rangeSeconds), \(coreSeconds)"
    )
    precondition(terms >= 2, "at least two exponentials: \(terms)")
    // The slowest exponential outlives the range, the fastest resolves half the core.
    let (fast, slow) = (2 / coreSeconds, 0.5 / rangeSeconds)
    let rates = (0..<terms).map { index in
      fast * Libm.pow(slow / fast, Double(index) / Double(terms - 1))
    }
    let lags = Self.lags(core: coreSeconds, range: rangeSeconds)
    let decay = lags.map { Libm.pow(1 + $0 / coreSeconds, -decayExponent) }
    let columns = rates.map { rate in zip(lags, decay).map { Libm.exp(-rate * $0) / $1 } }
    let weights = NonNegativeLeastSquares.solve(
      columns: columns,
      target: [Double](repeating: 1, count: lags.count)
    )
    self.rates = rates
    self.weights = weights
    relativeErrorMax = lags.indices.reduce(0) { worst, lag in
      let value = columns.indices.reduce(0) { $0 + weights[$1] * columns[$1][lag] }
      return max(worst, abs(value - 1))
    }
  }

  /// The kernel at a lag.
  ///
  /// - Parameter seconds: Not negative.
  /// - Returns: About (1 + τ/τ₀)^(−b).
  public func value(at seconds: Double) -> Double {
    zip(weights, rates).reduce(0) { $0 + $1.0 * Libm.exp(-$1.1 * seconds) }
  }

  /// Zero, and twenty lags per decade from a tenth of the core to the range.
  private static func lags(core: Double, range: Double) -> [Double] {
    let first = 0.1 * core
    let decades = Libm.log(range / first) / Libm.log(10)
    let count = max(20, Int(20 * decades))
    return [0]
      + (0...count).map { first * Libm.pow(range / first, Double($0) / Double(count)) }
  }
}
