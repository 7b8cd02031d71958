/// The composite indicator of systemic stress (CISS): scores of market blocks put together as a
/// portfolio's variance, so that stress counts for more where it is joint.
///
/// (w∘z)ᵀC(w∘z) with the element-wise product of weights and scores first.
/// Source: Holló, Kremer and Lo Duca (2012), "CISS", ECB working paper 1426; indicator I18, row S43.
///
///     let correlation = SymmetricMatrix(order: 2, diagonal: 1)
///     CompositeStress(scores: [0.5, 0.5], weights: [1, 1], correlation: correlation).value   // 0.5
public struct CompositeStress: Hashable, Sendable {
  /// The part that each block adds, (w∘z)ᵢ·(C(w∘z))ᵢ; they sum to the indicator.
  public let contributions: [Double]

  /// Puts block scores together.
  ///
  /// - Parameters:
  ///   - scores: z, one per block, in 0 ... 1.
  ///   - weights: w, one per block, not negative; with a sum of one the indicator stays in 0 ... 1.
  ///   - correlation: C, the blocks' time-varying correlations.
  public init(scores: [Double], weights: [Double], correlation: SymmetricMatrix) {
    precondition(
      scores.count == weights.count && scores.count == correlation.order,
      "\(scores.count) scores, \(weights.count) weights, \(correlation.order) rows"
    )
    let weighted = zip(scores, weights).map { $0 * $1 }
    contributions = zip(weighted, correlation.multiplied(by: weighted)).map { $0 * $1 }
  }

  /// The indicator.
  public var value: Double { contributions.reduce(0, +) }
}
