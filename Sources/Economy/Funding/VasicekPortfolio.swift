public import Statistics

/// The losses of a large portfolio of small loans with one common factor.
///
///     PD(z) = Φ((Φ⁻¹(PD) − √ρ z)/√(1 − ρ)),     loss quantile q: PD(−Φ⁻¹(q))
///
/// z is standard normal, low in bad times; the loss is the share that defaults, before recoveries. As times
/// worsen the loss is an S: convex while below one half, concave above, nowhere exponential.
/// Source: Vasicek (2002), "Loan portfolio value"; row S27.
///
///     try VasicekPortfolio(defaultProbability: 0.02, assetCorrelation: 0.15).quantile(0.999)   // 0.1763
public struct VasicekPortfolio: Hashable, Sendable {
  /// PD: the mean share that defaults.
  public let defaultProbability: Double
  /// ρ: the correlation of any two borrowers' assets.
  public let assetCorrelation: Double
  /// Φ⁻¹(PD).
  private let threshold: Double

  /// Takes a portfolio.
  ///
  /// - Parameters:
  ///   - defaultProbability: In 0 ... 1, ends excluded.
  ///   - assetCorrelation: In 0 ..< 1.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(defaultProbability: Double, assetCorrelation: Double) throws(ModelError) {
    let domain = ModelDomain(model: "Vasicek")
    try domain.check(defaultProbability, "default probability", "between 0 and 1") {
      $0 > 0 && $0 < 1
    }
    try domain.check(assetCorrelation, "asset correlation", "at least 0, below 1") {
      $0 >= 0 && $0 < 1
    }
    self.defaultProbability = defaultProbability
    self.assetCorrelation = assetCorrelation
    threshold = NormalDistribution.standardQuantile(defaultProbability)
  }

  /// (Φ⁻¹(PD) − √ρ z)/√(1 − ρ).
  private func distance(_ factor: Double) -> Double {
    (threshold - assetCorrelation.squareRoot() * factor) / (1 - assetCorrelation).squareRoot()
  }

  /// PD(z), the share that defaults.
  ///
  /// - Parameter factor: z, low in bad times.
  /// - Returns: In 0 ... 1.
  public func defaultProbability(factor: Double) -> Double {
    NormalDistribution.standardCumulative(distance(factor))
  }

  /// d²PD/dz²: positive while the loss is convex in how bad times are, negative beyond.
  ///
  /// - Parameter factor: z.
  /// - Returns: −ρ/(1 − ρ) · t φ(t) with t the argument of Φ.
  public func curvature(factor: Double) -> Double {
    let distance = distance(factor)
    return -assetCorrelation / (1 - assetCorrelation) * distance
      * NormalDistribution.standardDensity(distance)
  }

  /// The factor at which half of the portfolio defaults and convexity ends; nil without correlation.
  public var inflectionFactor: Double? {
    assetCorrelation > 0 ? threshold / assetCorrelation.squareRoot() : nil
  }

  /// The loss that is not exceeded with a probability.
  ///
  /// - Parameter probability: In 0 ... 1, ends excluded.
  /// - Returns: In 0 ... 1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile: \(probability)")
    return defaultProbability(factor: -NormalDistribution.standardQuantile(probability))
  }

  /// The probability of a loss at most `loss`: Φ((√(1 − ρ) Φ⁻¹(loss) − Φ⁻¹(PD))/√ρ).
  ///
  /// - Parameter loss: In 0 ... 1.
  /// - Returns: In 0 ... 1.
  public func cumulative(_ loss: Double) -> Double {
    precondition((0...1).contains(loss), "a loss lies in 0 ... 1: \(loss)")
    guard assetCorrelation > 0 else { return loss >= defaultProbability ? 1 : 0 }
    let score = NormalDistribution.standardQuantile(loss)
    return NormalDistribution.standardCumulative(
      ((1 - assetCorrelation).squareRoot() * score - threshold) / assetCorrelation.squareRoot()
    )
  }

  /// Draws a loss from exactly one word.
  ///
  /// - Parameter stream: The stream that is advanced.
  /// - Returns: In 0 ... 1.
  public func draw(using stream: inout Stream) -> Double {
    defaultProbability(factor: stream.nextNormal())
  }
}
