/// Small systems of linear equations with a symmetric positive definite matrix.
enum SymmetricSystem {
  /// Solves a symmetric positive definite system by Cholesky's method.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    let count = right.count
    var lower = matrix
    for row in 0..<count {
      for column in 0...row {
        var sum = matrix[row][column]
        for inner in 0..<column { sum -= lower[row][inner] * lower[column][inner] }
        if row == column {
          precondition(sum > 0, "columns must be linearly independent")
          lower[row][row] = sum.squareRoot()
        } else {
          lower[row][column] = sum / lower[column][column]
        }
      }
    }
    var solution = right
    for row in 0..<count {
      for inner in 0..<row { solution[row] -= lower[row][inner] * solution[inner] }
      solution[row] /= lower[row][row]
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for inner in (row + 1)..<max(count, row + 1) {
        solution[row] -= lower[inner][row] * solution[inner]
      }
      solution[row] /= lower[row][row]
    }
    return solution
  }
}
