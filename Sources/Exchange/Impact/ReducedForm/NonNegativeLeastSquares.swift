/// Least squares with coefficients that must not be negative, for a handful of columns.
///
/// The active-set method of Lawson & Hanson (1974), chapter 23, on the normal equations: exact
/// enough for the few well-scaled columns of a decay kernel.
enum NonNegativeLeastSquares {
  /// Minimises |A x − b|² over x ≥ 0.
  ///
  /// - Parameters:
  ///   - columns: The columns of A, each as long as `target`.
  ///   - target: b.
  /// - Returns: x, one coefficient per column.
  static func solve(columns: [[Double]], target: [Double]) -> [Double] {
    let gram = columns.map { a in columns.map { dot(a, $0) } }
    let projection = columns.map { dot($0, target) }
    let scale = projection.reduce(0) { max($0, abs($1)) }
    var solution = [Double](repeating: 0, count: columns.count)
    var free: [Int] = []
    // Each pass frees one column; the method ends long before this bound.
    for _ in 0..<(10 * columns.count) {
      let gradient = projection.indices.map { row in projection[row] - dot(gram[row], solution) }
      let candidates = solution.indices.filter { !free.contains($0) }
      guard let best = candidates.max(by: { gradient[$0] < gradient[$1] }),
        gradient[best] > 1e-12 * scale
      else { break }
      free.append(best)
      free.sort()
      retreat(&solution, &free, gram: gram, projection: projection)
    }
    return solution
  }

  /// Moves to the unconstrained solution of the free columns, dropping those that would turn
  /// negative on the way.
  private static func retreat(
    _ solution: inout [Double],
    _ free: inout [Int],
    gram: [[Double]],
    projection: [Double]
  ) {
    while true {
      let trial = SymmetricSystem.solve(
        free.map { row in free.map { gram[row][$0] } },
        free.map { projection[$0] }
      )
      var step = 1.0
      for (index, column) in free.enumerated() where trial[index] <= 0 {
        step = min(step, solution[column] / (solution[column] - trial[index]))
      }
      for (index, column) in free.enumerated() {
        solution[column] += step * (trial[index] - solution[column])
      }
      guard step < 1 else { return }
      let kept = free.filter { solution[$0] > 1e-14 }
      for column in free where !kept.contains(column) { solution[column] = 0 }
      free = kept
    }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var total = 0.0
    for (x, y) in zip(a, b) { total += x * y }
    return total
  }
}
