import Economy
import Exchange
import Testing

@testable import Scenarios

@Suite("Policy levers in scenario files")
struct ScenarioLeverTests {
  static let lines = [
    "schema: clino.scenario/1", "name: levers", "base: lite", "days: 2", "markets:",
    "  - name: BTC",
    "    circuit_breaker: {threshold_fraction: 0.1, window_bars: 4, pause_bars: 2}",
    "perpetuals:", "  - market: BTC", "    adl: pro_rata",
    "    circuit_breaker:",
    "      {threshold_fraction: 0.05, window_bars: 8, pause_bars: 1, halts_liquidations: off}",
    "    tiers:",
    "      - {notional_cap_usd: 50e3, leverage_cap: 100, maintenance_margin_rate: 0.005}",
    "      - {notional_cap_usd: 5e6, leverage_cap: 50, maintenance_margin_rate: 0.01}",
    "      - {leverage_cap: 5, maintenance_margin_rate: 0.1}", "  - {market: ETH, adl: off}",
  ]

  private func read(_ lines: [String]) throws -> Scenario {
    try ScenarioFile.parse(lines.joined(separator: "\n") + "\n", file: "s.yaml")
  }

  private func message(_ number: Int, _ line: String) throws -> String {
    var changed = Self.lines
    changed[number - 1] = line
    let error = #expect(throws: ScenarioError.self) { try read(changed) }
    return try #require(error).description
  }

