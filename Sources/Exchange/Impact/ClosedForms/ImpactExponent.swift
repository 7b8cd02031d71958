import Statistics

/// The exponent of impact in size, as it is measured: a line through logarithms.
///
///     exponent = least-squares slope of ln I on ln Q
///
/// A regularised square root shows an exponent between ½ (all sizes far above X₀) and 1 (far
/// below). With X₀ at 0.1 % of the daily volume and sizes of 0.1 to 10 % it is 0.666; with X₀ a
/// hundred times smaller, 0.519. Published: 0.489 ± 0.0015, Sato & Kanazawa (2024).
///
/// Source: `model.md` §1.2 and its correction of row S20b, which tests it.
public enum ImpactExponent {
  /// The exponent over orders that each start from rest, permanent part left out.
  ///
  /// - Parameters:
  ///   - parameters: The market.
  ///   - depthMultiplier: A, positive.
  ///   - sizes: At least two distinct positive USD sizes.
  /// - Returns: The slope, in ½ ... 1.
  public static func exponent(
    of parameters: SquareRootParameters,
    depthMultiplier: Double = 1,
    sizes: [Double]
  ) -> Double {
    let shape = SquareRootShape(parameters, depthMultiplier: depthMultiplier)
    return exponent(sizes: sizes, impacts: sizes.map { shape.impact(of: $0) })
  }

  /// The slope of ln impact on ln size by ordinary least squares.
  ///
  /// - Parameters:
  ///   - sizes: At least two distinct positive sizes.
  ///   - impacts: As many positive impacts.
  /// - Returns: The slope.
  public static func exponent(sizes: [Double], impacts: [Double]) -> Double {
    precondition(sizes.count == impacts.count, "as many impacts as sizes")
    precondition(
      sizes.allSatisfy { $0 > 0 } && impacts.allSatisfy { $0 > 0 },
      "sizes and impacts must be positive"
    )
    let x: [Double] = sizes.map { Libm.log($0) }
    let y: [Double] = impacts.map { Libm.log($0) }
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (covariance, variance) = (0.0, 0.0)
    for (a, b) in zip(x, y) {
      covariance += (a - meanX) * (b - meanY)
      variance += (a - meanX) * (a - meanX)
    }
    precondition(variance > 0, "a slope needs two distinct sizes")
    return covariance / variance
  }
}
