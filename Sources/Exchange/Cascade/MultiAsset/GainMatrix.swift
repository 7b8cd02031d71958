/// How falls spread between assets: G_ab is the effect on asset a of a move in asset b.
///
///     G_ab = Λ_a · ∂(USD sold in a)/∂(−ln p_b),   moves = (I − G)⁻¹ e,   stable iff ρ(G) < 1
///
/// Cross-margin accounts and common collateral fill the off-diagonal. Source: `model.md` §2.3.
/// Tested by row S09.
public struct GainMatrix: Hashable, Sendable {
  /// The number of assets.
  public let count: Int
  private let cells: [Double]

  /// Creates a matrix from its rows.
  ///
  /// - Throws: ``CascadeError/invalid(field:value:expected:)`` unless square and finite.
  public init(_ rows: [[Double]]) throws(CascadeError) {
    guard !rows.isEmpty else {
      throw .invalid(field: "gain matrix", value: "no rows", expected: "at least one row")
    }
    for row in rows where row.count != rows.count || !row.allSatisfy(\.isFinite) {
      throw .invalid(
        field: "gain matrix",
        value: "\(row)",
        expected: "\(rows.count) finite numbers in each row"
      )
    }
    count = rows.count
    cells = rows.flatMap { $0 }
  }

  /// G_ab.
  public subscript(row: Int, column: Int) -> Double { cells[row * count + column] }

  /// (I − G)⁻¹ e, the moves after all rounds; a limit of rounds only while the matrix is stable.
  ///
  /// - Parameter shock: e, one number per asset.
  /// - Throws: ``CascadeError`` if the number of assets differs or I − G is singular.
  /// - Returns: The amplified moves.
  public func amplified(_ shock: [Double]) throws(CascadeError) -> [Double] {
    guard shock.count == count else {
      throw .invalid(field: "shock", value: "\(shock.count) numbers", expected: "\(count)")
    }
    var matrix = (0..<count).map { row in
      (0..<count).map { column in (row == column ? 1 : 0) - self[row, column] }
    }
    var result = shock
    for pivot in 0..<count {
      var best = pivot
      for row in pivot..<count where abs(matrix[row][pivot]) > abs(matrix[best][pivot]) {
        best = row
      }
      guard abs(matrix[best][pivot]) > 0x1p-1000 else {
        throw .unsolvable(equation: "(I − G) m = e", reason: "I − G is singular")
      }
      matrix.swapAt(pivot, best)
      result.swapAt(pivot, best)
      for row in pivot + 1..<count {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        guard factor != 0 else { continue }
        for column in pivot..<count { matrix[row][column] -= factor * matrix[pivot][column] }
        result[row] -= factor * result[pivot]
      }
    }
    for row in (0..<count).reversed() {
      for column in row + 1..<count { result[row] -= matrix[row][column] * result[column] }
      result[row] /= matrix[row][row]
    }
    return result
  }

  /// ρ(G), the largest modulus of an eigenvalue, complex ones included.
  ///
  /// - Throws: ``CascadeError/unsolvable(equation:reason:)`` if the iteration does not end.
  /// - Complexity: O(n³).
  public func spectralRadius() throws(CascadeError) -> Double {
    var eigenvalues = HessenbergEigenvalues(size: count, cells: cells)
    let moduli = try eigenvalues.moduli()
    return moduli.reduce(0, max)
  }

  /// Whether a finite shock has a finite end: ρ(G) < 1.
  ///
  /// - Throws: ``CascadeError/unsolvable(equation:reason:)`` if the eigenvalues are not found.
  public func isStable() throws(CascadeError) -> Bool { try spectralRadius() < 1 }
}
