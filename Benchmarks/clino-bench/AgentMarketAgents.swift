import Exchange
import Glibc
import Statistics

extension Purpose {
  /// The parameters of an agent.
  static let agentParameters = Purpose(room: 900, index: 1)
  /// Who acts in a step.
  static let agentTurn = Purpose(room: 900, index: 2)
  /// The noise in an agent's expectation.
  static let agentNoise = Purpose(room: 900, index: 3)
  /// The wealth exchange.
  static let wealthExchange = Purpose(room: 900, index: 4)
}

/// Fundamental–chart–noise agents of Chiarella and Iori (2002), a column per parameter.
struct AgentMarketAgents {
  let fundamentalWeights: [Double]
  let chartWeights: [Double]
  let noiseWeights: [Double]
  let meanReversionTimes: [Double]
  let windows: [Int]
  let orderMargins: [Double]
  let noiseScale = 0.001
  let fundamentalPrice: Double
  let seed: UInt64

  /// Draws the agents of the peer's case: weights exponential with means 1, 0 and 1, mean reversion
  /// times uniform on 50 to 100, windows on 100 to 200, order margins on 0 to 0.1.
  init(count: Int, fundamentalPrice: Double, seed: UInt64) {
    var fundamental: [Double] = []
    var noise: [Double] = []
    var times: [Double] = []
    var windows: [Int] = []
    var margins: [Double] = []
    for agent in 0..<count {
      var stream = Stream(
        seed: seed,
        run: 0,
        participant: UInt64(agent),
        purpose: .agentParameters
      )
      fundamental.append(-log(1 - stream.nextUniform()))
      noise.append(-log(1 - stream.nextUniform()))
      times.append((50 + 50 * stream.nextUniform()).rounded(.down))
      windows.append(Int(100 + 100 * stream.nextUniform()))
      margins.append(0.1 * stream.nextUniform())
    }
    fundamentalWeights = fundamental
    chartWeights = [Double](repeating: 0, count: count)
    noiseWeights = noise
    meanReversionTimes = times
    self.windows = windows
    orderMargins = margins
    self.fundamentalPrice = fundamentalPrice
    self.seed = seed
  }

  /// What an agent wants: a side and a price, or nothing if it expects no move.
  ///
  /// - Parameters:
  ///   - agent: Its index.
  ///   - step: The time, which keys its noise.
  ///   - price: The last price.
  ///   - pastPrice: The price one window ago, or the first.
  /// - Returns: Side and limit price.
  @inline(__always)
  func order(
    of agent: Int,
    step: Int,
    price: Double,
    pastPrice: Double
  ) -> (side: OrderSide, price: Double)? {
    var stream = Stream(
      seed: seed,
      run: 0,
      step: UInt64(step),
      participant: UInt64(agent),
      purpose: .agentNoise
    )
    let window = Double(windows[agent])
    let chartWindow = Double(max(1, min(step, windows[agent])))
    let (fundamental, chart, noise) =
      (fundamentalWeights[agent], chartWeights[agent], noiseWeights[agent])
    let sum =
      fundamental * log(fundamentalPrice / price) / meanReversionTimes[agent]
      + chart * log(price / pastPrice) / chartWindow
      + noise * noiseScale * stream.nextNormal()
    let expected = price * exp(sum / (fundamental + chart + noise) * window)
    if expected > price { return (.buy, expected * (1 - orderMargins[agent])) }
    if expected < price { return (.sell, expected * (1 + orderMargins[agent])) }
    return nil
  }
}
