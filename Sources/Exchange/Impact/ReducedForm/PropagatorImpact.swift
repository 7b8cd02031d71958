import Statistics

/// The propagator market: every trade leaves an impact that decays as a slow power of time.
///
///     ln pₜ = ln vₜ + Σ_{s<t} G(t − s) f(qₛ)
///     G(τ) = (1 + τ/τ₀)^(−b),   f(q) = sgn(q) · g · [(|q| + q₀)^ψ − q₀^ψ]
///
/// G is carried as a sum of exponentials, so the state is one number per exponential. The
/// regulariser q₀ keeps the marginal impact at rest finite, as in ``SquareRootImpact``.
///
/// Each order of this market acts by its own size: splitting one order in two at the same instant
/// moves the price more when ψ < 1. A cascade that commits in many small steps should therefore
/// use ``SquareRootImpact``, whose impact depends on the total only.
///
/// Source: Bouchaud, Gefen, Potters & Wyart (2004); `model.md` §1.2.
public struct PropagatorImpact: Liquidity, Hashable, Sendable {
  /// ψ, the exponent of volume.
  public let volumeExponent: Double
  /// g, log units per USD^ψ.
  public let scale: Double
  /// q₀, the volume in USD below which impact is linear.
  public let regulariser: Double
  /// G, the decay of impact.
  public let kernel: ExponentialKernel
  /// Half the bid-ask spread in log units.
  public let halfSpread: Double
  /// The grid on which prices leave.
  public let grid: PriceGrid
  /// The log of the efficient price.
  public private(set) var logValue: Double
  /// The depth multiplier A: orders to come act as if they were 1/A times as large.
  public var depthMultiplier: Double {
    didSet { precondition(depthMultiplier > 0, "the depth must be positive: \(depthMultiplier)") }
  }

  private var memory: [Double]

  /// Creates a market at rest.
  ///
  /// - Parameters:
  ///   - volumeExponent: ψ in 0 ... 1.
  ///   - decayExponent: b; with ψ it must exclude round-trip profit.
  ///   - coreSeconds: τ₀, positive.
  ///   - rangeSeconds: The longest lag that matters.
  ///   - scale: g, log units per USD^ψ, not negative.
  ///   - regulariser: q₀ in USD, positive.
  ///   - logValue: The log of the opening price.
  ///   - grid: The grid on which prices leave.
  ///   - halfSpread: Log units, not negative.
  /// - Throws: ``ImpactError/roundTripProfit(volumeExponent:decayExponent:)`` when b + ψ < 0.98 or
  ///   b < 0.415; ``ImpactError/kernelInexact(relativeErrorMax:allowed:)`` when six exponentials
  ///   miss the decay by more than 10 %.
  public init(
    volumeExponent: Double,
    decayExponent: Double,
    coreSeconds: Double,
    rangeSeconds: Double,
    scale: Double,
    regulariser: Double,
    logValue: Double,
    grid: PriceGrid,
    halfSpread: Double = 0
  ) throws(ImpactError) {
    precondition(volumeExponent > 0 && volumeExponent <= 1, "ψ in 0 ... 1: \(volumeExponent)")
    precondition(scale >= 0, "the impact must not be negative: \(scale)")
    precondition(regulariser > 0, "the regulariser must be positive: \(regulariser)")
    guard
      RoundTripCondition.isSatisfied(
        volumeExponent: volumeExponent,
        decayExponent: decayExponent,
        slack: Self.sumSlack
      )
    else {
      throw .roundTripProfit(volumeExponent: volumeExponent, decayExponent: decayExponent)
    }
    kernel = ExponentialKernel(
      decayExponent: decayExponent,
      coreSeconds: coreSeconds,
      rangeSeconds: rangeSeconds
    )
    guard kernel.relativeErrorMax <= Self.kernelErrorMax else {
      throw .kernelInexact(
        relativeErrorMax: kernel.relativeErrorMax,
        allowed: Self.kernelErrorMax
      )
    }
    self.volumeExponent = volumeExponent
    self.scale = scale
    self.regulariser = regulariser
    self.halfSpread = halfSpread
    self.grid = grid
    self.logValue = logValue
    depthMultiplier = 1
    memory = [Double](repeating: 0, count: kernel.weights.count)
  }

  /// "b + ψ ≥ 1 or nearly so": the sum may miss one by this much.
  private static let sumSlack = 0.02
  private static let kernelErrorMax = 0.1

  /// The log mid.
  public var logMid: Double { logValue + memory.reduce(0, +) }

  /// The log mid that a market order would leave behind.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: A log price, nondecreasing in the volume.
  public func logMid(after volume: Double) -> Double {
    logMid + kernel.value(at: 0) * response(to: volume)
  }

  /// The rise of the log mid per further USD once a volume has been executed.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: Log units per USD.
  public func marginalImpact(after volume: Double) -> Double {
    let effective = abs(volume) / depthMultiplier + regulariser
    return kernel.value(at: 0) * scale * volumeExponent / depthMultiplier
      * Libm.pow(effective, volumeExponent - 1)
  }

  /// Executes a market order and keeps its effect.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: The execution, always of the whole volume.
  public mutating func clear(_ volume: Double) -> MarketExecution {
    precondition(volume.isFinite, "a volume must be finite: \(volume)")
    let before = logMid
    let response = response(to: volume)
    for index in memory.indices { memory[index] += kernel.weights[index] * response }
    let after = logMid
    let side: Double = volume > 0 ? 1 : volume < 0 ? -1 : 0
    let average = 0.5 * (before + after) + side * halfSpread
    return MarketExecution(
      requestedVolume: volume,
      volume: volume,
      averageLogPrice: average,
      averagePrice: grid.takerPrice(ofLog: average, isBuy: volume > 0),
      logMidBefore: before,
      logMidAfter: after
    )
  }

  /// Lets time pass: every exponential of the memory decays.
  ///
  /// - Parameter seconds: Not negative.
  public mutating func elapse(seconds: Double) {
    precondition(seconds >= 0, "time does not run backwards: \(seconds)")
    for index in memory.indices { memory[index] *= Libm.exp(-kernel.rates[index] * seconds) }
  }

  /// Moves the value by news, without any trade.
  ///
  /// - Parameter logReturn: The change of ln v.
  public mutating func moveValue(by logReturn: Double) { logValue += logReturn }

  /// The volume that one order needs to move the mid by half the distance.
  ///
  /// - Parameter logDistance: Positive.
  /// - Returns: USD.
  public func depth(within logDistance: Double) -> Double {
    let base = Libm.pow(regulariser, volumeExponent)
    let target = 0.5 * logDistance / (scale * kernel.value(at: 0)) + base
    return depthMultiplier * (Libm.pow(target, 1 / volumeExponent) - regulariser)
  }

  /// f(q/A).
  private func response(to volume: Double) -> Double {
    let size = abs(volume) / depthMultiplier
    let magnitude =
      scale
      * (Libm.pow(size + regulariser, volumeExponent) - Libm.pow(regulariser, volumeExponent))
    return volume < 0 ? -magnitude : magnitude
  }
}
