import Economy
import Statistics
import Testing

@Suite("Greenwood, Landier and Thesmar's vulnerable banks")
struct GreenwoodLandierThesmarTests {
  @Test("two equal banks with common assets (row S36)")
  func published() throws {
    let banks = try GreenwoodLandierThesmar(
      assets: [100, 100],
      debtToEquity: [9, 9],
      weights: [[0.5, 0.5], [0.5, 0.5]],
      priceImpacts: [0.001, 0.001]
    )
    let outcome = try banks.outcome(ofShock: [-0.01, 0])
    #expect(outcome.netPurchases == [-4.5, -4.5])
    #expect(abs(outcome.aggregateVulnerability - 0.045) < 1e-15)
  }

  @Test("banks' parts sum to the whole, and the response is linear", arguments: 0..<100)
  func properties(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 1))
    let (bankCount, assetCount) = (1 + stream.nextIndex(below: 5), 1 + stream.nextIndex(below: 4))
    let banks = try GreenwoodLandierThesmar(
      assets: (0..<bankCount).map { _ in 1 + 100 * stream.nextUniform() },
      debtToEquity: (0..<bankCount).map { _ in 20 * stream.nextUniform() },
      weights: (0..<bankCount).map { _ in (0..<assetCount).map { _ in stream.nextUniform() } },
      priceImpacts: (0..<assetCount).map { _ in 0.001 * stream.nextUniform() }
    )
    let shock = (0..<assetCount).map { _ in -0.1 * stream.nextUniform() }
    let outcome = try banks.outcome(ofShock: shock)
    let whole = outcome.aggregateVulnerability
    #expect(abs(outcome.systemicness.reduce(0, +) - whole) <= 1e-12 * abs(whole))
    let weighted = zip(outcome.indirectVulnerability, banks.equity).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(weighted / banks.equity.reduce(0, +) - whole) <= 1e-12 * abs(whole))
    let double = try banks.outcome(ofShock: shock.map { 2 * $0 })
    #expect(abs(double.aggregateVulnerability - 2 * whole) <= 1e-12 * abs(whole))
    // Every bank ends at its own debt over equity: it buys b times its loss.
    let purchases = outcome.netPurchases.reduce(0, +)
    let expected = banks.assets.indices.reduce(0) {
      $0 + banks.assets[$1] * banks.debtToEquity[$1] * outcome.bankReturns[$1]
        * banks.weights[$1].reduce(0, +)
    }
    #expect(abs(purchases - expected) <= 1e-9 * abs(expected))
  }

  @Test("a bank without debt sells nothing, a market without impact transmits nothing")
  func neutral() throws {
    let shock = [-0.2, -0.1, 0]
    for (debt, impact) in [(0.0, 0.01), (12.0, 0.0)] {
      let banks = try GreenwoodLandierThesmar(
        assets: [50, 70],
        debtToEquity: [debt, debt],
        weights: [[0.2, 0.5, 0.3], [0.9, 0, 0.1]],
        priceImpacts: [impact, impact, impact]
      )
      let outcome = try banks.outcome(ofShock: shock)
      #expect(outcome.aggregateVulnerability == 0)
      #expect(abs(outcome.bankReturns[0] + 0.09) < 1e-15)
    }
  }

  @Test("refuses parameters of other shapes by name")
  func shapes() throws {
    #expect(
      throws: ModelError.invalid(
        model: "Greenwood–Landier–Thesmar",
        field: "assets",
        value: "1 numbers",
        expected: "2"
      )
    ) {
      try GreenwoodLandierThesmar(
        assets: [1],
        debtToEquity: [1, 1],
        weights: [[1], [1]],
        priceImpacts: [0]
      )
    }
    let banks = try GreenwoodLandierThesmar(
      assets: [1],
      debtToEquity: [1],
      weights: [[1]],
      priceImpacts: [0]
    )
    #expect(throws: ModelError.self) { try banks.outcome(ofShock: [0, 0]) }
    #expect(throws: ModelError.self) { try banks.outcome(ofShock: [.nan]) }
  }
}
