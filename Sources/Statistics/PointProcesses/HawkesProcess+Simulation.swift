extension HawkesProcess {
  /// Draws all events up to a horizon, after an unrecorded burn-in that makes the start stationary.
  ///
  /// - Parameters:
  ///   - horizon: The length of the recorded period, not negative.
  ///   - burnIn: The length of the unrecorded period before it, not negative; the memory of the empty
  ///     start fades at the rate β(1 − n).
  ///   - stream: The stream that is advanced, by two words per event.
  /// - Returns: Ascending times in 0 ... horizon.
  /// - Complexity: O(events).
  public func events(
    until horizon: Double,
    burnIn: Double,
    using stream: inout Stream
  ) -> [Double] {
    precondition(horizon >= 0 && horizon.isFinite, "the horizon must be finite: \(horizon)")
    precondition(burnIn >= 0 && burnIn.isFinite, "the burn-in must be finite: \(burnIn)")
    var arrivals = HawkesArrivals(of: self, startingAt: -burnIn)
    var times: [Double] = []
    while true {
      let time = arrivals.next(using: &stream)
      if time > horizon { return times }
      if time >= 0 { times.append(time) }
    }
  }
}
