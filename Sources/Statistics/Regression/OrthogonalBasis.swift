/// The factors of a tall matrix X = QR: orthonormal columns and an upper triangle.
struct OrthogonalBasis {
  /// The columns of Q.
  let columns: [[Double]]
  /// R by columns: `triangle[j][i]` for i ≤ j.
  private let triangle: [[Double]]

  /// A column of which less than this share is left after projection depends on those before it.
  private static let independenceMin = 1e-12

  init(of matrix: [[Double]]) throws(StatisticsError) {
    var columns: [[Double]] = []
    var triangle: [[Double]] = []
    for original in matrix {
      var column = original
      var shares = [Double](repeating: 0, count: columns.count + 1)
      // The second pass removes what rounding left of the first.
      for _ in 0..<2 {
        for (index, unit) in columns.enumerated() {
          let share = Self.product(unit, column)
          shares[index] += share
          for row in column.indices { column[row] -= share * unit[row] }
        }
      }
      let length = Self.product(column, column).squareRoot()
      guard length > Self.independenceMin * Self.product(original, original).squareRoot() else {
        throw .fitNotIdentified(model: "regression", reason: "the regressors are collinear")
      }
      shares[columns.count] = length
      columns.append(column.map { $0 / length })
      triangle.append(shares)
    }
    self.columns = columns
    self.triangle = triangle
  }

  static func product(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for index in first.indices { sum += first[index] * second[index] }
    return sum
  }

  /// R⁻¹v.
  func solution(of vector: [Double]) -> [Double] {
    var result = vector
    for row in vector.indices.reversed() {
      for column in vector.indices.suffix(from: row).dropFirst() {
        result[row] -= triangle[column][row] * result[column]
      }
      result[row] /= triangle[row][row]
    }
    return result
  }

  /// R⁻¹MR⁻ᵀ.
  func sandwich(_ middle: SymmetricMatrix) -> SymmetricMatrix {
    let order = middle.order
    // Columns of R⁻¹M, then its rows solved again, since M is symmetric.
    let half = (0..<order).map { column in
      solution(of: (0..<order).map { middle[$0, column] })
    }
    let rows = (0..<order).map { row in solution(of: half.map { $0[row] }) }
    return SymmetricMatrix(order: order).map { row, column, _ in
      0.5 * (rows[row][column] + rows[column][row])
    }
  }
}
