import Statistics

/// A book of liquidation prices made of normal bumps.
///
///     ℓ(p) = Σ size φ((p − mean)/sd)/sd          coins per USD
///     L(p) = ∫ from p to p₀ of ℓ                   coins with a liquidation price in [p, p₀]
///
/// Mass above the opening price is dropped, not renormalised. Source: `model.md` §2.2.
public struct GaussianBook: Hashable, Sendable {
  /// One cluster of liquidation prices.
  public struct Bump: Hashable, Sendable {
    /// Coins.
    public let size: Double
    /// USD.
    public let mean: Double
    /// USD, positive.
    public let standardDeviation: Double

    /// Creates a bump.
    public init(size: Double, mean: Double, standardDeviation: Double) {
      self.size = size
      self.mean = mean
      self.standardDeviation = standardDeviation
    }

    func density(at price: Double) -> Double {
      size * NormalDistribution.standardDensity((price - mean) / standardDeviation)
        / standardDeviation
    }

    /// The density's least value on an interval: it is unimodal, so at an end.
    func densityMin(from low: Double, to high: Double) -> Double {
      min(density(at: low), density(at: high))
    }

    func densityMax(from low: Double, to high: Double) -> Double {
      density(at: min(max(mean, low), high))
    }

    /// The mass between two prices, computed in the tail that loses no digits.
    func mass(from low: Double, to high: Double) -> Double {
      let a = (low - mean) / standardDeviation
      let b = (high - mean) / standardDeviation
      if a > 0 {
        return size
          * (NormalDistribution.standardCumulative(-a) - NormalDistribution.standardCumulative(-b))
      }
      return size
        * (NormalDistribution.standardCumulative(b) - NormalDistribution.standardCumulative(a))
    }
  }

  /// The bumps.
  public let bumps: [Bump]
  /// p₀, USD.
  public let openingPrice: Double

  /// Creates a book.
  ///
  /// - Parameters:
  ///   - bumps: Each with a size of at least zero and a positive standard deviation.
  ///   - openingPrice: Positive, USD.
  /// - Throws: ``CascadeError/invalid(field:value:expected:)``.
  public init(bumps: [Bump], openingPrice: Double) throws(CascadeError) {
    for bump in bumps {
      guard bump.size >= 0, bump.size.isFinite, bump.mean.isFinite else {
        throw .invalid(field: "book size", value: "\(bump.size)", expected: "at least 0, finite")
      }
      guard bump.standardDeviation > 0, bump.standardDeviation.isFinite else {
        throw .invalid(
          field: "book sd",
          value: "\(bump.standardDeviation)",
          expected: "a positive number"
        )
      }
    }
    guard openingPrice > 0, openingPrice.isFinite else {
      throw .invalid(field: "price", value: "\(openingPrice)", expected: "a positive number")
    }
    self.bumps = bumps
    self.openingPrice = openingPrice
  }

  /// ℓ(p), coins per USD.
  public func density(at price: Double) -> Double {
    bumps.reduce(0) { $0 + $1.density(at: price) }
  }

  /// L(p), coins; zero above the opening price.
  public func liquidated(downTo price: Double) -> Double {
    guard price < openingPrice else { return 0 }
    return bumps.reduce(0) { $0 + $1.mass(from: price, to: openingPrice) }
  }

  /// All coins below the opening price.
  public var total: Double { liquidated(downTo: -.infinity) }

  /// The scale on which the density changes, USD.
  var resolution: Double {
    bumps.reduce(Double.infinity) { min($0, $1.standardDeviation) }
  }

  /// Below this price there is no mass that a double can see.
  var lowest: Double {
    bumps.reduce(openingPrice) { min($0, $1.mean - 40 * $1.standardDeviation) }
  }
}
