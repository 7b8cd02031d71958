/// An ordinary least squares fit with an intercept and standard errors that allow for residuals of
/// unequal variance (HC0).
///
/// β̂ = (XᵀX)⁻¹Xᵀy, Var β̂ = (XᵀX)⁻¹(Σ eᵢ²xᵢxᵢᵀ)(XᵀX)⁻¹, both from X = QR by Gram and Schmidt's process
/// done twice, so that neither offsets nor nearly collinear regressors cost digits.
/// Source: White (1980), "A heteroskedasticity-consistent covariance matrix estimator".
///
///     let fit = try LinearRegression(response: [1, 2, 4], regressors: [[0, 1, 2]])
///     fit.coefficients   // [0.8333, 1.5], the intercept first
public struct LinearRegression: Hashable, Sendable {
  /// The intercept, then one slope per regressor.
  public let coefficients: [Double]
  /// The HC0 covariance of the coefficients.
  public let covariance: SymmetricMatrix
  /// Response minus fit.
  public let residuals: [Double]
  /// The share of the response's variance that the fit explains; zero for a constant response.
  public let explainedShare: Double

  /// Fits a response.
  ///
  /// - Parameters:
  ///   - response: y, finite, one per observation.
  ///   - regressors: The columns of X without the constant, each as long as the response.
  /// - Throws: ``StatisticsError/observationsTooFew(quantity:count:minimum:)`` unless there are more
  ///   observations than coefficients, ``StatisticsError/fitNotIdentified(model:reason:)`` for collinear
  ///   regressors, or ``StatisticsError/valueOutOfRange(field:value:expected:)``.
  /// - Complexity: O(n k²).
  public init(response: [Double], regressors: [[Double]]) throws(StatisticsError) {
    precondition(
      regressors.allSatisfy { $0.count == response.count },
      "each regressor has \(response.count) values"
    )
    let columnCount = regressors.count + 1
    guard response.count > columnCount else {
      throw .observationsTooFew(
        quantity: "regression",
        count: response.count,
        minimum: columnCount + 1
      )
    }
    try RollingSums.check(response, field: "response")
    for column in regressors { try RollingSums.check(column, field: "regressor") }
    let ones = [Double](repeating: 1, count: response.count)
    let basis = try OrthogonalBasis(of: [ones] + regressors)
    let projection = basis.columns.map { OrthogonalBasis.product($0, response) }
    coefficients = basis.solution(of: projection)
    var rest = response
    for (column, share) in zip(basis.columns, projection) {
      for index in rest.indices { rest[index] -= share * column[index] }
    }
    residuals = rest
    let middle = SymmetricMatrix(order: columnCount).map { row, column, _ in
      rest.indices.reduce(0) { sum, index in
        sum + rest[index] * rest[index] * basis.columns[row][index] * basis.columns[column][index]
      }
    }
    covariance = basis.sandwich(middle)
    let total = Moments(of: response).populationVariance ?? 0
    let unexplained = rest.reduce(0) { $0 + $1 * $1 } / Double(rest.count)
    explainedShare = total > 0 ? max(0, 1 - unexplained / total) : 0
  }

  /// The HC0 standard errors, the intercept's first.
  public var standardErrors: [Double] { covariance.diagonal.map { max(0, $0).squareRoot() } }

  /// A linear combination of the coefficients with its HC0 standard error.
  ///
  /// - Parameter weights: One per coefficient, the intercept's first.
  /// - Returns: The combination and its standard error.
  public func combination(_ weights: [Double]) -> CoefficientEstimate {
    precondition(weights.count == coefficients.count, "one weight per coefficient")
    return CoefficientEstimate(
      value: zip(weights, coefficients).reduce(0) { $0 + $1.0 * $1.1 },
      standardError: max(0, covariance.quadraticForm(weights)).squareRoot()
    )
  }
}
