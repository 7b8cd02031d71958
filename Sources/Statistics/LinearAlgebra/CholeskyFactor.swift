/// The triangular factor L of a positive definite matrix, M = LLᵀ, for solving and whitening.
///
/// Source: Golub and Van Loan, "Matrix Computations", §4.2.
///
///     let factor = try CholeskyFactor(of: covariance)
///     let weights = factor.solution(of: [1, 1])   // covariance⁻¹ (1, 1)
public struct CholeskyFactor: Hashable, Sendable {
  /// The number of rows.
  public let order: Int
  /// The rows of L one after the other.
  private var lower: [Double]

  /// Factors a matrix.
  ///
  /// - Parameter matrix: Positive definite.
  /// - Throws: ``StatisticsError/fitNotIdentified(model:reason:)`` unless the matrix is positive definite
  ///   to working accuracy.
  /// - Complexity: O(order³).
  public init(of matrix: SymmetricMatrix) throws(StatisticsError) {
    order = matrix.order
    lower = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0...row {
        var rest = matrix[row, column]
        for index in 0..<column {
          rest -= lower[row * order + index] * lower[column * order + index]
        }
        guard row == column else {
          lower[row * order + column] = rest / lower[column * order + column]
          continue
        }
        // What is left of the diagonal is rounding if it is this much smaller.
        guard rest > matrix[row, row] * Double(order) * 0x1p-51 else {
          throw .fitNotIdentified(
            model: "Cholesky factor",
            reason: "the matrix is not positive definite"
          )
        }
        lower[row * order + row] = rest.squareRoot()
      }
    }
  }

  /// L⁻¹v: uncorrelated coordinates with unit variance, if M is a covariance.
  ///
  /// - Parameter vector: As many numbers as rows.
  /// - Returns: As many.
  /// - Complexity: O(order²).
  public func whitened(_ vector: [Double]) -> [Double] {
    precondition(vector.count == order, "\(order) rows and \(vector.count) numbers")
    var result = vector
    for row in 0..<order {
      for column in 0..<row { result[row] -= lower[row * order + column] * result[column] }
      result[row] /= lower[row * order + row]
    }
    return result
  }

  /// Lv: numbers with covariance M, if v are uncorrelated with unit variance; undoes ``whitened(_:)``.
  ///
  /// - Parameter vector: As many numbers as rows.
  /// - Returns: As many.
  /// - Complexity: O(order²).
  public func coloured(_ vector: [Double]) -> [Double] {
    precondition(vector.count == order, "\(order) rows and \(vector.count) numbers")
    return (0..<order).map { row in
      (0...row).reduce(0) { $0 + lower[row * order + $1] * vector[$1] }
    }
  }

  /// The vector x with Mx = v.
  ///
  /// - Parameter vector: v, as many numbers as rows.
  /// - Returns: x, as many.
  /// - Complexity: O(order²).
  public func solution(of vector: [Double]) -> [Double] {
    var result = whitened(vector)
    for row in (0..<order).reversed() {
      for below in (row + 1)..<max(order, row + 1) {
        result[row] -= lower[below * order + row] * result[below]
      }
      result[row] /= lower[row * order + row]
    }
    return result
  }

  /// ln det M.
  public var logDeterminant: Double {
    (0..<order).reduce(0) { $0 + 2 * Libm.log(lower[$1 * order + $1]) }
  }
}
