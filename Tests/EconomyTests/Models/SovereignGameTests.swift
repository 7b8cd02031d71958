import Economy
import Statistics
import Testing

@Suite("The game of sovereigns")
struct SovereignGameTests {
  private static func game(
    weights: [Double],
    strategic: Double,
    rivalry: Double
  ) throws(ModelError) -> SovereignGame {
    try SovereignGame(
      revaluationWeights: weights,
      strategicValues: weights.map { _ in strategic },
      rivalries: weights.map { _ in rivalry },
      priceImpact: 0.5,
      tradeSize: 0.1,
      tradingCost: 0.005
    )
  }

  @Test("a large stock buys, no motive holds, rivalry splits (row S46)")
  func published() throws {
    let stock = try Self.game(weights: [1, 1], strategic: 0.02, rivalry: 0.01)
    #expect(stock.pureEquilibria() == [[.buy, .buy]])
    #expect(abs(stock.payoff(of: 0, playing: [.buy, .buy]) - 0.0965) < 1e-15)
    let idle = try Self.game(weights: [0, 0], strategic: 0, rivalry: 0)
    #expect(idle.pureEquilibria() == [[.hold, .hold]])
    let rivals = try Self.game(weights: [0, 0], strategic: 0, rivalry: 0.05)
    #expect(rivals.pureEquilibria() == [[.buy, .hold], [.hold, .buy]])
    #expect(rivals.equilibriumFromHold().actions == [.buy, .hold])
  }

  @Test("a tie is held")
  func ties() throws {
    // Trading is worth exactly what it costs: θ = c + ½ κ q.
    let tied = try SovereignGame(
      revaluationWeights: [0],
      strategicValues: [0.03],
      rivalries: [0],
      priceImpact: 0.5,
      tradeSize: 0.1,
      tradingCost: 0.005
    )
    #expect(tied.pureEquilibria() == [[.buy], [.hold]])
    #expect(tied.bestResponse(of: 0, to: [.buy]) == .hold)
    #expect(tied.equilibriumFromHold().actions == [.hold])
    #expect(tied.equilibriumFromHold().sweeps == 0)
  }

  private static func random(_ seed: UInt64, players: Int) throws -> SovereignGame {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 4))
    let draw = { (scale: Double) in (0..<players).map { _ in scale * stream.nextUniform() } }
    return try SovereignGame(
      revaluationWeights: draw(0.2).map { $0 - 0.05 },
      strategicValues: draw(0.08).map { $0 - 0.04 },
      rivalries: draw(0.05),
      priceImpact: stream.nextUniform(),
      tradeSize: 0.05 + 0.2 * stream.nextUniform(),
      tradingCost: 0.02 * stream.nextUniform()
    )
  }

  @Test("a change of one player moves the potential by that player's gain", arguments: 0..<50)
  func potential(seed: UInt64) throws {
    let game = try Self.random(seed, players: 4)
    var stream = Stream(seed: seed, run: 1, purpose: Purpose(room: 90, index: 4))
    for _ in 0..<50 {
      let actions = (0..<4).map { _ in SovereignAction.allCases[stream.nextIndex(below: 3)] }
      let player = stream.nextIndex(below: 4)
      var changed = actions
      changed[player] = SovereignAction.allCases[stream.nextIndex(below: 3)]
      let gain =
        game.payoff(of: player, playing: changed) - game.payoff(of: player, playing: actions)
      let rise = game.potential(of: changed) - game.potential(of: actions)
      #expect(abs(gain - rise) < 1e-14)
    }
  }

  @Test("answers in turn end at one of the enumerated equilibria", arguments: 0..<200)
  func bestResponses(seed: UInt64) throws {
    let game = try Self.random(seed, players: 1 + Int(seed % 6))
    let equilibria = game.pureEquilibria()
    #expect(!equilibria.isEmpty)
    #expect(equilibria.contains(game.equilibriumFromHold().actions))
    // No player gains by leaving any of them, and every other profile has one who does.
    for actions in equilibria {
      for player in actions.indices {
        for other in SovereignAction.allCases {
          var changed = actions
          changed[player] = other
          let gain =
            game.payoff(of: player, playing: changed) - game.payoff(of: player, playing: actions)
          #expect(gain < 1e-12)
        }
      }
    }
  }

  @Test("the first player's table has a column per combination of the others")
  func table() throws {
    let two = try Self.game(weights: [1, 1], strategic: 0.02, rivalry: 0.01)
    let expected = [[0.0965, 0.05, 0.0035], [0.049, 0, -0.049], [-0.0045, -0.056, -0.1075]]
    for (row, values) in zip(two.payoffsOfFirstPlayer(), expected) {
      for (payoff, value) in zip(row, values) { #expect(abs(payoff - value) < 1e-15) }
    }
    let three = try Self.game(weights: [1, 1, 0], strategic: 0.02, rivalry: 0.01)
    let table = three.payoffsOfFirstPlayer()
    #expect(table.count == 3 && table.allSatisfy { $0.count == 9 })
    #expect(table[2][5] == three.payoff(of: 0, playing: [.sell, .hold, .sell]))
  }

  @Test("refuses a game without players and one too large to enumerate")
  func refusals() {
    #expect(throws: ModelError.self) { try Self.game(weights: [], strategic: 0, rivalry: 0) }
    #expect(throws: ModelError.self) {
      try Self.game(weights: [Double](repeating: 0, count: 13), strategic: 0, rivalry: 0)
    }
    #expect(throws: ModelError.self) { try Self.game(weights: [.nan], strategic: 0, rivalry: 0) }
  }
}
