import Statistics

/// How much leverage deepens a sale that takes time, in a market that recovers.
///
/// A sale at a constant rate over T, impact that decays at rate ρ, liquidations at the running low
/// with gain g:
///
///     M(T) = (1 − e^(−ρT/(1−g))) / (1 − e^(−ρT))
///
/// Fast flow has M = 1/(1 − g), slow flow M = 1: leverage then hastens the fall without deepening
/// it. Source: `model.md` §2.4. Tested by row S49.
public enum TransientMultiplier {
  /// The displacement at the end of the sale with leverage, over that without.
  ///
  /// - Parameters:
  ///   - gain: g below 1, forced volume per unit of volume.
  ///   - resilienceTimesDuration: ρT, not negative; zero is the fast limit.
  /// - Returns: Between 1 and 1/(1 − g).
  public static func multiplier(gain: Double, resilienceTimesDuration: Double) -> Double {
    precondition(gain < 1, "at a gain of one nothing stops the fall: \(gain)")
    precondition(resilienceTimesDuration >= 0, "negative time: \(resilienceTimesDuration)")
    guard resilienceTimesDuration > 0 else { return 1 / (1 - gain) }
    return Libm.expMinusOne(-resilienceTimesDuration / (1 - gain))
      / Libm.expMinusOne(-resilienceTimesDuration)
  }
}
