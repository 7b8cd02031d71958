/// A rule of a venue that stops trading after a large move.
///
/// The bar's close is compared with the closes of the last bars; beyond the threshold, trading pauses.
/// New decisions are refused, forced orders wait and are worked when trading resumes.
public struct CircuitBreaker: Hashable, Sendable {
  /// The move that is too large, a fraction of the earlier price, either way.
  public var threshold: Double
  /// The number of earlier closes that the present one is compared with.
  public var windowBars: Int
  /// How many bars trading pauses.
  public var pauseBars: Int
  /// Whether the venue sends no forced orders from the breach on until trading resumes.
  public var haltsLiquidations: Bool

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - threshold: Above 0 and below 1.
  ///   - windowBars: At least 1.
  ///   - pauseBars: At least 1.
  ///   - haltsLiquidations: Whether forced orders of the venue stop too.
  public init(
    threshold: Double,
    windowBars: Int,
    pauseBars: Int,
    haltsLiquidations: Bool = true
  ) {
    precondition(threshold > 0 && threshold < 1, "a threshold in 0 ..< 1: \(threshold)")
    precondition(windowBars >= 1, "a window has bars: \(windowBars)")
    precondition(pauseBars >= 1, "a pause has bars: \(pauseBars)")
    self.threshold = threshold
    self.windowBars = windowBars
    self.pauseBars = pauseBars
    self.haltsLiquidations = haltsLiquidations
  }
}
