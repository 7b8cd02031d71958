/// The Poisson distribution, the count of independent rare events.
public struct PoissonDistribution: Hashable, Sendable {
  /// The mean count.
  public let mean: Double

  /// The largest mean drawn; above it counts would leave the range of exact doubles.
  private static let meanMax = 0x1p50

  /// Creates a Poisson distribution.
  ///
  /// - Parameter mean: In 0 ... 2⁵⁰.
  public init(mean: Double) {
    precondition(mean >= 0 && mean <= Self.meanMax, "the mean must lie in 0 ... 2^50: \(mean)")
    self.mean = mean
  }

  /// The variance, equal to the mean.
  public var variance: Double { mean }

  /// The probability of a count, e^(−μ) μᵏ/k!, relative error about 10⁻¹⁵.
  ///
  /// - Parameter count: Any integer; negative counts have probability zero.
  /// - Returns: In 0 ... 1.
  public func probability(of count: Int) -> Double {
    Libm.exp(Self.logProbability(of: count, mean: mean))
  }

  /// Draws a count: by inversion from one word for means below 30, else by transformed rejection.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: A count that is not negative.
  /// - Complexity: O(mean) below 30, O(1) above.
  public func draw(using stream: inout Stream) -> Int {
    mean < 30 ? drawByInversion(using: &stream) : drawByRejection(using: &stream)
  }

  private func drawByInversion(using stream: inout Stream) -> Int {
    let uniform = stream.nextUniform()
    var count = 0
    var term = Libm.exp(-mean)
    var cumulative = term
    while uniform >= cumulative {
      count += 1
      term *= mean / Double(count)
      let next = cumulative + term
      // Past the mean a term that no longer moves the sum ends the search: rounding may leave the
      // sum of all terms just below the largest uniforms.
      if next == cumulative && Double(count) > mean { return count }
      cumulative = next
    }
    return count
  }

  /// Transformed rejection with squeeze.
  ///
  /// Source: Hörmann (1993), "The transformed rejection method for generating Poisson random
  /// variables", algorithm PTRS.
  private func drawByRejection(using stream: inout Stream) -> Int {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = stream.nextUniform() - 0.5
      let v = stream.nextUniform()
      let margin = 0.5 - abs(u)
      // u = −½ has no image; the cell has probability 2⁻⁵³.
      guard margin > 0 else { continue }
      let count = ((2 * a / margin + b) * u + mean + 0.43).rounded(.down)
      if margin >= 0.07 && v <= squeeze { return Int(count) }
      if count < 0 || (margin < 0.013 && v > margin) { continue }
      let logRatio = Libm.log(v) + Libm.log(inverseAlpha) - Libm.log(a / (margin * margin) + b)
      let candidate = Int(count)
      if logRatio <= Self.logProbability(of: candidate, mean: mean) { return candidate }
    }
  }
}
