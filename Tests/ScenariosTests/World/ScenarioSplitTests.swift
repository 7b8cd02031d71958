import Economy
import Testing

@testable import Scenarios

@Suite("Splits of accounts in scenario files")
struct ScenarioSplitTests {
  private static let lines = [
    "schema: clino.scenario/1", "name: dealers", "base: empty", "days: 1", "bars_per_day: 1",
    "measured_market: bills", "markets:",
    "  - {name: bills, price_usd: 1, daily_volume_usd: 5e11, daily_volatility: 0.0005, value: par}",
    "splits:", "  - {account: DLR, parts: {zeta: 0.5, alpha: 0.5}}",
    "  - {account: HF, parts: {fund z: 0.5, fund a: 0.5}, paired_creditor: DLR}",
  ]

  private static func parse(_ lines: [String]) throws -> Scenario {
    try ScenarioFile.parse(lines.joined(separator: "\n") + "\n", file: "s.yaml")
  }

  @Test(
    "the parts stand in the file's order, are accounts of the world, and owe each other in pairs"
  )
  func opens() throws {
    let scenario = try Self.parse(Self.lines)
    #expect(scenario.plan.splits.map(\.account) == ["DLR", "HF"])
    #expect(scenario.plan.splits[0].parts.map(\.name) == ["zeta", "alpha"])
    let world = try World(scenario.plan, catalogue: .standard, seed: 1, run: 0)
    let debt = try #require(world.ledger.instrument(named: "repo fund z"))
    let creditor = try #require(world.ledger.account(named: "zeta"))
    #expect(world.ledger.holdings(in: debt).map(\.account) == [creditor])
    try world.run(days: 1)
  }

  @Test("the printed scenario reads back to the same plan")
  func reads() throws {
    let scenario = try Self.parse(Self.lines)
    let again = try ScenarioFile.parse(ScenarioText.text(of: scenario), file: "again.yaml")
    #expect(again.plan == scenario.plan)
  }

  @Test("nobody acts for an account that is split")
  func whole() {
    let lines = Self.lines.map { $0.replacing("base: empty", with: "base: funding") }
    #expect {
      _ = try Self.parse(lines)
    } throws: {
      "\($0)".contains("expected one of alpha, zeta")
        || "\($0)".contains("expected one of zeta, alpha")
    }
  }

  @Test(
    "a split that cannot be is refused with line and field",
    arguments: [
      ("{zeta: 0.5, alpha: 0.5}", "{zeta: 0.5, alpha: 0.6}", "s.yaml:10"),
      ("{account: DLR", "{account: FED", "s.yaml:10"),
      ("{account: DLR", "{acount: DLR", "did you mean account?"),
      ("paired_creditor: DLR", "paired_creditor: MMF", "s.yaml:11"),
      ("{account: HF", "{account: DLR", "splits[1].account"),
    ]
  )
  func refused(old: String, new: String, expected: String) {
    let lines = Self.lines.map { $0.replacing(old, with: new) }
    #expect {
      _ = try Self.parse(lines)
    } throws: { "\($0)".contains(expected) }
  }
}
