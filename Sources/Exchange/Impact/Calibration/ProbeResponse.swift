/// What a market order of one size did to the mid, on average, at once and later.
public struct ProbeResponse: Hashable, Sendable {
  /// The mean volume executed in USD, positive for either side.
  public let volume: Double
  /// Seconds after the order, ascending; the first is 0.
  public let times: [Double]
  /// The mean move of ln mid in the order's direction at those times, against the same market
  /// without the order.
  public let moves: [Double]
  /// The standard errors of the moves.
  public let standardErrors: [Double]

  /// Creates a response.
  ///
  /// - Parameters:
  ///   - volume: USD, positive.
  ///   - times: Ascending seconds, the first 0.
  ///   - moves: As many log moves.
  ///   - standardErrors: As many positive errors.
  public init(volume: Double, times: [Double], moves: [Double], standardErrors: [Double]) {
    precondition(volume > 0, "a probe has a volume: \(volume)")
    precondition(
      times.count == moves.count && times.count == standardErrors.count,
      "times, moves and errors belong together"
    )
    precondition(times.first == 0, "the first response is the immediate one")
    precondition(standardErrors.allSatisfy { $0 > 0 }, "errors must be positive")
    self.volume = volume
    self.times = times
    self.moves = moves
    self.standardErrors = standardErrors
  }
}
