extension SovereignGame {
  /// All pure Nash equilibria in the order buy, hold, sell of the first player, then of the second.
  ///
  /// - Returns: One action per player each; never empty.
  /// - Complexity: O(3ⁿ · n).
  public func pureEquilibria() -> [[SovereignAction]] {
    let count = playerCount
    // isBest[player][others + count][action]
    let isBest = (0..<count).map { player in
      (-count...count).map { others in
        let best = bestActions(of: player, others: others)
        return SovereignAction.allCases.map { best.contains($0) }
      }
    }
    var equilibria: [[SovereignAction]] = []
    var actions = [SovereignAction](repeating: .buy, count: count)
    var total = count
    while true {
      let isEquilibrium = actions.indices.allSatisfy { player in
        let action = actions[player]
        return isBest[player][total - action.direction + count][action.rawValue]
      }
      if isEquilibrium { equilibria.append(actions) }
      guard Self.advance(&actions, &total) else { return equilibria }
    }
  }

  /// What the players end at if they answer in turn, first to last, starting from hold.
  ///
  /// - Returns: A pure equilibrium, and the number of sweeps in which somebody changed.
  public func equilibriumFromHold() -> (actions: [SovereignAction], sweeps: Int) {
    var actions = [SovereignAction](repeating: .hold, count: playerCount)
    var sweeps = 0
    while true {
      var isChanged = false
      for player in actions.indices {
        let response = bestResponse(of: player, to: actions)
        if response != actions[player] {
          actions[player] = response
          isChanged = true
        }
      }
      guard isChanged else { return (actions, sweeps) }
      sweeps += 1
      // The potential rises with every change but one to a tied hold, of which there are n in a row.
      precondition(sweeps < 1_000_000, "best responses in turn end")
    }
  }

  /// The first player's payoffs: a row per own action, a column per combination of the others' actions.
  ///
  /// Columns stand in the order of ``pureEquilibria()``; with two players they are buy, hold, sell.
  public func payoffsOfFirstPlayer() -> [[Double]] {
    SovereignAction.allCases.map { own in
      var row: [Double] = []
      var others = [SovereignAction](repeating: .buy, count: playerCount - 1)
      var total = others.count
      repeat {
        row.append(payoff(of: 0, playing: own, others: total))
      } while Self.advance(&others, &total)
      return row
    }
  }

  /// P, which every change of one player's action moves by exactly that player's gain.
  ///
  /// - Parameter actions: One per player.
  /// - Returns: In the unit of the weights.
  public func potential(of actions: [SovereignAction]) -> Double {
    precondition(actions.count == playerCount, "one action a player: \(actions.count)")
    let impact = priceImpact * tradeSize
    var value = 0.0
    var before = 0.0
    for (player, action) in actions.enumerated() {
      let own = Double(action.direction)
      value += revaluationWeights[player] * impact * own
      value -= 0.5 * tradeSize * impact * own * (own + before)
      value -= tradingCost * tradeSize * abs(own)
      value += (strategicValues[player] + rivalries[player]) * tradeSize * own
      before += own
    }
    return value
  }

  /// The next combination, the last player's action first; false after the last.
  private static func advance(_ actions: inout [SovereignAction], _ total: inout Int) -> Bool {
    for player in actions.indices.reversed() {
      if let next = SovereignAction(rawValue: actions[player].rawValue + 1) {
        actions[player] = next
        total -= 1
        return true
      }
      actions[player] = .buy
      total += 2
    }
    return false
  }
}
