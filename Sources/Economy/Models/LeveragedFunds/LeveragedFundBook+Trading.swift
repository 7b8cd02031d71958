extension LeveragedFundBook {
  /// Marks every fund to the price, trades it to its demand and moves its investors' money.
  ///
  /// Funds below their default threshold are only marked, by a threshold of +∞; ``takeFallen()``
  /// removes them.
  ///
  /// - Returns: Share value over wealth of the funds together, zero without funds.
  mutating func trade(at price: Double, after previous: Double) -> Double {
    let mispricing = max(0, market.fundamentalValue - price)
    let change = price - previous
    let perPrice = 1 / price
    let most = Lanes(repeating: limit)
    let (keep, take) = (1 - market.performanceSmoothing, market.performanceSmoothing)
    var (totalValue, totalWealth) = (Lanes.zero, Lanes.zero)
    var fallen = Lanes.zero
    for vector in cash.indices {
      let (money, held) = (cash[vector], shares[vector])
      let wealth = money + held * price
      let isFallen = wealth .< defaultWealth[vector]
      fallen.replace(with: 1, where: isFallen)
      // Funds without wealth hold nothing: any divisor gives them a return of zero.
      var before = money + held * previous
      before.replace(with: 1, where: before .== 0)
      let smoothed = keep * performance[vector] + take * (held * change / before)
      let leverage = pointwiseMin(aggressiveness[vector] * mispricing, most)
      let value = leverage * wealth
      let rate = market.flowSensitivity * (smoothed - market.benchmarkReturn)
      let flow = pointwiseMax(rate, Lanes(repeating: -1)) * wealth
      performance[vector] = smoothed
      shares[vector] = value * perPrice
      cash[vector] = wealth - value + flow
      defaultWealth[vector].replace(with: .infinity, where: isFallen)
      totalValue += value.replacing(with: 0, where: isFallen)
      totalWealth += wealth.replacing(with: 0, where: isFallen)
    }
    hasFallen = fallen.max() > 0
    let wealth = totalWealth.sum()
    return wealth > 0 ? totalValue.sum() / wealth : 0
  }

  /// Takes the funds that ``trade(at:after:)`` found below their threshold out of the market.
  mutating func takeFallen() -> [Int] {
    hasFallen = false
    let funds = (0..<fundCount).filter { defaultWealth[$0 / 4][$0 % 4] == .infinity }
    for fund in funds { leave(fund) }
    return funds
  }
}
