/// How fragile a market was, in five numbers and never one (`model.md` §2.6).
///
/// Each answers another question: what a headline divides, how steep the book was, how many forced
/// sales each sale forced, what the price would have done without leverage, and how much of the
/// deleveraging was forced at all.
public struct Fragility: Hashable, Sendable {
  /// Gross liquidations over |net outflow|; nil without a net flow.
  public let reportedRatio: Double?
  /// Λ ℓ_x at the price before, averaged over [p, 0.97 p].
  public let localGain: Double
  /// n̂ of the causal forest.
  public let branchingRatio: BranchingRatio
  /// M_cf = Δln p with the engine on over Δln p with it off, same random numbers; nil without a move.
  public let multiplier: Double?
  /// How open interest changed.
  public let openInterestChange: OpenInterestChange

  /// Creates the five numbers.
  public init(
    reportedRatio: Double?,
    localGain: Double,
    branchingRatio: BranchingRatio,
    multiplier: Double?,
    openInterestChange: OpenInterestChange
  ) {
    self.reportedRatio = reportedRatio
    self.localGain = localGain
    self.branchingRatio = branchingRatio
    self.multiplier = multiplier
    self.openInterestChange = openInterestChange
  }

  /// A change of open interest and the part of it that was forced.
  public struct OpenInterestChange: Hashable, Sendable {
    /// After over before, less one; negative when it fell.
    public let fraction: Double
    /// Forced closings over the fall; nil where open interest did not fall.
    public let forcedShare: Double?

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - before: Positive, in any unit.
    ///   - after: In the same unit.
    ///   - forced: What was closed by liquidation and auto-deleveraging, in the same unit.
    public init(before: Double, after: Double, forced: Double) {
      precondition(before > 0, "open interest before must be positive: \(before)")
      fraction = after / before - 1
      forcedShare = after < before ? forced / (before - after) : nil
    }
  }

  /// M_cf from two runs with common random numbers.
  ///
  /// - Parameters:
  ///   - logMoveOn: Δln p with the engine on.
  ///   - logMoveOff: Δln p with it off.
  /// - Returns: The ratio; nil where the control did not move.
  public static func multiplier(logMoveOn: Double, logMoveOff: Double) -> Double? {
    logMoveOff == 0 ? nil : logMoveOn / logMoveOff
  }
}
