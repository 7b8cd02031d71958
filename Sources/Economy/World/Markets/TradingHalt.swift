import Statistics

/// A circuit breaker at work: the closes that it remembers and the last bar of its pause.
struct TradingHalt: Sendable {
  let rule: CircuitBreaker
  /// ln of the closes that the next one is compared with.
  private var closes: [Double]
  /// The last bar in which trading pauses.
  private var lastStep = -1

  init(_ rule: CircuitBreaker, logPrice: Double) {
    self.rule = rule
    closes = [logPrice]
  }

  /// Whether trading pauses in a bar.
  func isHalted(at step: Int) -> Bool { step <= lastStep }

  /// Whether one pause covers all of some bars.
  func isHalted(from first: Int, through last: Int) -> Bool {
    first > lastStep - rule.pauseBars && last <= lastStep
  }

  /// ln of the prices that are no breach.
  var logRange: (low: Double, high: Double) {
    let highest = closes.reduce(-Double.infinity) { max($0, $1) }
    let lowest = closes.reduce(Double.infinity) { min($0, $1) }
    return (highest + Libm.log(1 - rule.threshold), lowest + Libm.log(1 + rule.threshold))
  }

  /// Takes note of a bar's close.
  ///
  /// - Returns: Whether the pause begins with the next bar.
  mutating func endBar(logPrice: Double, step: Int) -> Bool {
    let range = logRange
    let isPausing = isHalted(at: step)
    if isPausing || logPrice < range.low || logPrice > range.high {
      // What led to a pause does not lead to the next one.
      closes = [logPrice]
      if !isPausing { lastStep = step + rule.pauseBars }
      return !isPausing
    }
    closes.append(logPrice)
    if closes.count > rule.windowBars { closes.removeFirst() }
    return false
  }
}
