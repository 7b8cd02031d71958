public import Statistics

/// A cascade as a branching process, run event by event.
///
/// Positions of one size have their liquidation prices scattered as a Poisson process; selling one
/// moves the price by λ q and uncovers a Poisson number of others with mean g = λ ℓ. The total
/// progeny of one unit is Borel(g). Source: `model.md` §2.3. Tested by row S05.
public struct BranchingCascade: Hashable, Sendable {
  /// λ, USD per coin.
  public let impact: Double
  /// ℓ, coins per USD.
  public let density: Double
  /// q, coins.
  public let positionSize: Double
  /// E, coins.
  public let initialSale: Double

  /// Creates a cascade.
  ///
  /// - Throws: ``CascadeError/invalid(field:value:expected:)`` unless all are positive (density and
  ///   impact may be zero) and the gain is below one, so that every cascade ends.
  public init(
    impact: Double,
    density: Double,
    positionSize: Double,
    initialSale: Double
  )
    throws(CascadeError)
  {
    guard impact >= 0, density >= 0, impact * density < 1 else {
      throw .invalid(
        field: "gain",
        value: "\(impact * density)",
        expected: "at least 0 and below 1, where every cascade ends"
      )
    }
    guard positionSize > 0, initialSale > 0 else {
      throw .invalid(
        field: "size",
        value: "\(positionSize), \(initialSale)",
        expected: "positive numbers"
      )
    }
    self.impact = impact
    self.density = density
    self.positionSize = positionSize
    self.initialSale = initialSale
  }

  /// g = λ ℓ.
  public var gain: Double { impact * density }

  /// Runs one cascade.
  ///
  /// - Parameter stream: Advanced by one word per position uncovered, and one more.
  /// - Returns: The coins sold, the initial sale included.
  public func draw(using stream: inout Stream) -> Double {
    // In units of the mean gap between liquidation prices: each position sold moves the price by g,
    // and the next one lies an exponential gap further.
    let reachPerPosition = gain
    var reach = gain * initialSale / positionSize
    var positions = 0
    guard reach > 0 else { return initialSale }
    var next = gap(&stream)
    while next <= reach {
      positions += 1
      reach += reachPerPosition
      next += gap(&stream)
    }
    return initialSale + Double(positions) * positionSize
  }

  @inline(__always)
  private func gap(_ stream: inout Stream) -> Double { -Libm.log(1 - stream.nextUniform()) }

  /// The mean and variance of the size over independent cascades.
  public struct Moments: Hashable, Sendable {
    /// Coins.
    public let mean: Double
    /// Coins squared, with divisor n − 1.
    public let variance: Double
  }

  /// Runs many cascades.
  ///
  /// - Parameters:
  ///   - count: At least 2.
  ///   - stream: The stream that is advanced.
  /// - Returns: Mean and variance of the sizes.
  public func moments(count: Int, using stream: inout Stream) -> Moments {
    precondition(count >= 2, "a variance needs two cascades, not \(count)")
    var mean = 0.0
    var squares = 0.0
    for index in 1...count {
      let size = draw(using: &stream)
      let delta = size - mean
      mean += delta / Double(index)
      squares += delta * (size - mean)
    }
    return Moments(mean: mean, variance: squares / Double(count - 1))
  }
}
