/// What the funds hold, four to a vector, and the demand curve that follows from it.
///
/// Funds stand in ascending order of aggressiveness, so that those at their limit at a price are
/// always the last ones: the curve is quadratic between the prices pc_h = V − λ/β_h, and sums over the
/// first k funds give every piece. A fund without wealth demands nothing, which the pieces ignore;
/// below ``soundPrice`` the curve is therefore added up fund by fund.
struct LeveragedFundBook {
  typealias Lanes = SIMD4<Double>

  let market: LeveragedFundMarket
  /// λ, lowered to what the boldest fund can ever want so that it is finite.
  let limit: Double
  let fundCount: Int
  /// β, padded with funds that never hold anything.
  let aggressiveness: [Lanes]
  /// pc_h, ascending: below it fund h is at its limit.
  let limitPrices: [Double]
  var cash: [Lanes]
  var shares: [Lanes]
  var performance: [Lanes]
  /// Wealth below which a fund defaults; −∞ while it is out of the market.
  var defaultWealth: [Lanes]
  /// (Σ βM, Σ βD, Σ M, Σ D) of the first k funds, at index k.
  var sums: [Lanes]
  /// The least price at which no fund's wealth is negative, at least down to the noise price.
  var soundPrice = -Double.infinity
  /// Whether the last trading found a fund below its threshold.
  var hasFallen = false

  init(_ market: LeveragedFundMarket) {
    self.market = market
    let count = market.aggressiveness.count
    fundCount = count
    let vectors = (count + 3) / 4
    let boldest = market.aggressiveness[count - 1] * market.fundamentalValue
    let limit = min(market.maxLeverage, boldest)
    self.limit = limit
    aggressiveness = (0..<vectors).map { vector in
      var lanes = Lanes.zero
      for lane in 0..<4 where 4 * vector + lane < count {
        lanes[lane] = market.aggressiveness[4 * vector + lane]
      }
      return lanes
    }
    limitPrices = market.aggressiveness.map { market.fundamentalValue - limit / $0 }
    cash = Array(repeating: .zero, count: vectors)
    shares = cash
    performance = cash
    defaultWealth = Array(repeating: Lanes(repeating: -.infinity), count: vectors)
    sums = Array(repeating: .zero, count: count + 1)
    for fund in 0..<count { enter(fund) }
  }

  /// Gives a fund its initial wealth and no history.
  mutating func enter(_ fund: Int) {
    set(fund, cash: market.initialWealth, shares: 0)
    performance[fund / 4][fund % 4] = 0
    defaultWealth[fund / 4][fund % 4] = market.defaultWealthFraction * market.initialWealth
  }

  /// Takes a fund out of the market.
  mutating func leave(_ fund: Int) {
    set(fund, cash: 0, shares: 0)
    defaultWealth[fund / 4][fund % 4] = -.infinity
  }

  mutating func set(_ fund: Int, cash money: Double, shares held: Double) {
    cash[fund / 4][fund % 4] = money
    shares[fund / 4][fund % 4] = held
  }

  /// The price of this step; above V the funds hold nothing and the noise trader all shares.
  mutating func clearingPrice(
    noiseDemand: Double,
    rule: LeveragedFundMarket.RootRule
  ) -> Double {
    let noisePrice = noiseDemand / market.sharesTotal
    guard noisePrice < market.fundamentalValue else { return noisePrice }
    addUp()
    findSoundPrice(downTo: noisePrice)
    switch rule {
    case .greatest: return greatestRoot(noiseDemand: noiseDemand)
    case .bisection(let halvings):
      return bisectedRoot(noiseDemand: noiseDemand, halvings: halvings)
    }
  }

  private mutating func addUp() {
    var sum = Lanes.zero
    for vector in aggressiveness.indices {
      let (money, held) = (cash[vector], shares[vector])
      let (boldMoney, boldHeld) = (aggressiveness[vector] * money, aggressiveness[vector] * held)
      for lane in 0..<min(4, fundCount - 4 * vector) {
        sum += Lanes(boldMoney[lane], boldHeld[lane], money[lane], held[lane])
        sums[4 * vector + lane + 1] = sum
      }
    }
  }

  private mutating func findSoundPrice(downTo noisePrice: Double) {
    var least = Lanes.zero
    for vector in cash.indices {
      least = pointwiseMin(least, cash[vector] + shares[vector] * noisePrice)
    }
    soundPrice = -.infinity
    guard least.min() < 0 else { return }
    for fund in 0..<fundCount {
      let (money, held) = (cash[fund / 4][fund % 4], shares[fund / 4][fund % 4])
      if money < 0 && held > 0 { soundPrice = max(soundPrice, -money / held) }
    }
  }

  /// ξ − N p + Σ min(β (V − p), λ) (M + D p) as c + b p − a p², the first k funds within their limit.
  func piece(_ unlimited: Int, noiseDemand: Double) -> ExcessDemandPiece {
    let (within, all) = (sums[unlimited], sums[fundCount])
    let value = market.fundamentalValue
    return ExcessDemandPiece(
      constant: noiseDemand + value * within[0] + limit * (all[2] - within[2]),
      slope: value * within[1] - within[0] - market.sharesTotal + limit * (all[3] - within[3]),
      curvature: within[1]
    )
  }

  /// The excess demand in money with funds of negative wealth left out.
  func excessDemand(at price: Double, noiseDemand: Double) -> Double {
    let mispricing = market.fundamentalValue - price
    var total = Lanes.zero
    for vector in cash.indices {
      let wealth = pointwiseMax(cash[vector] + shares[vector] * price, .zero)
      let leverage = pointwiseMin(aggressiveness[vector] * mispricing, Lanes(repeating: limit))
      total += leverage * wealth
    }
    return noiseDemand - market.sharesTotal * price + total.sum()
  }
}

/// One quadratic piece c + b p − a p² of the excess demand.
struct ExcessDemandPiece {
  let constant: Double
  let slope: Double
  let curvature: Double

  func value(at price: Double) -> Double {
    constant + price * (slope - curvature * price)
  }

  /// The greatest zero inside a range at whose upper end the demand falls short, or nil.
  func greatestRoot(in range: ClosedRange<Double>) -> Double? {
    let discriminant = slope * slope + 4 * curvature * constant
    guard discriminant >= 0 else { return nil }
    // Without cancellation: the root of larger modulus first, the other from the product −c/a.
    let sum = 0.5 * (slope + (slope < 0 ? -1 : 1) * discriminant.squareRoot())
    let first = curvature == 0 ? .infinity : sum / curvature
    let second = sum == 0 ? .infinity : -constant / sum
    let (greater, lesser) = first > second ? (first, second) : (second, first)
    if range.contains(greater) { return greater }
    return range.contains(lesser) ? lesser : nil
  }
}
