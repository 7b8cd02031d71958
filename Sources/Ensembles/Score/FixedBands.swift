import Quantities
import Scenarios

/// The usual heat map of the trade, as a baseline: every leverage band has the same weight, entries are
/// the volume of a trailing window, and a level is gone once the price has touched it.
struct FixedBands: Sendable {
  /// The bands.
  static let leverages: [Double] = [5, 10, 25, 50, 100]
  /// The trailing window; the best of 7, 30, 90 and 365 days up to the end of 2022.
  static let windowHours = 168
  /// Maintenance margin over notional, as in the map.
  static let maintenanceRate = 0.005

  private let market: LeverageMarket
  private let middles: [Double]
  private let lows: [Double]
  private let highs: [Double]
  private let values: [Double]
  private let distances: [(long: Double, short: Double)]

  init(_ market: LeverageMarket) {
    self.market = market
    lows = market.hours.map { ElementaryFunctions.logarithm($0.low) }
    highs = market.hours.map { ElementaryFunctions.logarithm($0.high) }
    middles = zip(lows, highs).map { ($0 + $1) / 2 }
    values = market.hours.map { $0.volume * $0.close }
    let rate = FixedBands.maintenanceRate
    distances = FixedBands.leverages.map {
      (
        ElementaryFunctions.logarithm((1 - 1 / $0) / (1 - rate)),
        ElementaryFunctions.logarithm((1 + 1 / $0) / (1 + rate))
      )
    }
  }

  /// The traded value whose bands the path of a bar reaches; nil without hours before it.
  ///
  /// - Complexity: O(hours of the window).
  func swept(at start: Instant, length: Duration) -> SidedPrediction? {
    let first = market.hourIndex(atOrAfter: start)
    let last = market.hourIndex(atOrAfter: start + length)
    guard first < last else { return nil }
    var lowest = Double.infinity
    var highest = -Double.infinity
    for hour in first..<last {
      lowest = min(lowest, lows[hour])
      highest = max(highest, highs[hour])
    }
    var long = 0.0
    var short = 0.0
    var window = 0.0
    var lowestSince = Double.infinity
    var highestSince = -Double.infinity
    for hour in (max(0, first - FixedBands.windowHours)..<first).reversed()
    where market.hours[hour].knowableAt <= start {
      window += values[hour]
      for distance in distances {
        let longLevel = middles[hour] + distance.long
        if longLevel >= lowest, longLevel < lowestSince { long += values[hour] }
        let shortLevel = middles[hour] + distance.short
        if shortLevel <= highest, shortLevel > highestSince { short += values[hour] }
      }
      lowestSince = min(lowestSince, lows[hour])
      highestSince = max(highestSince, highs[hour])
    }
    guard window > 0 else { return nil }
    return SidedPrediction(long: long, short: short, floor: 1e-4 * window)
  }
}
