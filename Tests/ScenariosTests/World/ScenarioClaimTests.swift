import Economy
import Quantities
import Testing

@testable import Scenarios

@Suite("Claims of scenario files")
struct ScenarioClaimTests {
  private static let lines = [
    "schema: clino.scenario/1", "name: yen", "base: empty", "days: 2", "bars_per_day: 4",
    "measured_market: yen", "residual_provider:",
    "  - {instrument: deposits, quantity: 1e11, from: HN}", "claims:", "  - name: yen",
    "    issuer: Japanese banks", "    is_bank: on", "    unit: JPY", "    price_usd: 0.0065",
    "    quantity_decimals: 2", "    price_decimals: 8", "    owed_by: ROW",
    "    loans: yen loans", "    holders: {RLP: 1e13}",
    "  - {name: growth shares, issuer: HN, price_usd: 100, replaces: SPX shares, holders: {INST: 1e9}}",
    "markets:",
    "  - {name: yen, price_usd: 0.0065, daily_volume_usd: 1e12, daily_volatility: 0.006, value: news, news_volatility_annual: 0.1}",
  ]

  private static func parse(_ lines: [String]) throws -> Scenario {
    try ScenarioFile.parse(lines.joined(separator: "\n") + "\n", file: "s.yaml")
  }

  private static func message(changing old: String, to new: String) -> String? {
    do {
      _ = try parse(lines.map { $0.replacing(old, with: new) })
      return nil
    } catch { return "\(error)" }
  }

  @Test("a currency and an index open in the world, balance, and the loan has the currency's price")
  func opens() throws {
    let scenario = try Self.parse(Self.lines)
    #expect(scenario.plan.claims.map(\.name) == ["growth shares", "yen"])
    let world = try World(scenario.plan, catalogue: .standard, seed: 1, run: 0)
    try world.run(days: 2)
    let yen = try #require(world.ledger.instrument(named: "yen"))
    let loans = try #require(world.ledger.instrument(named: "yen loans"))
    #expect(world.ledger.price(of: yen) == world.ledger.price(of: loans))
    #expect(world.ledger.outstanding(yen) == world.ledger.outstanding(loans))
    let shares = try #require(world.ledger.instrument(named: "growth shares"))
    #expect(world.ledger.outstanding(shares).units == 10_000_000_000_000)
  }

  @Test("the printed scenario reads back to the same plan")
  func reads() throws {
    let scenario = try Self.parse(Self.lines)
    let again = try ScenarioFile.parse(ScenarioText.text(of: scenario), file: "again.yaml")
    #expect(again.plan == scenario.plan)
  }

  @Test(
    "a claim that does not say where it comes from, or says it twice, is refused with line and field",
    arguments: [
      ("    owed_by: ROW", "    unit_name: x", "claims[0]"),
      ("replaces: SPX shares, ", "", "claims[1].replaces"),
      ("replaces: SPX shares", "replaces: SPX shares, loans: x", "claims[1].loans"),
      ("    price_decimals: 8", "    price_decimals: 9", "claims[0].price_decimals"),
      ("    price_usd: 0.0065", "    price_usd: -1", "claims[0].price_usd"),
      ("replaces: SPX shares", "replaces: SPY shares", "SPY shares"),
      ("holders: {RLP: 1e13}", "holders: {RLX: 1e13}", "RLX"),
    ]
  )
  func refuses(old: String, new: String, named: String) throws {
    let message = try #require(Self.message(changing: old, to: new))
    #expect(message.contains(named), "\(message)")
    #expect(message.hasPrefix("s.yaml:"), "\(message)")
  }
}
