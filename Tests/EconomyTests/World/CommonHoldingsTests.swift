import Testing

@testable import Economy

@Suite("Common holdings of a world")
struct CommonHoldingsTests {
  private func pair(debt: Double, second: [Double]) -> CommonHoldings {
    CommonHoldings(
      markets: ["coins", "bonds"],
      depths: [1_000, 10_000],
      holders: [
        .init(name: "a", equity: 50, debt: debt, holdings: [100, 0]),
        .init(name: "b", equity: 100, debt: debt, holdings: second),
      ]
    )
  }

  @Test("a sale is debt over equity times the loss, and hurts who holds the same")
  func round() throws {
    let outcome = try pair(debt: 100, second: [100, 100]).outcome(ofFalls: [0.1, 0])
    #expect(outcome.firstLosses.map { ($0 * 1e9).rounded() } == [10e9, 10e9])
    // Debt over equity is 2 and 1: 20 of coins; 10, half of it coins and half bonds.
    #expect(outcome.sales.map { ($0 * 1e9).rounded() } == [20e9, 10e9])
    #expect(outcome.salesByMarket.map { ($0 * 1e9).rounded() } == [25e9, 5e9])
    #expect(abs(outcome.furtherFalls[0] - 0.025) < 1e-15)
    #expect(abs(outcome.furtherFalls[1] - 0.000_5) < 1e-15)
    let lost = [100 * 0.025, 100 * 0.025 + 100 * 0.000_5]
    #expect(abs(outcome.lossesBySales[0] - lost[0]) < 1e-12)
    #expect(abs(outcome.lossesBySales[1] - lost[1]) < 1e-12)
    #expect(abs(outcome.aggregateVulnerability - (lost[0] + lost[1]) / 150) < 1e-15)
  }

  @Test("without debt nothing is sold, and without common assets nobody else is hurt")
  func controls() throws {
    let free = try pair(debt: 0, second: [100, 0]).outcome(ofFalls: [0.5, 0.5])
    #expect(free.sales == [0, 0] && free.lossesBySales == [0, 0])
    #expect(free.aggregateVulnerability == 0)
    let apart = try pair(debt: 100, second: [0, 100]).outcome(ofFalls: [0.1, 0])
    #expect(apart.lossesBySales[1] == 0 && apart.lossesBySales[0] > 0)
  }

  @Test("nobody sells more than it owes or holds")
  func bounds() throws {
    let holders: [CommonHoldings.Holder] = [
      .init(name: "thin", equity: 1, debt: 40, holdings: [60, 0]),
      .init(name: "all borrowed", equity: 1, debt: 90, holdings: [60, 0]),
    ]
    let common = CommonHoldings(markets: ["coins", "bonds"], depths: [1e6, 1e6], holders: holders)
    let outcome = try common.outcome(ofFalls: [0.5, 0])
    #expect(outcome.sales == [40, 60])
    #expect(try common.outcome(ofFalls: [0, 0]).sales == [0, 0])
  }

  @Test("falls outside 0 ... 1 or of another number of markets are refused")
  func refused() {
    for falls in [[0.1], [0.1, 1.1], [-0.1, 0]] {
      #expect(throws: ModelError.self) {
        try pair(debt: 1, second: [1, 1]).outcome(ofFalls: falls)
      }
    }
  }

  @Test("a world's holders are those whose callable debt exceeds their callable claims")
  func world() throws {
    let world = try World(.funding(), catalogue: .standard, seed: 1, run: 0)
    try world.step()
    let common = world.commonHoldings()
    #expect(common.markets.contains("coupons"))
    #expect(common.holders.map(\.name) == common.holders.map(\.name).sorted())
    let fund = try #require(common.holders.first { $0.name == "HF" })
    let sheet = world.ledger.balanceSheet(of: try #require(world.ledger.account(named: "HF")))
    let owed = sheet.liabilities.filter { $0.family == "repo" }.reduce(0) { $0 + Double($1.value) }
    #expect(abs(fund.debt - owed / 1e12) < 1)
    #expect(abs(fund.equity - Double(sheet.netWorth) / 1e12) < 1)
    // A lender is not a holder: what it is owed exceeds what it owes.
    #expect(!common.holders.contains { $0.name == "MMF" })
    let hash = world.ledger.stateHash
    _ = try common.outcome(ofFalls: common.markets.map { _ in 0.05 })
    #expect(world.ledger.stateHash == hash)
    let families = Set(
      (0..<world.ledger.instrumentCount).map {
        world.ledger.description(of: InstrumentID(index: UInt32($0))).family
      }
    )
    #expect(families.contains("repo"))
  }
}
