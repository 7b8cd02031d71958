import Statistics

/// How impact relaxes after an order executed at a constant rate, when each trade's impact decays
/// as a power of time.
///
///     I(t)/I(T) = (t/T)^(1−b) − (t/T − 1)^(1−b)   for t ≥ T,   (t/T)^(1−b) before
///
/// Source: Bouchaud, Gefen, Potters & Wyart (2004), with the integral of τ^(−b);
/// `model.md` §1.4. Tested by row S20.
public enum PropagatorRelaxation {
  /// The impact relative to that at the end of the execution.
  ///
  /// - Parameters:
  ///   - timeRatio: t/T, time since the start over the duration, not negative.
  ///   - decayExponent: b in 0 ..< 1.
  /// - Returns: 1 at the end of execution, then falling to 0 (1 for ever when b = 0).
  public static func relativeImpact(timeRatio: Double, decayExponent: Double) -> Double {
    precondition(timeRatio >= 0, "time does not run backwards: \(timeRatio)")
    precondition((0..<1).contains(decayExponent), "the decay lies in 0 ..< 1: \(decayExponent)")
    let power = 1 - decayExponent
    let building = Libm.pow(timeRatio, power)
    guard timeRatio > 1 else { return building }
    // r^a − (r − 1)^a without cancellation for large r.
    return -building * Libm.expMinusOne(power * Libm.log(onePlus: -1 / timeRatio))
  }
}
