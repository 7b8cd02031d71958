/// Leveraged value funds and a noise trader clear one market: tails grow fat with the leverage allowed.
///
/// The noise trader holds ln ξ' = ρ ln ξ + σ χ + (1 − ρ) ln(V N) of money in the market. Fund h sees the
/// mispricing m = V − p and wants the share value D p = min(β_h m, λ) W_h, nothing while m ≤ 0, where
/// W_h = D_h p + M_h is its wealth at the price being formed. The price clears ξ/p + Σ D_h = N.
/// Investors follow the smoothed return on wealth: F = max(b (perf − r_b), −1) W,
/// perf' = (1 − a) perf + a D (p' − p)/W. A fund whose wealth falls below a fraction of what it began
/// with defaults and comes back after a while with new capital.
///
/// Source: Thurner, Farmer and Geanakoplos (2012), "Leverage causes fat tails and clustered
/// volatility"; `model.md` §5.2. Tested by rows S13, S14 and S14b.
public struct LeveragedFundMarket: Hashable, Sendable {
  /// β of every fund, ascending.
  public let aggressiveness: [Double]
  /// λ, the largest value of shares over wealth; infinity for no limit.
  public let maxLeverage: Double
  /// N, the number of shares.
  public let sharesTotal: Double
  /// V, the value that funds compare the price with.
  public let fundamentalValue: Double
  /// ρ, the persistence of the noise trader's holding per step.
  public let noisePersistence: Double
  /// σ, the standard deviation of its shocks.
  public let noiseDeviation: Double
  /// W₀, what a fund begins with.
  public let initialWealth: Double
  /// The fraction of W₀ below which a fund defaults.
  public let defaultWealthFraction: Double
  /// The steps between a default and the fund's return with W₀.
  public let reentrySteps: Int
  /// a, the weight of the last return in the smoothed performance.
  public let performanceSmoothing: Double
  /// b, the flow per unit of performance above the benchmark.
  public let flowSensitivity: Double
  /// r_b, the performance per step at which investors stay.
  public let benchmarkReturn: Double

  /// Creates a market; the defaults are those of the paper.
  ///
  /// - Parameters:
  ///   - maxLeverage: λ, positive; infinity for no limit.
  ///   - aggressiveness: β of every fund, positive, in any order; at least one.
  ///   - sharesTotal: N, positive.
  ///   - fundamentalValue: V, positive.
  ///   - noisePersistence: ρ in 0 ..< 1.
  ///   - noiseDeviation: σ, not negative.
  ///   - initialWealth: W₀, positive.
  ///   - defaultWealthFraction: In 0 ..< 1.
  ///   - reentrySteps: Not negative.
  ///   - performanceSmoothing: a in 0 ... 1.
  ///   - flowSensitivity: b, not negative.
  ///   - benchmarkReturn: r_b, finite.
  public init(
    maxLeverage: Double,
    aggressiveness: [Double] = (1...10).map { 5 * Double($0) },
    sharesTotal: Double = 1_000,
    fundamentalValue: Double = 1,
    noisePersistence: Double = 0.99,
    noiseDeviation: Double = 0.035,
    initialWealth: Double = 2,
    defaultWealthFraction: Double = 0.1,
    reentrySteps: Int = 100,
    performanceSmoothing: Double = 0.1,
    flowSensitivity: Double = 0.15,
    benchmarkReturn: Double = 0.005
  ) {
    precondition(maxLeverage > 0, "the leverage limit must be positive: \(maxLeverage)")
    precondition(
      !aggressiveness.isEmpty && aggressiveness.allSatisfy { $0 > 0 && $0.isFinite },
      "every fund's aggressiveness must be positive: \(aggressiveness)"
    )
    precondition(
      sharesTotal > 0 && fundamentalValue > 0 && initialWealth > 0,
      "shares, value and wealth must be positive"
    )
    precondition(
      noisePersistence >= 0 && noisePersistence < 1 && noiseDeviation >= 0,
      "the noise must be stationary: \(noisePersistence), \(noiseDeviation)"
    )
    precondition(
      defaultWealthFraction >= 0 && defaultWealthFraction < 1 && reentrySteps >= 0,
      "a default leaves less than the initial wealth: \(defaultWealthFraction)"
    )
    precondition(
      performanceSmoothing >= 0 && performanceSmoothing <= 1 && flowSensitivity >= 0
        && benchmarkReturn.isFinite,
      "the flow rule needs weights that are not negative"
    )
    self.maxLeverage = maxLeverage
    self.aggressiveness = aggressiveness.sorted()
    self.sharesTotal = sharesTotal
    self.fundamentalValue = fundamentalValue
    self.noisePersistence = noisePersistence
    self.noiseDeviation = noiseDeviation
    self.initialWealth = initialWealth
    self.defaultWealthFraction = defaultWealthFraction
    self.reentrySteps = reentrySteps
    self.performanceSmoothing = performanceSmoothing
    self.flowSensitivity = flowSensitivity
    self.benchmarkReturn = benchmarkReturn
  }

  /// Which price clears where leverage makes several possible.
  public enum RootRule: Hashable, Sendable {
    /// The greatest root: prices fall only as far as they must.
    case greatest
    /// The root that halving [ξ/N, V] a number of times runs into; for comparison with programs
    /// that do that.
    case bisection(halvings: Int)
  }
}
