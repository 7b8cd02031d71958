import Statistics

/// How much more was bought of one instrument than of the one it is tied to, fading with time.
///
///     flow q:   D ← D + q
///     time Δ:   D ← D · exp(−ρ Δ)
///
/// D is the inventory that arbitrageurs have not yet carried from one market to the other, signed
/// quote currency: positive when the derivative was bought or the spot sold.
public struct FlowImbalance: Hashable, Sendable {
  /// D, signed quote currency.
  public private(set) var displacement: Double = 0
  /// ρ, the rate per second at which arbitrage removes it.
  public let resiliencePerSecond: Double

  /// Creates a balance.
  ///
  /// - Parameter resiliencePerSecond: Not negative.
  public init(resiliencePerSecond: Double) {
    precondition(
      resiliencePerSecond >= 0 && resiliencePerSecond.isFinite,
      "a resilience is not negative: \(resiliencePerSecond)"
    )
    self.resiliencePerSecond = resiliencePerSecond
  }

  /// Adds flow, both signed quote currency.
  public mutating func add(derivativeFlow: Double, spotFlow: Double) {
    let flow = derivativeFlow - spotFlow
    precondition(flow.isFinite, "a flow must be finite: \(derivativeFlow), \(spotFlow)")
    displacement += flow
  }

  /// Lets time pass.
  ///
  /// - Parameter seconds: Not negative.
  public mutating func elapse(seconds: Double) {
    precondition(seconds >= 0, "time does not run backwards: \(seconds)")
    displacement *= Libm.exp(-resiliencePerSecond * seconds)
  }
}
