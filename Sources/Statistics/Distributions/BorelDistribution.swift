/// The size of a cascade in which each unit sold forces a Poisson number of further units.
///
/// With gain g the total progeny of one unit, itself included, has P(S = s) = e^(−gs) (gs)^(s−1)/s!.
/// Source: Borel (1942); row S05 of the model's validation table.
public struct BorelDistribution: Hashable, Sendable {
  /// The mean number of units that one unit forces directly.
  public let gain: Double

  /// Creates the distribution of a subcritical cascade.
  ///
  /// - Parameter gain: In 0 ..< 1; at one the mean is infinite.
  public init(gain: Double) {
    precondition(gain >= 0 && gain < 1, "a subcritical gain lies in 0 ..< 1: \(gain)")
    self.gain = gain
  }

  /// The mean size 1/(1 − g).
  public var mean: Double { 1 / (1 - gain) }

  /// The variance of the size, g/(1 − g)³.
  public var variance: Double {
    let margin = 1 - gain
    return gain / (margin * margin * margin)
  }

  /// The probability of a cascade of a given size.
  ///
  /// - Parameter size: Units sold in all; sizes below one have probability zero.
  /// - Returns: In 0 ... 1.
  public func probability(of size: Int) -> Double {
    guard size >= 1 else { return 0 }
    guard gain > 0 else { return size == 1 ? 1 : 0 }
    // A share 1/s of Poisson(gs) draws of s − 1: the cycle lemma of branching.
    let s = Double(size)
    return Libm.exp(PoissonDistribution.logProbability(of: size - 1, mean: gain * s)) / s
  }

  /// Draws a size generation by generation.
  ///
  /// - Parameter stream: The stream that is advanced, by one word per generation while a generation
  ///   forces fewer than 30 units on average.
  /// - Returns: At least one.
  public func draw(using stream: inout Stream) -> Int {
    var size = 1
    var generation = 1
    while generation > 0 {
      generation = PoissonDistribution(mean: gain * Double(generation)).draw(using: &stream)
      size += generation
    }
    return size
  }
}
