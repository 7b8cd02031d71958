import Economy
import Statistics
import Testing

@Suite("overlap of holdings")
struct HoldingsOverlapTests {
  @Test("two holders of two markets: the matrix and its largest eigenvalue by hand")
  func small() throws {
    let overlap = try HoldingsOverlap(holdings: [[10, 0], [10, 20]], depth: [100, 200])
    #expect(overlap.matrix == [[1, 1], [1, 3]])
    #expect(abs(try overlap.spectralRadius() - (2 + 2.0.squareRoot())) < 1e-12)
    #expect(try overlap.losses(ofSelling: [0, 1]) == [1, 3])
  }

  @Test(
    "holders and markets give one radius, at least the mean loss and at most the trace",
    arguments: 0..<60
  )
  func properties(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 27))
    let (holders, markets) = (1 + stream.nextIndex(below: 8), 1 + stream.nextIndex(below: 8))
    let holdings = (0..<holders).map { _ in (0..<markets).map { _ in 50 * stream.nextUniform() } }
    let depth = (0..<markets).map { _ in 10 + 500 * stream.nextUniform() }
    let overlap = try HoldingsOverlap(holdings: holdings, depth: depth)
    let matrix = overlap.matrix
    let radius = try overlap.spectralRadius()
    let trace = matrix.indices.reduce(0) { $0 + matrix[$1][$1] }
    let mean = matrix.joined().reduce(0, +) / Double(holders)
    #expect(radius <= trace * (1 + 1e-12))
    #expect(radius >= mean * (1 - 1e-12))
    // Transposed by scaling: rows are markets, and the radius is the same.
    let transposed = (0..<markets).map { market in
      (0..<holders).map { holdings[$0][market] / depth[market].squareRoot() }
    }
    let other = try HoldingsOverlap(
      holdings: transposed,
      depth: [Double](repeating: 1, count: holders)
    )
    #expect(abs(try other.spectralRadius() / radius - 1) < 1e-10)
    let all = try overlap.losses(ofSelling: [Double](repeating: 1, count: holders))
    for (row, loss) in zip(matrix, all) { #expect(abs(row.reduce(0, +) / loss - 1) < 1e-12) }
  }

  @Test("holders without a common market do not bind each other")
  func apart() throws {
    let overlap = try HoldingsOverlap(holdings: [[5, 0], [0, 7]], depth: [10, 10])
    #expect(overlap.matrix[0][1] == 0)
    #expect(try overlap.losses(ofSelling: [0, 1])[0] == 0)
    #expect(throws: ModelError.self) { try HoldingsOverlap(holdings: [[1]], depth: [0]) }
    #expect(throws: ModelError.self) { try overlap.losses(ofSelling: [2, 0]) }
  }
}
