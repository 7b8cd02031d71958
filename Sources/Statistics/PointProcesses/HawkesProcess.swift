/// A self-exciting point process with an exponential kernel: each event raises the rate of others.
///
/// The intensity is λ(t) = μ + Σ nβ e^(−β(t − tₖ)) over past events. The branching ratio n is the mean
/// number of events that one event triggers directly; the process is stationary below one.
/// Sources: Hawkes (1971); Bacry, Mastromatteo and Muzy (2015), section 2; row S19.
///
///     let process = HawkesProcess(baseRate: 1, branchingRatio: 0.8, decayRate: 1)
///     process.meanRate             // 5.0
///     process.fanoFactor(window: 10)  // 14.624
public struct HawkesProcess: Hashable, Sendable {
  /// The rate μ of spontaneous events, per unit of time.
  public let baseRate: Double
  /// The mean number n of events triggered directly by one.
  public let branchingRatio: Double
  /// The decay rate β of the excitation, per unit of time.
  public let decayRate: Double

  /// Creates a stationary process.
  ///
  /// - Parameters:
  ///   - baseRate: Finite and positive, per unit of time.
  ///   - branchingRatio: In 0 ..< 1.
  ///   - decayRate: Finite and positive, per unit of time.
  public init(baseRate: Double, branchingRatio: Double, decayRate: Double) {
    precondition(
      baseRate > 0 && baseRate.isFinite,
      "the base rate must be positive: \(baseRate)"
    )
    precondition(
      branchingRatio >= 0 && branchingRatio < 1,
      "a stationary branching ratio lies in 0 ..< 1: \(branchingRatio)"
    )
    precondition(
      decayRate > 0 && decayRate.isFinite,
      "the decay rate must be positive: \(decayRate)"
    )
    self.baseRate = baseRate
    self.branchingRatio = branchingRatio
    self.decayRate = decayRate
  }

  /// The stationary mean rate μ/(1 − n), per unit of time.
  public var meanRate: Double { baseRate / (1 - branchingRatio) }

  /// The variance over the mean of stationary counts in a window.
  ///
  /// 1 + (2n − n²)/(1 − n)² · [1 − (1 − e^(−x))/x] with x = β(1 − n)·window.
  ///
  /// - Parameter window: The window's length, not negative.
  /// - Returns: At least 1, the value of independent events.
  public func fanoFactor(window: Double) -> Double {
    precondition(window >= 0, "a window's length must not be negative: \(window)")
    let margin = 1 - branchingRatio
    let x = decayRate * margin * window
    guard x > 0 else { return 1 }
    let excess = branchingRatio * (2 - branchingRatio) / (margin * margin)
    // Below 10⁻⁵ the difference loses digits that the series x/2 − x²/6 keeps.
    let relaxation = x < 1e-5 ? x * (0.5 - x / 6) : 1 + Libm.expMinusOne(-x) / x
    return 1 + excess * relaxation
  }

  /// The variance over the mean of counts in a very long window, 1/(1 − n)².
  public var fanoFactorInfinite: Double {
    let margin = 1 - branchingRatio
    return 1 / (margin * margin)
  }
}
