import Statistics

/// The probability that the next price move is up, given the sizes of the two best queues.
///
/// Orders of one size arrive and leave both queues at balanced rates; the price rises when the ask
/// queue empties first:
///
///     p_up(n, p) = (1/π) ∫₀^π (2 − cos t − √((2 − cos t)² − 1))^p · sin(nt) cos(t/2)/sin(t/2) dt
///
/// Source: Cont & de Larrard (2013), proposition 1; `model.md` §1.4. Tested by row S17.
public enum QueueUpProbability {
  /// Evaluates the integral to about 10⁻¹³.
  ///
  /// The root is √2 sin(t/2) √(3 − cos t), so the integrand is smooth on the closed interval. It
  /// is cut into panels no wider than half an oscillation or ten decay lengths.
  ///
  /// - Parameters:
  ///   - bidQueue: n, orders at the best bid, positive.
  ///   - askQueue: p, orders at the best ask, positive.
  /// - Returns: In 0 ... 1; ½ for equal queues.
  /// - Complexity: O(n + p) evaluations.
  public static func probability(bidQueue: Int, askQueue: Int) -> Double {
    precondition(bidQueue > 0 && askQueue > 0, "queues must not be empty: \(bidQueue), \(askQueue)")
    let panels = 4 + bidQueue + askQueue / 3
    let rule = GaussLegendreRule(points: 16)
    let width = Double.pi / Double(panels)
    var total = 0.0
    for panel in 0..<panels {
      total += rule.integral(from: Double(panel) * width, to: Double(panel + 1) * width) { t in
        integrand(t, bidQueue: Double(bidQueue), askQueue: Double(askQueue))
      }
    }
    return total / .pi
  }

  private static func integrand(_ t: Double, bidQueue: Double, askQueue: Double) -> Double {
    let (sine, cosine) = (Libm.sin(0.5 * t), Libm.cos(0.5 * t))
    // cos t = 1 − 2 sin²(t/2) keeps the difference 1 − cos t exact near zero.
    let rise = 2 * sine * sine
    let base = 1 + rise - (rise * (2 + rise)).squareRoot()
    return Libm.pow(base, askQueue) * Libm.sin(bidQueue * t) * cosine / sine
  }
}
