/// A sample covariance pulled towards a multiple of the identity, so that it can be inverted.
///
/// (1 − δ)S + δ·m·I with m the mean variance and S with divisor n.
/// Source: Ledoit and Wolf (2004), "A well-conditioned estimator for large-dimensional covariance
/// matrices"; indicator I20.
public struct ShrinkageCovariance: Hashable, Sendable {
  /// The means of the series.
  public let means: [Double]
  /// The shrunk covariance.
  public let matrix: SymmetricMatrix
  /// δ, the weight of the target, from 0 to 1.
  public let intensity: Double

  /// Estimates the covariance of rows of observations.
  ///
  /// - Parameters:
  ///   - rows: At least two observations of the same series, finite.
  ///   - fixedIntensity: δ in 0 ... 1, or nil for Ledoit and Wolf's asymptotically optimal one,
  ///     min(b̄², d²)/d² with d² = ‖S − mI‖² and b̄² = Σₖ‖xₖxₖᵀ − S‖²/n².
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` below two rows.
  /// - Complexity: O(rows · series²).
  public init(of rows: [[Double]], fixedIntensity: Double? = nil) throws(StatisticsError) {
    guard rows.count >= 2 else {
      throw .observationsTooFew(quantity: "covariance", count: rows.count, minimum: 2)
    }
    let order = rows[0].count
    precondition(rows.allSatisfy { $0.count == order }, "all rows have \(order) numbers")
    let n = Double(rows.count)
    let means = (0..<order).map { column in rows.reduce(0) { $0 + $1[column] } / n }
    let deviations = rows.map { row in zip(row, means).map { $0 - $1 } }
    let sample = SymmetricMatrix(order: order).map { row, column, _ in
      deviations.reduce(0) { $0 + $1[row] * $1[column] } / n
    }
    let target = order > 0 ? sample.diagonal.reduce(0, +) / Double(order) : 0
    self.means = means
    if let fixedIntensity {
      precondition(
        fixedIntensity >= 0 && fixedIntensity <= 1,
        "an intensity lies in 0 ... 1: \(fixedIntensity)"
      )
      intensity = fixedIntensity
    } else {
      intensity = Self.optimalIntensity(deviations, sample, target)
    }
    let share = intensity
    matrix = sample.map { row, column, element in
      (1 - share) * element + (row == column ? share * target : 0)
    }
  }

  /// The Mahalanobis distance √((a − b)ᵀ M⁻¹ (a − b)).
  ///
  /// - Parameters:
  ///   - first: One number per series.
  ///   - second: One number per series.
  /// - Returns: In standard deviations, not negative.
  /// - Throws: ``StatisticsError/fitNotIdentified(model:reason:)`` unless the matrix is positive definite.
  /// - Complexity: O(series³).
  public func mahalanobisDistance(
    from first: [Double],
    to second: [Double]
  ) throws(StatisticsError) -> Double {
    precondition(first.count == second.count, "\(first.count) and \(second.count) numbers")
    let factor = try CholeskyFactor(of: matrix)
    let white = factor.whitened(zip(first, second).map { $0 - $1 })
    return white.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private static func optimalIntensity(
    _ deviations: [[Double]],
    _ sample: SymmetricMatrix,
    _ target: Double
  ) -> Double {
    let n = Double(deviations.count)
    var (distance, error) = (0.0, 0.0)
    for row in 0..<sample.order {
      for column in 0..<sample.order {
        let element = sample[row, column]
        let gap = element - (row == column ? target : 0)
        distance += gap * gap
        var spread = 0.0
        for deviation in deviations {
          let term = deviation[row] * deviation[column] - element
          spread += term * term
        }
        error += spread / (n * n)
      }
    }
    return distance > 0 ? min(error / distance, 1) : 1
  }
}
