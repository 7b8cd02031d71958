import Testing

@testable import Statistics

@Suite("SymmetricMatrix3")
struct SymmetricMatrix3Tests {
  @Test("the inverse of the negative undoes the matrix", arguments: 0..<100)
  func inverse(seed: Int) throws {
    var stream = Stream.forTest(seed: UInt64(seed), label: 130)
    var matrix = SymmetricMatrix3(baseBase: -0.1, branchingBranching: -0.1, decayDecay: -0.1)
    for _ in 0..<3 {
      matrix.subtractOuterProduct(
        of: SIMD3(stream.nextNormal(), stream.nextNormal(), stream.nextNormal())
      )
    }
    let inverse = try #require(matrix.inverseOfNegative())
    for axis in 0..<3 {
      var unit = SIMD3<Double>.zero
      unit[axis] = 1
      let back = inverse.multiplied(by: matrix.multiplied(by: unit)) + unit
      for index in 0..<3 { #expect(abs(back[index]) < 1e-10) }
    }
  }

  @Test("a matrix that is not negative definite has no inverse here")
  func indefinite() {
    #expect(SymmetricMatrix3().inverseOfNegative() == nil)
    let saddle = SymmetricMatrix3(baseBase: -1, branchingBranching: 1, decayDecay: -1)
    #expect(saddle.inverseOfNegative() == nil)
    let correlated = SymmetricMatrix3(
      baseBase: -1,
      baseBranching: -2,
      branchingBranching: -1,
      decayDecay: -1
    )
    #expect(correlated.inverseOfNegative() == nil)
  }
}
