import Exchange
import Statistics

extension PerpetualOpening {
  /// The entry price of a lot over the opening price, at a quantile of those that are still open.
  ///
  /// A long entered at e is liquidated at e (1 − 1/L)/(1 − m), a short at e (1 + 1/L)/(1 + m), and
  /// is open only if that is beyond the price.
  ///
  /// - Parameters:
  ///   - quantile: In 0 ... 1 exclusive, counted among the open lots.
  ///   - leverage: At least 1.
  ///   - maintenanceRate: In 0 ..< 1/leverage.
  /// - Returns: A positive ratio.
  func entryRatio(quantile: Double, leverage: Double, maintenanceRate: Double) -> Double {
    let isLong = side == .long
    let ratio =
      isLong
      ? (1 - 1 / leverage) / (1 - maintenanceRate)
      : (1 + 1 / leverage) / (1 + maintenanceRate)
    guard ratio > 0 else { return lognormal(quantile) }
    let bound = (isLong ? 1 - distanceMin : 1 + distanceMin) / ratio
    guard entrySpread > 0 else {
      let median = Libm.exp(entryPremium)
      return isLong ? min(median, bound) : max(median, bound)
    }
    let share = NormalDistribution.standardCumulative(
      (Libm.log(bound) - entryPremium) / entrySpread
    )
    let low = isLong ? 0 : share
    let width = isLong ? share : 1 - share
    // Where next to nobody could be open still, those who are stand at the bound.
    guard width > 1e-9 else { return bound }
    let entry = lognormal(low + quantile * width)
    return isLong ? min(entry, bound) : max(entry, bound)
  }

  private func lognormal(_ probability: Double) -> Double {
    let score =
      entrySpread > 0 ? NormalDistribution.standardQuantile(probability) : 0
    return Libm.exp(entryPremium + entrySpread * score)
  }

  /// The lots of a leverage in the order of their age: steps of the golden section spread any run of
  /// them evenly over the quantiles, so that closing the oldest closes no end of the distribution.
  func agedQuantiles() -> [Double] {
    let golden = 0.5 * (5.0.squareRoot() - 1)
    let keys = (0..<lotsPerLeverage).map { index -> (key: Double, index: Int) in
      let position = Double(index) * golden
      return (position - position.rounded(.down), index)
    }
    let order = keys.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    var ranks = [Double](repeating: 0, count: lotsPerLeverage)
    for (rank, item) in order.enumerated() {
      ranks[item.index] = (Double(rank) + 0.5) / Double(lotsPerLeverage)
    }
    return ranks
  }
}
