/// The monthly accumulation game of sovereigns: each buys, holds or sells q, and all move the price.
///
///     payoffᵢ = wᵢ κ Q q − ½ q aᵢ κ Q q − c q |aᵢ| + θᵢ q aᵢ + vᵢ q (aᵢ − ā₋ᵢ),   Q = Σ a
///
/// The terms are the revaluation of the own stock, the cost of trading against one's own impact, the
/// trading cost, the strategic value of coins and rivalry with the mean of the others. The part of the
/// payoff that i can change is symmetric between players, so that
///
///     P(a) = Σᵢ (wᵢ κ q aᵢ − ½ κ q² aᵢ² − c q |aᵢ| + (θᵢ + vᵢ) q aᵢ) − ½ κ q² Σ_{i<j} aᵢ aⱼ
///
/// is an exact potential: a pure equilibrium exists and best responses in turn end. Whether accumulating
/// is dominant is an assumption about w, θ and v, and no result. Source: `model.md` §3.12; the
/// potential: Monderer and Shapley (1996), "Potential games".
/// Tested by row S46.
public struct SovereignGame: Hashable, Sendable {
  /// wᵢ, the own stock that a price move revalues, in units of the payoff.
  public let revaluationWeights: [Double]
  /// θᵢ, the value of a coin beyond its price.
  public let strategicValues: [Double]
  /// vᵢ, the value of buying more than the others.
  public let rivalries: [Double]
  /// κ, the price move per unit traded.
  public let priceImpact: Double
  /// q, the size of one trade.
  public let tradeSize: Double
  /// c, the cost per unit traded.
  public let tradingCost: Double

  /// The largest game that is enumerated.
  public static let playersMax = 12

  /// Takes the players and the market.
  ///
  /// - Parameters:
  ///   - revaluationWeights: One per player, 1 to 12 of them.
  ///   - strategicValues: One per player.
  ///   - rivalries: One per player.
  ///   - priceImpact: Not negative.
  ///   - tradeSize: Positive.
  ///   - tradingCost: Not negative.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    revaluationWeights: [Double],
    strategicValues: [Double],
    rivalries: [Double],
    priceImpact: Double,
    tradeSize: Double,
    tradingCost: Double
  ) throws(ModelError) {
    let domain = ModelDomain(model: "sovereign game")
    let count = revaluationWeights.count
    guard (1...Self.playersMax).contains(count) else {
      throw domain.invalid("revaluation weights", "\(count) players", "1 to \(Self.playersMax)")
    }
    for (field, values) in [
      ("revaluation weights", revaluationWeights), ("strategic values", strategicValues),
      ("rivalries", rivalries),
    ] {
      try domain.check(values, field, count: count, "finite numbers") { _ in true }
    }
    try domain.check(priceImpact, "price impact", "a number that is not negative") { $0 >= 0 }
    try domain.check(tradeSize, "trade size", "a positive number") { $0 > 0 }
    try domain.check(tradingCost, "trading cost", "a number that is not negative") { $0 >= 0 }
    self.revaluationWeights = revaluationWeights
    self.strategicValues = strategicValues
    self.rivalries = rivalries
    self.priceImpact = priceImpact
    self.tradeSize = tradeSize
    self.tradingCost = tradingCost
  }

  /// The number of players.
  public var playerCount: Int { revaluationWeights.count }

  /// One player's payoff.
  ///
  /// - Parameters:
  ///   - player: An index below the count.
  ///   - actions: One per player.
  /// - Returns: In the unit of the weights.
  public func payoff(of player: Int, playing actions: [SovereignAction]) -> Double {
    precondition(actions.count == playerCount, "one action a player: \(actions.count)")
    let others = actions.reduce(0) { $0 + $1.direction } - actions[player].direction
    return payoff(of: player, playing: actions[player], others: others)
  }

  /// The payoff by what the other players buy together.
  func payoff(of player: Int, playing action: SovereignAction, others: Int) -> Double {
    let own = Double(action.direction)
    let move = priceImpact * (own + Double(others)) * tradeSize
    let mean = playerCount > 1 ? Double(others) / Double(playerCount - 1) : 0
    return revaluationWeights[player] * move - 0.5 * tradeSize * own * move
      - tradingCost * tradeSize * abs(own) + strategicValues[player] * tradeSize * own
      + rivalries[player] * tradeSize * (own - mean)
  }

  /// The actions that no other beats, given what the others buy together.
  ///
  /// Payoffs that differ by rounding alone are equal: less than 2⁻⁴⁴ of the largest term.
  func bestActions(of player: Int, others: Int) -> [SovereignAction] {
    let payoffs = SovereignAction.allCases.map { payoff(of: player, playing: $0, others: others) }
    let total = Double(abs(others) + 1)
    let impact = priceImpact * total * tradeSize
    let scale =
      abs(revaluationWeights[player]) * impact + tradeSize * impact
      + tradeSize * (tradingCost + abs(strategicValues[player]) + 2 * abs(rivalries[player]))
    let best = payoffs.reduce(-.infinity, max)
    return SovereignAction.allCases.filter { payoffs[$0.rawValue] >= best - scale * 0x1p-44 }
  }

  /// The best answer to the others: hold if nothing is better, else stay if nothing is better.
  ///
  /// - Parameters:
  ///   - player: An index below the count.
  ///   - actions: One per player; the player's own counts only among ties.
  /// - Returns: The action.
  public func bestResponse(of player: Int, to actions: [SovereignAction]) -> SovereignAction {
    precondition(actions.count == playerCount, "one action a player: \(actions.count)")
    let others = actions.reduce(0) { $0 + $1.direction } - actions[player].direction
    let best = bestActions(of: player, others: others)
    if best.contains(.hold) { return .hold }
    return best.contains(actions[player]) ? actions[player] : best[0]
  }
}
