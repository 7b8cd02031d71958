import Quantities

/// A daily rate of barrels turned into whole smallest quantities, bar by bar: what rounding leaves is carried on.
struct BarrelFlow: Sendable {
  private var due = 0.0
  private var posted: Int64 = 0

  /// The smallest quantities of the next bar.
  ///
  /// - Parameter units: Smallest quantities in the bar as a real number, not negative.
  /// - Returns: A whole number of them.
  mutating func next(_ units: Double) -> Amount {
    due += units
    let amount = Amount(Int64(due.rounded(.down)) - posted)
    posted += amount.units
    return amount
  }
}
