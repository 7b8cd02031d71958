/// Rounds of the price function of competitive storage on its grid.
struct DeatonLaroqueSolver {
  private let market: StorageMarket
  private let harvests: [Double]
  private let amounts: [Double]
  private let spacing: Double
  /// f at the grid's points, as of the last round.
  private(set) var prices: [Double]

  /// Starts from no storage at all.
  init(market: StorageMarket, harvests: [Double], amounts: [Double], spacing: Double) {
    self.market = market
    self.harvests = harvests
    self.amounts = amounts
    self.spacing = spacing
    prices = amounts.map { max(market.demandPrice($0), 0) }
  }

  /// Rounds until no point moves by more than a share of the highest price.
  ///
  /// - Returns: The number of rounds.
  mutating func solve(tolerance: Double, maxRounds: Int) throws(ModelError) -> Int {
    for round in 1...maxRounds {
      let next = amounts.map(solved)
      var (move, scale) = (0.0, Double.leastNormalMagnitude)
      for index in next.indices {
        move = max(move, abs(next[index] - prices[index]))
        scale = max(scale, abs(next[index]))
      }
      prices = next
      if move <= tolerance * scale { return round }
    }
    throw .notConverged(model: "Deaton–Laroque", rounds: maxRounds)
  }

  /// max(P(x), p) with p = β E f(h + (1 − d)(x − P⁻¹(p))).
  private func solved(_ amount: Double) -> Double {
    let bare = market.demandPrice(amount)
    // At p = P(x) nothing is stored; a higher price stores more and lowers the right-hand side.
    let unstored = expectedDiscounted(carriedOver: 0)
    guard unstored > bare else { return bare }
    var (low, high) = (bare, unstored)
    for _ in 0..<100 {
      let middle = low + 0.5 * (high - low)
      guard middle > low, middle < high else { break }
      let stored = amount - market.demandedAmount(middle)
      if expectedDiscounted(carriedOver: stored) > middle { low = middle } else { high = middle }
    }
    return low + 0.5 * (high - low)
  }

  /// β E f(h + (1 − d) s).
  func expectedDiscounted(carriedOver stored: Double) -> Double {
    let left = (1 - market.wastage) * stored
    var sum = 0.0
    for harvest in harvests {
      sum += Self.interpolated(prices, from: amounts[0], spacing, at: harvest + left)
    }
    return market.discount * sum / Double(harvests.count)
  }

  /// Linear between the grid's points, constant beyond its ends.
  static func interpolated(
    _ prices: [Double],
    from bottom: Double,
    _ spacing: Double,
    at amount: Double
  ) -> Double {
    let place = (amount - bottom) / spacing
    guard place > 0 else { return prices[0] }
    guard place < Double(prices.count - 1) else { return prices[prices.count - 1] }
    let index = Int(place)
    let share = place - Double(index)
    return prices[index] + share * (prices[index + 1] - prices[index])
  }
}
