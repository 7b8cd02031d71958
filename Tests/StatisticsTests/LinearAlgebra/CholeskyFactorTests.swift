import Testing

@testable import Statistics

@Suite("CholeskyFactor and SymmetricMatrix")
struct CholeskyFactorTests {
  static func randomPositiveDefinite(order: Int, seed: UInt64) -> SymmetricMatrix {
    var stream = Stream.forTest(seed: seed)
    let rows = (0..<(order + 2)).map { _ in (0..<order).map { _ in stream.nextNormal() } }
    return SymmetricMatrix(order: order).map { row, column, _ in
      rows.reduce(0) { $0 + $1[row] * $1[column] }
    }
  }

  @Test("solves what the matrix maps back", arguments: 1...12)
  func solves(order: Int) throws {
    let matrix = Self.randomPositiveDefinite(order: order, seed: UInt64(order))
    let factor = try CholeskyFactor(of: matrix)
    let vector = (0..<order).map { Double($0) - 2.5 }
    let back = matrix.multiplied(by: factor.solution(of: vector))
    for (a, b) in zip(back, vector) { #expect(abs(a - b) < 1e-8) }
    let white = factor.whitened(vector)
    for (a, b) in zip(factor.coloured(white), vector) { #expect(abs(a - b) < 1e-10) }
    let distance = zip(vector, factor.solution(of: vector)).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(white.reduce(0) { $0 + $1 * $1 } - distance) < 1e-9 * distance)
  }

  @Test("the determinant of a 2 × 2 matrix")
  func determinant() throws {
    let matrix = try #require(SymmetricMatrix(rows: [[4, 1], [1, 3]]))
    #expect(abs(try CholeskyFactor(of: matrix).logDeterminant - 2.3978952727983707) < 1e-15)
  }

  @Test("refuses matrices that are not positive definite")
  func refusals() throws {
    for rows in [[[1.0, 1], [1, 1]], [[1, 2], [2, 1]], [[0, 0], [0, 1]]] {
      let matrix = try #require(SymmetricMatrix(rows: rows))
      #expect(throws: StatisticsError.self) { try CholeskyFactor(of: matrix) }
    }
    #expect(SymmetricMatrix(rows: [[1, 2], [3, 1]]) == nil)
    #expect(SymmetricMatrix(rows: [[1, 2]]) == nil)
  }

  @Test("correlations of a covariance have ones along the diagonal")
  func correlation() throws {
    let matrix = try #require(SymmetricMatrix(rows: [[4, 3], [3, 9]]))
    let correlation = try matrix.correlation()
    #expect(correlation.diagonal == [1, 1])
    #expect(correlation[0, 1] == 0.5)
    #expect(throws: StatisticsError.self) { try SymmetricMatrix(order: 2).correlation() }
  }
}
