import Economy
import Statistics
import Testing

@Suite("Cont and Schaanning's fire sales")
struct ContSchaanningFireSaleTests {
  private static func toy() throws(ModelError) -> ContSchaanningFireSale {
    try ContSchaanningFireSale(
      holdings: [[100, 100], [150, 50]],
      equity: [10, 12],
      cash: [0, 0],
      maxLeverage: 25,
      targetLeverage: 20,
      depth: [30_000, 15_000],
      priceFloorRatio: 0.5
    )
  }

  @Test("a shock below the threshold forces nobody, a larger one both (row S37)")
  func thresholds() throws {
    let small = try Self.toy().outcome(ofShock: [0.02, 0])
    #expect(small.rounds == 0 && small.sold == [0, 0] && small.equity == [8, 9])
    let large = try Self.toy().outcome(ofShock: [0.03, 0])
    #expect(large.rounds == 1 && abs(large.salesByRound[0] - 102.5) < 1e-10)
    #expect(abs(large.sold[0] - 61.929161203214456) < 1e-9)
    #expect(abs(large.priceFactors[0] - 0.9680017516210444) < 1e-14)
    #expect(abs(large.equity[1] - 7.115966350882735) < 1e-10)
  }

  @Test("two rounds over three assets end where a plain loop ends")
  func twoRounds() throws {
    let banks = try ContSchaanningFireSale(
      holdings: [[100, 80, 20], [150, 50, 60]],
      equity: [9, 11],
      cash: [5, 3],
      maxLeverage: 22,
      targetLeverage: 18,
      depth: [3_000, 1_500, 800],
      priceFloorRatio: 0.4
    )
    let outcome = try banks.outcome(ofShock: [0.03, 0.01, 0])
    let rounds = [257.6, 184.51319053578933]
    #expect(outcome.rounds == 2)
    for (round, expected) in zip(outcome.salesByRound, rounds) {
      #expect(abs(round - expected) < 1e-9)
    }
    let prices = [0.8970251294389138, 0.9112839181464503, 0.9084439175069345]
    for (price, expected) in zip(outcome.priceFactors, prices) {
      #expect(abs(price - expected) < 1e-13)
    }
    #expect(abs(outcome.equity[0] + 2.8338913690747582) < 1e-10)
    // Both are wiped out and have sold everything.
    #expect(outcome.holdings.allSatisfy { $0.allSatisfy { $0 == 0 } })
  }

  @Test("at rest nobody is above the maximum with something to sell", arguments: 0..<200)
  func rest(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 2))
    let (bankCount, assetCount) = (1 + stream.nextIndex(below: 4), 1 + stream.nextIndex(below: 4))
    let holdings = (0..<bankCount).map { _ in
      (0..<assetCount).map { _ in 100 * stream.nextUniform() }
    }
    let banks = try ContSchaanningFireSale(
      holdings: holdings,
      equity: holdings.map { $0.reduce(0, +) * (0.04 + 0.06 * stream.nextUniform()) },
      cash: holdings.map { _ in 5 * stream.nextUniform() },
      maxLeverage: 25,
      targetLeverage: 15 + 10 * stream.nextUniform(),
      depth: (0..<assetCount).map { _ in 200 + 5_000 * stream.nextUniform() },
      priceFloorRatio: 0.8 * stream.nextUniform()
    )
    let shock = (0..<assetCount).map { _ in 0.05 * stream.nextUniform() }
    let outcome = try banks.outcome(ofShock: shock)
    for bank in holdings.indices {
      let left = outcome.holdings[bank].reduce(0, +)
      guard left > 0 else { continue }
      let assets = left + banks.cash[bank]
      #expect(outcome.equity[bank] > 0, "seed \(seed), bank \(bank)")
      #expect(assets / outcome.equity[bank] <= 25, "seed \(seed), bank \(bank)")
    }
    for asset in shock.indices {
      #expect(outcome.priceFactors[asset] <= 1 - shock[asset])
      #expect(outcome.priceFactors[asset] > 0)
    }
    #expect(abs(outcome.sold.reduce(0, +) - outcome.salesByRound.reduce(0, +)) < 1e-9)
    // A larger shock sells in the first round at least as much.
    let harder = try banks.outcome(ofShock: shock.map { min(1, 1.5 * $0) })
    if outcome.rounds > 0 { #expect(harder.rounds > 0) }
  }

  @Test("an infinitely deep market moves for nobody")
  func deep() throws {
    let banks = try ContSchaanningFireSale(
      holdings: [[100, 100]],
      equity: [10],
      cash: [0],
      maxLeverage: 20,
      targetLeverage: 10,
      depth: [1e300, 1e300],
      priceFloorRatio: 0.5
    )
    let outcome = try banks.outcome(ofShock: [0.05, 0])
    #expect(outcome.priceFactors == [0.95, 1] && outcome.equity == [5])
    // 195 − 10 · 5 is sold, and what is left is ten times the equity.
    #expect(abs(outcome.salesByRound[0] - 145) < 1e-12 && outcome.rounds == 1)
    #expect(abs(outcome.holdings[0].reduce(0, +) - 50) < 1e-12)
  }

  @Test("the overlap of one bank is its loss per share sold, of strangers zero")
  func overlap() throws {
    #expect(abs(try Self.single().overlapSpectralRadius() - (100 / 30.0 + 100 / 15.0)) < 1e-9)
    let strangers = try ContSchaanningFireSale(
      holdings: [[100, 0], [0, 60]],
      equity: [10, 10],
      cash: [0, 0],
      maxLeverage: 20,
      targetLeverage: 10,
      depth: [1_000, 100],
      priceFloorRatio: 0
    )
    #expect(abs(try strangers.overlapSpectralRadius() - 36) < 1e-9)
  }

  private static func single() throws(ModelError) -> ContSchaanningFireSale {
    try ContSchaanningFireSale(
      holdings: [[100, 100]],
      equity: [10],
      cash: [0],
      maxLeverage: 25,
      targetLeverage: 20,
      depth: [3_000, 1_500],
      priceFloorRatio: 0.5
    )
  }

  @Test("refuses a target above the maximum and a shock above one")
  func refusals() throws {
    #expect(throws: ModelError.self) {
      try ContSchaanningFireSale(
        holdings: [[1]],
        equity: [1],
        cash: [0],
        maxLeverage: 10,
        targetLeverage: 11,
        depth: [1],
        priceFloorRatio: 0
      )
    }
    #expect(throws: ModelError.self) { try Self.toy().outcome(ofShock: [1.1, 0]) }
    #expect(throws: ModelError.notAtRest(model: "Cont–Schaanning", rounds: 1)) {
      try Self.toy().outcome(ofShock: [0.03, 0], maxRounds: 1)
    }
  }
}
