import Statistics

/// The measured share of forced moves in all moves, n̂, with an interval.
///
/// Each node of the forest moves the log price by u; the forced ones were uncovered by the moves of
/// all nodes. With U = Σ|u| over forced nodes and U₀ = Σ|u| over roots,
///
///     n̂ = U / (U + U₀)
///
/// is the number of offspring per unit of move: U/ū forced trades of mean move ū, uncovered by
/// (U + U₀)/ū units of move. For unit sizes it is forced/(forced + roots), the maximum-likelihood
/// estimator of the offspring mean of a Borel process run to extinction. News counts as a root by its
/// move, so unlike liquidations over flow it recovers the gain with news as well.
///
/// The interval is Wilson's for n̂ with m = U₀/ũ trials, ũ = Σu²/Σu over forced nodes. For a Borel
/// process from m roots the variance of n̂ is g(1 − g)/m, a binomial proportion with as many trials as
/// roots (not nodes); unequal sizes leave fewer effective trials, which ũ ≥ ū accounts for.
public struct BranchingRatio: Hashable, Sendable {
  /// n̂, from zero to one.
  public let estimate: Double
  /// The interval's lower end.
  public let low: Double
  /// The interval's upper end.
  public let high: Double
  /// The forced nodes counted.
  public let forcedCount: Int
  /// The effective number of roots m.
  public let effectiveRootCount: Double

  /// Estimates from the moves of all nodes.
  ///
  /// - Parameters:
  ///   - rootMove: U₀, not negative.
  ///   - forcedMoves: |u| of each forced node.
  ///   - confidence: The level, in 0 ..< 1.
  public init(rootMove: Double, forcedMoves: some Sequence<Double>, confidence: Double = 0.95) {
    precondition(rootMove >= 0, "a move must not be negative: \(rootMove)")
    precondition(confidence > 0 && confidence < 1, "a level lies in 0 ..< 1: \(confidence)")
    var (count, sum, squares) = (0, 0.0, 0.0)
    for move in forcedMoves where move > 0 {
      count += 1
      sum += move
      squares += move * move
    }
    forcedCount = count
    estimate = sum + rootMove > 0 ? sum / (sum + rootMove) : 0
    // Without a forced node there is no size to count roots by: the roots are then one trial.
    let trials = count > 0 ? rootMove * sum / squares : 1
    effectiveRootCount = trials
    guard trials > 0 else {
      (low, high) = (0, 1)
      return
    }
    let z = NormalDistribution.standardQuantile(0.5 * (1 + confidence))
    let centre = (estimate + z * z / (2 * trials)) / (1 + z * z / trials)
    let variance = estimate * (1 - estimate) / trials + z * z / (4 * trials * trials)
    let half = z * variance.squareRoot() / (1 + z * z / trials)
    low = max(0, centre - half)
    high = min(1, centre + half)
  }
}
