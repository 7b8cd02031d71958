/// The fall of open interest over a window, and how much of it was forced.
///
/// Source: indicator I04 of the model specification; row S41.
public enum OpenInterestDestruction {
  /// The relative change after/before − 1.
  ///
  ///     OpenInterestDestruction.change(before: 94e9, after: 68e9)   // −0.2766
  ///
  /// - Parameters:
  ///   - before: The earlier open interest, positive.
  ///   - after: The later one, not negative, in the same unit.
  /// - Returns: A fraction, at least −1.
  public static func change(before: Double, after: Double) -> Double {
    precondition(before > 0, "open interest before must be positive: \(before)")
    precondition(after >= 0, "open interest after must not be negative: \(after)")
    return (after - before) / before
  }

  /// The largest fall from a value to a later one.
  ///
  /// - Parameter readings: Open interest in order of time, positive.
  /// - Returns: The peak's and the trough's index and the relative change, not positive; nil without
  ///   readings.
  /// - Complexity: O(n).
  public static func peakToTrough(
    _ readings: [Double]
  ) -> (peak: Int, trough: Int, change: Double)? {
    guard !readings.isEmpty else { return nil }
    var peak = 0
    var worst = (peak: 0, trough: 0, change: 0.0)
    for index in readings.indices {
      precondition(readings[index] > 0, "open interest must be positive: \(readings[index])")
      if readings[index] > readings[peak] { peak = index }
      let change = (readings[index] - readings[peak]) / readings[peak]
      if change < worst.change { worst = (peak, index, change) }
    }
    return worst
  }

  /// The part of a fall that liquidations and auto-deleveraging account for.
  ///
  /// Liquidation totals are lower bounds, and so is this share.
  ///
  /// - Parameters:
  ///   - forced: Liquidated and auto-deleveraged notional in the window, not negative.
  ///   - before: Open interest at the peak, in the same unit.
  ///   - after: Open interest at the trough, below `before`.
  /// - Returns: Not negative; above one where positions were opened again within the window; nil unless
  ///   open interest fell.
  public static func forcedShare(forced: Double, before: Double, after: Double) -> Double? {
    precondition(forced >= 0, "forced closings must not be negative: \(forced)")
    return after < before ? forced / (before - after) : nil
  }
}