  @Test("levers are read, and written so that they read back")
  func levers() throws {
    let scenario = try read(Self.lines)
    let contract = try #require(scenario.plan.perpetuals.first { $0.market == "BTC" })
    #expect(
      contract.tiers == [
        TierPlan(notionalCap: 50e3, leverageCap: 100, maintenanceRate: 0.005),
        TierPlan(notionalCap: 5e6, leverageCap: 50, maintenanceRate: 0.01),
        TierPlan(notionalCap: nil, leverageCap: 5, maintenanceRate: 0.1),
      ]
    )
    #expect(contract.autoDeleverages && contract.deleveragingRule == .proRata)
    #expect(
      contract.breaker
        == CircuitBreaker(threshold: 0.05, windowBars: 8, pauseBars: 1, haltsLiquidations: false)
    )
    let market = try #require(scenario.plan.markets.first { $0.name == "BTC" })
    #expect(market.breaker == CircuitBreaker(threshold: 0.1, windowBars: 4, pauseBars: 2))
    let ether = try #require(scenario.plan.perpetuals.first { $0.market == "ETH" })
    #expect(!ether.autoDeleverages && ether.breaker == nil && ether.tiers.isEmpty)
    let again = ScenarioText.text(of: scenario)
    #expect(try ScenarioFile.parse(again, file: "again.yaml") == scenario)
  }

  @Test("on is the ranking of exchanges", arguments: ["on", "ranked"])
  func ranked(word: String) throws {
    var changed = Self.lines
    changed[9] = "    adl: \(word)"
    let contract = try #require(try read(changed).plan.perpetuals.first { $0.market == "BTC" })
    #expect(contract.autoDeleverages && contract.deleveragingRule == .ranked)
  }

  @Test(
    "a lever that cannot be is one line with file, line, field, value and what was expected",
    arguments: [
      (
        7, "    circuit_breaker: {threshold_fraction: 2, window_bars: 4, pause_bars: 2}",
        "s.yaml:7: markets[0].circuit_breaker.threshold_fraction: got 2, expected a number from"
      ),
      (
        7, "    circuit_breaker: {threshold_fraction: 0.1, window_bars: 0, pause_bars: 2}",
        "s.yaml:7: markets[0].circuit_breaker.window_bars: got 0, expected a whole number from 1"
      ),
      (
        7, "    circuit_breaker: {threshold_fraction: 0.1, window_bars: 4}",
        "s.yaml:7: markets[0].circuit_breaker.pause_bars: got nothing"
      ),
      (
        7, "    circuit_breaker: {threshold: 0.1, window_bars: 4, pause_bars: 2}",
        "s.yaml:7: markets[0].circuit_breaker.threshold: got threshold, expected one of"
      ),
      (7, "    circuit_breaker: 0.1", "s.yaml:7: markets[0].circuit_breaker: got 0.1"),
      (10, "    adl: prorata", "s.yaml:10: perpetuals[0].adl: got prorata, expected one of on"),
      (10, "    maintenance_margin_rate: 0.01", "s.yaml:10: perpetuals[0].maintenance_margin_rate"),
      (
        14, "      - {leverage_cap: 100, maintenance_margin_rate: 0.005}",
        "s.yaml:14: perpetuals[0].tiers[0].notional_cap_usd: got nothing, expected a number in"
      ),
      (
        15, "      - {notional_cap_usd: 5e4, leverage_cap: 50, maintenance_margin_rate: 0.01}",
        "s.yaml:15: perpetuals[0].tiers[1].notional_cap_usd: got 5e4, expected more than the row"
      ),
      (
        15, "      - {notional_cap_usd: 5e6, leverage_cap: 125, maintenance_margin_rate: 0.006}",
        "s.yaml:15: perpetuals[0].tiers[1].leverage_cap: got 125, expected at most the row above's"
      ),
      (
        15, "      - {notional_cap_usd: 5e6, leverage_cap: 50, maintenance_margin_rate: 0.001}",
        "s.yaml:15: perpetuals[0].tiers[1].maintenance_margin_rate: got 0.001, expected at least"
      ),
      (
        15, "      - {notional_cap_usd: 5e6, leverage_cap: 50, maintenance_margin_rate: 0.02}",
        "s.yaml:15: perpetuals[0].tiers[1].maintenance_margin_rate: got 0.02, expected below"
      ),
      (
        15, "      - {notional_cap: 5e6, leverage_cap: 50, maintenance_margin_rate: 0.01}",
        "s.yaml:15: perpetuals[0].tiers[1].notional_cap: got notional_cap, expected one of"
      ),
      (
        16, "      - {notional_cap_usd: 6e6, leverage_cap: 5, maintenance_margin_rate: 0.1}",
        "s.yaml:13: perpetuals.BTC.tiers: got a position of"
      ),
    ]
  )
  func errors(line: Int, text: String, expected: String) throws {
    let message = try message(line, text)
    #expect(message.hasPrefix(expected), "\(message)")
    #expect(!message.contains("\n"))
  }

  // MARK: - Names of markets

  @Test("a contract on a market that is not there is the contract's error")
  func contract() throws {
    let message = try message(17, "  - {market: ETC, adl: off}")
    #expect(message.hasPrefix("s.yaml:17: perpetuals.ETC.market: got ETC, expected one of"))
    #expect(!message.contains("participants"))
  }

  @Test("a market that follows one that is not there names itself")
  func follower() throws {
    let lines = [
      "schema: clino.scenario/1", "name: f", "base: lite", "days: 1", "markets:",
      "  - {name: ETH, value: follows, follows: BTX}",
    ]
    let error = #expect(throws: ScenarioError.self) { try read(lines) }
    let message = try #require(error).description
    #expect(message.hasPrefix("s.yaml:6: markets.ETH.follows: got BTX"), "\(message)")
  }

  @Test("markets that participants open are changed like those of the base")
  func declared() throws {
    let lines = [
      "schema: clino.scenario/1", "name: d", "days: 1", "markets:",
      "  - {name: fund A shares, half_spread_fraction: 0.002}",
      "  - {name: stablecoins, daily_volume_usd: 3e10}",
    ]
    let scenario = try read(lines)
    let base = try BuiltInScenarios.scenario(named: "default")
    let world = try World(base.plan, catalogue: .standard, seed: 1, run: 0)
    for name in ["fund A shares", "stablecoins"] {
      var before = try #require(world.marketPlan(named: name))
      #expect(!base.plan.markets.contains { $0.name == name })
      let after = try #require(scenario.plan.markets.first { $0.name == name })
      if name == "stablecoins" { before.dailyVolume = 3e10 } else { before.halfSpread = 0.002 }
      #expect(after == before)
    }
    let changed = try World(scenario.plan, catalogue: .standard, seed: 1, run: 0)
    #expect(changed.marketNames == world.marketNames)
    #expect(changed.marketPlan(named: "fund A shares")?.halfSpread == 0.002)
    #expect(
      try ScenarioFile.parse(ScenarioText.text(of: scenario), file: "again.yaml").plan.markets
        == scenario.plan.markets
    )
  }

  @Test("a market that nobody opens has to be whole")
  func partial() throws {
    let lines = [
      "schema: clino.scenario/1", "name: d", "days: 1", "markets:",
      "  - {name: fund Z shares, half_spread_fraction: 0.002}",
    ]
    let error = #expect(throws: ScenarioError.self) { try read(lines) }
    let message = try #require(error).description
    #expect(message.hasPrefix("s.yaml:5: markets[0].price_usd: got nothing"), "\(message)")
  }

  @Test(
    "a fund trader added to the default world needs no words",
    arguments: ["basis_fund", "authorised_participant", "institutional_allocator"]
  )
  func defaultWords(kind: String) throws {
    let scenario = try read([
      "schema: clino.scenario/1", "name: d", "days: 1", "participants:",
      "  - {name: mine, kind: \(kind)}",
    ])
    #expect(scenario.plan.participants.contains { $0.name == "mine" && $0.kind == kind })
  }
}
