/// How much of its holdings a fund has sold, as its value falls.
///
/// f(x) is linear in x = V/V₀ with one slope between two bounds and flat outside: above the upper bound
/// nobody redeems, below the lower one everything that is sold has been sold. Its derivative is the
/// selling schedule of Cont and Wagalath (2013).
public struct DistressedSelling: Hashable, Sendable {
  /// f′ between the bounds: the fraction of the holdings sold per fraction of value lost.
  public let slope: Double
  /// V/V₀ at which selling ends.
  public let lowerBound: Double
  /// V/V₀ at which selling starts.
  public let upperBound: Double

  /// Takes the schedule.
  ///
  /// - Parameters:
  ///   - slope: Not negative.
  ///   - lowerBound: Below the upper bound; −∞ for selling without end.
  ///   - upperBound: ∞ for a fund that also buys back as it gains.
  public init(slope: Double, lowerBound: Double = -.infinity, upperBound: Double = .infinity) {
    precondition(slope >= 0 && slope.isFinite, "selling grows with the loss: \(slope)")
    precondition(lowerBound < upperBound, "the bounds are in order: \(lowerBound), \(upperBound)")
    self.slope = slope
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// f′(x).
  ///
  /// - Parameter value: x = V/V₀.
  /// - Returns: The slope between the bounds, zero outside.
  public func derivative(at value: Double) -> Double {
    value >= lowerBound && value <= upperBound ? slope : 0
  }

  /// f(to) − f(from), negative for a sale.
  ///
  /// - Parameters:
  ///   - from: V/V₀ before.
  ///   - to: V/V₀ after.
  /// - Returns: The fraction of the holdings bought.
  public func change(from: Double, to: Double) -> Double {
    let isInside = { (value: Double) in min(max(value, lowerBound), upperBound) }
    let (before, after) = (isInside(from), isInside(to))
    return before == after ? 0 : slope * (after - before)
  }
}
