import Economy

/// The logs of one market's daily closes, the opening price first.
public struct ClosePath: Hashable, Sendable {
  /// The logs of the prices in dollars.
  public let logs: [Double]

  /// Creates a path.
  public init(logs: [Double]) {
    precondition(!logs.isEmpty, "a path begins somewhere")
    self.logs = logs
  }

  init(of world: World, market: Int) {
    logs =
      [Libm.logarithm(world.openingPrices[market])]
      + world.days.map { Libm.logarithm($0.markets[market].close) }
  }

  /// The price of a log, dollars.
  public static func price(ofLog log: Double) -> Double { Libm.exponential(log) }

  /// The log return from the opening to the last close.
  public var closeToClose: Double { logs[logs.count - 1] - logs[0] }

  /// The deepest fall from a close to a later one, as a log return: zero or negative.
  public var peakToTrough: Double {
    let window = drawdown
    return logs[window.trough] - logs[window.peak]
  }

  /// The places of the peak and the trough of the deepest fall; the first of equals.
  public var drawdown: (peak: Int, trough: Int) {
    var peak = 0
    var found = (peak: 0, trough: 0)
    var deepest = 0.0
    for place in logs.indices {
      if logs[place] > logs[peak] { peak = place }
      if logs[place] - logs[peak] < deepest {
        deepest = logs[place] - logs[peak]
        found = (peak, place)
      }
    }
    return found
  }

  /// The place that lies furthest from the opening: the turning point of a move.
  public var turningPoint: Int {
    logs.indices.max { abs(logs[$0] - logs[0]) < abs(logs[$1] - logs[0]) } ?? 0
  }

  /// Annualised uncentred volatility of the last days (`model.md` §5.1); nil before two days.
  public func realisedVolatility(days: Int, daysPerYear: Double = 365) -> Double? {
    let count = min(days, logs.count - 1)
    guard count > 1 else { return nil }
    var sum = 0.0
    for place in (logs.count - count)..<logs.count {
      let move = logs[place] - logs[place - 1]
      sum += move * move
    }
    return (sum * daysPerYear / Double(count)).squareRoot()
  }
}
