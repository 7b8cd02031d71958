import Economy
import Testing

@testable import Scenarios

@Suite("Names in scenario files")
struct ScenarioNameTests {
  private func read(_ lines: String) throws -> Scenario {
    try ScenarioFile.parse(
      "schema: clino.scenario/1\nname: n\ndays: 2\n" + lines + "\n",
      file: "s.yaml"
    )
  }

  private func message(_ lines: String) throws -> String {
    let error = #expect(throws: ScenarioError.self) { try read(lines) }
    return try #require(error).description
  }

  private func shock(_ text: String) -> String { "shocks:\n  - {name: s, day: 1, \(text)}" }

  @Test("a misspelt participant without a kind is named with the nearest one")
  func participant() throws {
    let message = try message(
      "participants:\n  - {name: retail BTC hihg, numbers: {base_leverage: 40}}"
    )
    #expect(
      message
        == "s.yaml:5: participants[0].name: got retail BTC hihg, expected a participant of the base "
        + "world, or a kind beside a new name, did you mean retail BTC high?"
    )
  }

  @Test(
    "remove names the entry that is not there",
    arguments: [
      ("participants", "name: pension 9", "participants[0].name: got pension 9"),
      ("markets", "name: BTX", "markets[0].name: got BTX"),
      ("perpetuals", "market: BTX", "perpetuals[0].market: got BTX"),
      ("coins", "name: BTX", "coins[0].name: got BTX"),
    ]
  )
  func removal(section: String, entry: String, expected: String) throws {
    let message = try message("\(section):\n  - {\(entry), remove: true}")
    #expect(
      message.hasPrefix("s.yaml:5: \(expected), expected the name of one in the base world"),
      "\(message)"
    )
  }

  @Test(
    "market makers can be told to withdraw, with a market of theirs or without",
    arguments: [
      "target: maker 1", "target: maker 1, market: BTC", "market: BTC",
    ]
  )
  func makers(meant: String) throws {
    let scenario = try read(shock("kind: maker_withdrawal, \(meant), size_fraction: 0.2"))
    #expect(scenario.plan.shocks.count == 1)
  }

  @Test("who makes no market, or not that one, is refused with those who do")
  func noMaker() throws {
    let nobody = try message(shock("kind: maker_withdrawal, target: maker, size_fraction: 0.2"))
    #expect(nobody.hasPrefix("s.yaml:5: shocks.s.target: got maker, expected one of maker 1"))
    let other = try message(
      shock("kind: maker_withdrawal, target: maker 1, market: bills, size_fraction: 0.2")
    )
    #expect(
      other.hasPrefix("s.yaml:5: shocks.s.market: got bills, expected one of BTC"),
      "\(other)"
    )
  }

  @Test("a wave of redemptions takes the account or the participant who acts for it")
  func redemptions() throws {
    var prices: [[Double]] = []
    for target in ["SC", "stablecoin issuer"] {
      let scenario = try read(
        shock("kind: redemption_wave, target: \(target), size_fraction: 0.3")
      )
      let world = try World(scenario.plan, catalogue: .standard, seed: 1, run: 0)
      try world.run(days: 2)
      #expect(world.shockOutcomes[0].done > 0)
      prices.append(world.days[1].markets.map(\.close) + world.days[1].netWorths)
    }
    #expect(prices[0] == prices[1])
  }

  @Test("a target that is nobody is answered with who there is")
  func nobody() throws {
    let wave = try message(shock("kind: redemption_wave, target: NOBODY, size_fraction: 0.3"))
    #expect(wave.hasPrefix("s.yaml:5: shocks.s.target: got NOBODY, expected one of "), "\(wave)")
    #expect(wave.contains("stablecoin issuer"))
    let sale = try message(shock("kind: sale, market: BTC, target: NOBODY, size_usd: 1e9"))
    #expect(
      sale.hasPrefix("s.yaml:5: shocks.s.target: got NOBODY, expected an account or participant: "),
      "\(sale)"
    )
    #expect(sale.contains("WHALE") && sale.contains("stablecoin issuer"))
  }

  @Test("a hack of an exchange that keeps another coin is refused")
  func otherCoin() throws {
    let exchange = try #require(
      try read("").plan.participants.first { $0.kind == "exchange_operator" }
    ).name
    let message = try message(
      shock("kind: hack, market: ETH, target: \(exchange), size_usd: 1e9")
    )
    #expect(
      message.hasPrefix("s.yaml:5: shocks.s.target: got \(exchange), expected an exchange"),
      "\(message)"
    )
  }
}
