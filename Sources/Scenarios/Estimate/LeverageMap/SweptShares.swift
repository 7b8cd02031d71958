/// What a price path sweeps of the map: shares of the open interest by class, as known before the path.
///
/// If all open interest were of class k, `long[k]` of it would be longs that the path liquidates.
public struct SweptShares: Hashable, Sendable {
  /// Liquidated longs by class.
  public let long: [Double]
  /// Liquidated shorts by class.
  public let short: [Double]
  /// The part of ``long`` that is expected to be opened on the way.
  public let longOnTheWay: [Double]
  /// The part of ``short`` that is expected to be opened on the way.
  public let shortOnTheWay: [Double]

  /// The same path over a market without positions at its start.
  public var withoutMap: SweptShares {
    SweptShares(
      long: longOnTheWay,
      short: shortOnTheWay,
      longOnTheWay: longOnTheWay,
      shortOnTheWay: shortOnTheWay
    )
  }
}

extension PositionCohorts {
  /// The positions that a path liquidates, over everything open at its start.
  ///
  /// Positions that were open before go when the path's extreme reaches them. Positions are also opened
  /// on the way, at the rate of the hours before the path, and go when a later hour reaches them.
  ///
  /// - Parameters:
  ///   - path: The hours of the bar.
  ///   - rules: The classes.
  /// - Returns: Nil before anything was opened, or without hours.
  func swept(by path: ArraySlice<MarketHour>, rules: LeverageMapRules) -> SweptShares? {
    guard totals.allSatisfy({ $0 > 0 }), let first = path.first else { return nil }
    let lows = path.map { Libm.logarithm($0.low) }
    let highs = path.map { Libm.logarithm($0.high) }
    var lowest = lows[0]
    var highest = highs[0]
    for (low, high) in zip(lows, highs) {
      lowest = min(lowest, low)
      highest = max(highest, high)
    }
    let longBins =
      bin(lowest)...max(bin(lowest), min(bin(Libm.logarithm(first.high)) + 1, binCount - 1))
    let shortBins = min(bin(highest), max(bin(Libm.logarithm(first.low)) - 1, 0))...bin(highest)
    let entries = EntriesOnTheWay(lows: lows, highs: highs)
    var long: [Double] = []
    var short: [Double] = []
    var longOnTheWay: [Double] = []
    var shortOnTheWay: [Double] = []
    for index in 0..<rules.classCount {
      let book = index / rules.leverages.count
      let leverage = index % rules.leverages.count
      let row = index * binCount
      var below = 0.0
      var above = 0.0
      for bin in longBins { below += longs[row + bin] }
      for bin in shortBins { above += shorts[row + bin] }
      let rate = entryRates[book] / totals[book]
      let share = scales[book] / totals[book]
      longOnTheWay.append(rate * entries.longs(distance: longDistances[leverage]))
      shortOnTheWay.append(rate * entries.shorts(distance: shortDistances[leverage]))
      long.append(below * share + longOnTheWay[index])
      short.append(above * share + shortOnTheWay[index])
    }
    return SweptShares(
      long: long,
      short: short,
      longOnTheWay: longOnTheWay,
      shortOnTheWay: shortOnTheWay
    )
  }
}

/// Positions opened evenly along a path, and those of them that later hours of it liquidate.
private struct EntriesOnTheWay {
  let lows: [Double]
  let highs: [Double]
  private let lowestAfter: [Double]
  private let highestAfter: [Double]

  init(lows: [Double], highs: [Double]) {
    self.lows = lows
    self.highs = highs
    var low = Double.infinity
    var high = -Double.infinity
    var lowest = lows
    var highest = highs
    for index in lows.indices.reversed() {
      lowest[index] = low
      highest[index] = high
      low = min(low, lows[index])
      high = max(high, highs[index])
    }
    lowestAfter = lowest
    highestAfter = highest
  }

  /// Hours' worth of longs that go; `distance` is negative.
  func longs(distance: Double) -> Double {
    lows.indices.dropLast().reduce(0) { sum, hour in
      let width = max(highs[hour] - lows[hour], 1e-6)
      return sum + min(max((highs[hour] + distance - lowestAfter[hour]) / width, 0), 1)
    }
  }

  /// Hours' worth of shorts that go; `distance` is positive.
  func shorts(distance: Double) -> Double {
    lows.indices.dropLast().reduce(0) { sum, hour in
      let width = max(highs[hour] - lows[hour], 1e-6)
      return sum + min(max((highestAfter[hour] - distance - lows[hour]) / width, 0), 1)
    }
  }
}
