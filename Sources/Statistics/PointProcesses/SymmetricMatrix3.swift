/// A symmetric matrix in the order base rate, branching ratio, decay rate.
struct SymmetricMatrix3: Hashable, Sendable {
  var baseBase = 0.0
  var baseBranching = 0.0
  var baseDecay = 0.0
  var branchingBranching = 0.0
  var branchingDecay = 0.0
  var decayDecay = 0.0

  mutating func subtractOuterProduct(of v: SIMD3<Double>) {
    baseBase -= v[0] * v[0]
    baseBranching -= v[0] * v[1]
    baseDecay -= v[0] * v[2]
    branchingBranching -= v[1] * v[1]
    branchingDecay -= v[1] * v[2]
    decayDecay -= v[2] * v[2]
  }

  /// The inverse of the negated matrix, or nil unless the matrix is negative definite.
  func inverseOfNegative() -> SymmetricMatrix3? {
    let (a, b, c) = (-baseBase, -baseBranching, -baseDecay)
    let (d, e, f) = (-branchingBranching, -branchingDecay, -decayDecay)
    let minor = a * d - b * b
    let determinant = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d)
    guard a > 0, minor > 0, determinant > 0, determinant.isFinite else { return nil }
    return SymmetricMatrix3(
      baseBase: (d * f - e * e) / determinant,
      baseBranching: (c * e - b * f) / determinant,
      baseDecay: (b * e - c * d) / determinant,
      branchingBranching: (a * f - c * c) / determinant,
      branchingDecay: (b * c - a * e) / determinant,
      decayDecay: minor / determinant
    )
  }

  func multiplied(by v: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(
      baseBase * v[0] + baseBranching * v[1] + baseDecay * v[2],
      baseBranching * v[0] + branchingBranching * v[1] + branchingDecay * v[2],
      baseDecay * v[0] + branchingDecay * v[1] + decayDecay * v[2]
    )
  }
}
