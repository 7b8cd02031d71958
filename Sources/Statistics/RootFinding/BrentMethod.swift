/// Root finding by inverse quadratic interpolation, guarded by bisection.
///
/// As certain as ``Bisection`` on a bracket, and for smooth functions about five times faster.
/// Source: Brent (1973), "Algorithms for minimization without derivatives", chapter 4.
public enum BrentMethod {
  /// Finds a point where the function changes sign.
  ///
  ///     try BrentMethod.root(of: { $0 * $0 - 2 }, in: 0...2)  // 1.4142135623730951
  ///
  /// - Parameters:
  ///   - function: Finite at every point visited.
  ///   - bracket: Ends at which the function has opposite signs, or is zero.
  ///   - tolerance: Absolute; the relative spacing of doubles at the root is added to it.
  ///   - iterationLimit: The largest number of evaluations after the two ends.
  /// - Returns: A point within 2·tolerance + 4·ulp of a change of sign.
  /// - Throws: ``StatisticsError/rootNotBracketed(lower:upper:valueAtLower:valueAtUpper:)``,
  ///   ``StatisticsError/functionNotFinite(point:value:)`` or
  ///   ``StatisticsError/iterationLimitReached(method:limit:)``.
  public static func root(
    of function: (Double) -> Double,
    in bracket: ClosedRange<Double>,
    tolerance: Double = 1e-15,
    iterationLimit: Int = 500
  ) throws(StatisticsError) -> Double {
    precondition(tolerance > 0, "the tolerance must be positive: \(tolerance)")
    let values = try RootBracket.values(of: function, in: bracket)
    var state = State(bracket: bracket, values: values)
    for _ in 0..<iterationLimit {
      state.orient()
      if state.hasConverged(tolerance: tolerance) { return state.best }
      let next = state.nextPoint(tolerance: tolerance)
      state.accept(next, value: try RootBracket.value(of: function, at: next))
    }
    throw .iterationLimitReached(method: "Brent root", limit: iterationLimit)
  }

  /// The three points that the method keeps: the best, the one before it, and the other side.
  private struct State {
    var best: Double
    var bestValue: Double
    var previous: Double
    var previousValue: Double
    var opposite: Double
    var oppositeValue: Double
    var step: Double
    var stepBefore: Double

    init(bracket: ClosedRange<Double>, values: (lower: Double, upper: Double)) {
      (previous, previousValue) = (bracket.lowerBound, values.lower)
      (best, bestValue) = (bracket.upperBound, values.upper)
      (opposite, oppositeValue) = (previous, previousValue)
      step = best - previous
      stepBefore = step
    }

    /// Keeps the root between `best` and `opposite`, with `best` the nearer by value.
    mutating func orient() {
      if oppositeValue != 0 && (bestValue > 0) == (oppositeValue > 0) && bestValue != 0 {
        (opposite, oppositeValue) = (previous, previousValue)
        step = best - previous
        stepBefore = step
      }
      if abs(oppositeValue) < abs(bestValue) {
        (previous, previousValue) = (best, bestValue)
        (best, bestValue) = (opposite, oppositeValue)
        (opposite, oppositeValue) = (previous, previousValue)
      }
    }

    func halfWidth(tolerance: Double) -> Double { 2 * best.ulp + 0.5 * tolerance }

    func hasConverged(tolerance: Double) -> Bool {
      bestValue == 0 || abs(0.5 * (opposite - best)) <= halfWidth(tolerance: tolerance)
    }

    /// The next point: interpolated if that shrinks the bracket fast enough, else the middle.
    mutating func nextPoint(tolerance: Double) -> Double {
      let least = halfWidth(tolerance: tolerance)
      let half = 0.5 * (opposite - best)
      if abs(stepBefore) < least || abs(previousValue) <= abs(bestValue) {
        (step, stepBefore) = (half, half)
      } else {
        let (p, q) = interpolation(half: half)
        if 2 * p < min(3 * half * q - abs(least * q), abs(stepBefore * q)) {
          (step, stepBefore) = (p / q, step)
        } else {
          (step, stepBefore) = (half, half)
        }
      }
      return best + (abs(step) > least ? step : (half > 0 ? least : -least))
    }

    /// The step p/q of the secant, or of the inverse quadratic through three points; p ≥ 0.
    private func interpolation(half: Double) -> (p: Double, q: Double) {
      let s = bestValue / previousValue
      var (p, q): (Double, Double)
      if previous == opposite {
        p = 2 * half * s
        q = 1 - s
      } else {
        let t = previousValue / oppositeValue
        let r = bestValue / oppositeValue
        p = s * (2 * half * t * (t - r) - (best - previous) * (r - 1))
        q = (t - 1) * (r - 1) * (s - 1)
      }
      if p > 0 { q = -q } else { p = -p }
      return (p, q)
    }

    mutating func accept(_ point: Double, value: Double) {
      (previous, previousValue) = (best, bestValue)
      (best, bestValue) = (point, value)
    }
  }
}
