import Statistics

/// The probability that a dealer's stock ever runs out when units come and go at random.
///
///     P = (λ_out/λ_in)^k   if λ_in > λ_out,   else 1
///
/// Source: Garman (1976); gambler's ruin. Tested by row S52.
public enum GarmanRuin {
  /// The probability of ruin.
  ///
  /// - Parameters:
  ///   - initialInventory: k, units held at the start, not negative.
  ///   - inflowRate: λ_in, units arriving per unit of time, not negative.
  ///   - outflowRate: λ_out, units leaving per unit of time, not negative.
  /// - Returns: In 0 ... 1.
  public static func probability(
    initialInventory: Double,
    inflowRate: Double,
    outflowRate: Double
  ) -> Double {
    precondition(initialInventory >= 0, "inventory must not be negative: \(initialInventory)")
    precondition(
      inflowRate >= 0 && outflowRate >= 0,
      "rates must not be negative: \(inflowRate), \(outflowRate)"
    )
    guard inflowRate > outflowRate else { return 1 }
    return Libm.pow(outflowRate / inflowRate, initialInventory)
  }
}
