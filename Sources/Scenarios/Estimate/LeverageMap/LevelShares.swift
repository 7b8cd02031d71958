/// The map of one side by price level and class, as shares of what is open in the class.
struct LevelShares: Sendable {
  /// The width of a level, as a fraction of the price.
  static let width = LiquidationMap.levelWidth
  /// Levels reach this many widths from the price.
  static let count = LiquidationMap.levelCount

  /// By class, then level, nearest first; coins.
  private(set) var levels: [[Double]]
  /// By class; coins, levels beyond the last included.
  private(set) var totals: [Double]

  /// Sorts the positions of one side into levels.
  ///
  /// - Parameters:
  ///   - mass: Coins by class and bin, before the scale of the class's book.
  ///   - cohorts: The map.
  ///   - rules: The classes.
  ///   - price: The price the levels start at.
  ///   - direction: −1 for longs, 1 for shorts.
  init(
    _ mass: [Double],
    of cohorts: PositionCohorts,
    rules: LeverageMapRules,
    price: Double,
    direction: Double
  ) {
    let logPrice = Libm.logarithm(price)
    let levelOf = (0..<cohorts.binCount).map { bin -> Int in
      let level = cohorts.origin + (Double(bin) + 0.5) * rules.logStep - logPrice
      // Half a bin on the wrong side of the price is the price itself.
      let move = max(0, direction * (Libm.exponential(level) - 1))
      return min(Int(move / LevelShares.width), LevelShares.count)
    }
    levels = []
    totals = []
    for index in 0..<rules.classCount {
      let scale = cohorts.scales[index / rules.leverages.count]
      var sums = [Double](repeating: 0, count: LevelShares.count + 1)
      for bin in 0..<cohorts.binCount {
        sums[levelOf[bin]] += mass[index * cohorts.binCount + bin] * scale
      }
      totals.append(sums.reduce(0, +))
      levels.append(Array(sums.dropLast()))
    }
  }

  /// The share of all open positions of this side that lies in each level, under a mixture.
  func shares(_ mixture: LeverageMixture) -> [Double] {
    var sums = [Double](repeating: 0, count: LevelShares.count)
    var total = 0.0
    for (index, weight) in mixture.shares.enumerated() {
      total += weight * totals[index]
      for level in sums.indices { sums[level] += weight * levels[index][level] }
    }
    return total > 0 ? sums.map { $0 / total } : sums
  }
}
