import Statistics

/// Whether buying and selling back could earn money from its own impact.
///
/// For impact |q|^ψ that decays as τ^(−b), a round trip costs money at every pair of speeds only if
///
///     b + ψ ≥ 1   and   b ≥ 2 − ln 3/ln 2 = 0.415…
///
/// Permanent impact (b = 0) is allowed only when linear. Source: Gatheral (2010), "No-dynamic-
/// arbitrage and market impact".
public enum RoundTripCondition {
  /// The least decay exponent for which nonlinear impact is free of round-trip profit.
  public static let decayExponentMin = 2 - Libm.log(3) / Libm.log(2)

  /// Whether the two exponents exclude profit from a round trip.
  ///
  /// - Parameters:
  ///   - volumeExponent: ψ, positive.
  ///   - decayExponent: b, not negative.
  ///   - slack: How much below 1 the sum b + ψ may lie; nearly exact sums are common in fits.
  /// - Returns: True when no round trip at constant speeds earns money.
  public static func isSatisfied(
    volumeExponent: Double,
    decayExponent: Double,
    slack: Double = 0
  ) -> Bool {
    precondition(volumeExponent > 0, "the volume exponent must be positive: \(volumeExponent)")
    precondition(decayExponent >= 0, "the decay must not be negative: \(decayExponent)")
    if volumeExponent == 1 { return true }
    return decayExponent + volumeExponent >= 1 - slack && decayExponent >= decayExponentMin
  }
}
