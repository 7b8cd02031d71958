import Economy
import Testing

@testable import Scenarios

@Suite("ScenarioFile")
struct ScenarioFileTests {
  static let lines = [
    "schema: clino.scenario/1", "name: small", "base: empty", "days: 2", "bars_per_day: 4",
    "residual_provider:", "  - {instrument: deposits, quantity: 1e11, from: HN}", "markets:",
    "  - name: BTC", "    price_usd: 85129.43", "    daily_volume_usd: 90e9",
    "    daily_volatility: 0.024", "    value: news", "    news_volatility_annual: 0.28",
    "perpetuals:", "  - {market: BTC, leverage_cap: 50, adl: off}", "participants:",
    "  - name: retail", "    kind: retail_cohort", "    numbers: {base_leverage: 20}",
    "    words: {tiers: BTC}", "    endowments:",
    "      - {instrument: stablecoins, quantity: 1e9, from: RETAIL}", "shocks:",
    "  - {name: exit, kind: sale, day: 1, market: BTC, target: WHALE, size_usd: 1e9}",
    "without: [news]",
  ]

  static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// The error when line `number` is replaced.
  static func message(_ number: Int, _ line: String) -> String? {
    var changed = lines
    changed[number - 1] = line
    do throws(ScenarioError) {
      _ = try ScenarioFile.parse(text(changed), file: "s.yaml")
      return nil
    } catch { return error.description }
  }

  @Test("a file says what it says")
  func small() throws {
    let scenario = try ScenarioFile.parse(Self.text(Self.lines), file: "s.yaml")
    #expect(scenario.name == "small")
    #expect(scenario.days == 2)
    #expect(scenario.measuredMarket == "BTC")
    #expect(scenario.plan.barsPerDay == 4)
    #expect(scenario.plan.without == ["news"])
    #expect(scenario.plan.perpetuals[0].leverageCap == 50)
    #expect(!scenario.plan.perpetuals[0].autoDeleverages)
    #expect(scenario.plan.markets[0].value == .news(annualVolatility: 0.28, common: 0))
    #expect(scenario.plan.participants[0].numbers == ["base_leverage": 20])
    #expect(scenario.plan.shocks[0].size == 1e9)
    #expect(scenario.plan.shocks[0].target == "WHALE")
  }

  @Test(
    "a wrong field is one line with file, line and field",
    arguments: [
      (1, "schema: clino.scenario/2", "s.yaml:1: schema: got clino.scenario/2"),
      (4, "dais: 2", "s.yaml:4: dais: got dais"),
      (4, "days: 0", "s.yaml:4: days: got 0, expected a whole number from 1"),
      (3, "base: emty", "s.yaml:3: base: got emty"),
      (5, "bars_per_day: 5", "s.yaml:5: bars_per_day: got 5"),
      (10, "    price_usd: -1", "s.yaml:10: markets[0].price_usd: got -1"),
      (11, "    daily_volume: 9e10", "s.yaml:11: markets[0].daily_volume: got daily_volume"),
      (13, "    value: nws", "s.yaml:13: markets[0].value: got nws"),
      (14, "    figure: x", "s.yaml:14: markets[0].figure: got x"),
      (16, "  - {market: BTC, leverage_cap: 0}", "s.yaml:16: perpetuals[0].leverage_cap: got 0"),
      (16, "  - {market: BTC, adl: maybe}", "s.yaml:16: perpetuals[0].adl: got maybe"),
      (
        16, "  - {market: BTC, leverage_cap: 300}",
        "s.yaml:16: perpetuals.BTC.leverage_cap: got 300.0"
      ),
      (19, "    kind: retail_cohrt", "s.yaml:19: participants[0].kind: got retail_cohrt"),
      (
        20, "    numbers: {base_leverge: 20}",
        "s.yaml:20: participants[0].numbers.base_leverge: got base_leverge"
      ),
      (
        20, "    numbers: {base_leverage: 200}",
        "s.yaml:20: participants[0].numbers.base_leverage: got 200, expected a number from 1.0"
      ),
      (21, "    words: {tiers: BTX}", "s.yaml:21: participants.retail.words.tiers: got BTX"),
      (
        23, "      - {instrument: stablecoins, quantity: 1e13, from: RETAIL}",
        "s.yaml:22: participants.retail.endowments: got 10000000000000.0 stablecoins from RETAIL"
      ),
      (
        25, "  - {name: exit, kind: sale, day: 1, target: WHALE, size_usd: 1e9}",
        "s.yaml:25: shocks[0].market: got nothing"
      ),
      (
        25, "  - {name: exit, kind: sale, day: 1, market: BTD, target: WHALE, size_usd: 1e9}",
        "s.yaml:25: shocks.exit.market: got BTD"
      ),
      (
        25, "  - {name: exit, kind: sale, day: 1, market: BTC, target: WHALES, size_usd: 1e9}",
        "s.yaml:25: shocks.exit.target: got WHALES"
      ),
      (
        25, "  - {name: exit, kind: sale, day: 1, market: BTC, target: WHALE, log_return: -1}",
        "s.yaml:25: shocks[0].log_return: got -1, expected nothing"
      ),
      (26, "without: [nws]", "s.yaml:26: without: got nws"),
      (26, "name: twice", "s.yaml:2: name: got it twice"),
    ]
  )
  func errors(line: Int, text: String, expected: String) throws {
    let message = try #require(Self.message(line, text))
    #expect(message.hasPrefix(expected), "\(message)")
    #expect(!message.contains("\n"))
  }

  @Test(
    "a near name is suggested",
    arguments: [
      (4, "dais: 2", "days"), (19, "    kind: retail_cohrt", "retail_cohort"),
      (20, "    numbers: {base_leverge: 20}", "base_leverage"), (26, "without: [nws]", "news"),
      (
        25, "  - {name: e, kind: sale, day: 1, market: BTC, target: WHALES, size_usd: 1}",
        "WHALE"
      ),
    ]
  )
  func suggestions(line: Int, text: String, expected: String) throws {
    let message = try #require(Self.message(line, text))
    #expect(message.hasSuffix("did you mean \(expected)?"), "\(message)")
  }

  @Test("the order of a file means nothing")
  func order() throws {
    let forwards = try BuiltInScenarios.scenario(named: "smoke")
    let source = try BuiltInScenarios.source(named: "smoke")
    var sections: [String] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let isNew = line.first.map { $0.isLetter } ?? false
      if isNew || sections.isEmpty {
        sections.append(String(line))
      } else {
        sections[sections.count - 1] += "\n" + line
      }
    }
    let turned = sections.reversed().map { section in
      // The two participants change places too.
      guard section.hasPrefix("participants:") else { return section }
      let parts = section.split(separator: "\n  - name", omittingEmptySubsequences: true)
      return ([parts[0]] + parts.dropFirst().reversed()).joined(separator: "\n  - name")
    }
    let text = turned.joined(separator: "\n")
    #expect(text != source)
    #expect(try ScenarioFile.parse(text, file: "s.yaml") == forwards)
  }

  @Test("an entry of a base's name changes only what it says; remove drops it")
  func overlay() throws {
    let text = """
      schema: clino.scenario/1
      name: changed
      base: lite
      days: 3
      markets:
        - {name: BTC, impact_prefactor: 0.5}
      perpetuals:
        - {market: ETH, remove: true}
      participants:
        - {name: retail alt low, remove: true}
        - {name: retail BTC low, numbers: {top_up_share: 0}}
      """
    // What needs the contract of ether goes with it.
    let needs = WorldPlan.lite().participants.filter {
      ($0.words["market"] ?? "") == "ETH" && $0.kind != "noise_traders"
        && $0.name != "retail alt low"
    }
    let more = needs.map { "  - {name: \"\($0.name)\", remove: true}" }.joined(separator: "\n")
    let scenario = try ScenarioFile.parse(text + "\n" + more + "\n", file: "s.yaml")
    let base = Scenario(
      name: "",
      title: "",
      days: 1,
      measuredMarket: "",
      plan: .lite(),
      catalogue: .standard
    ).plan
    var expected = base.markets
    let place = try #require(expected.firstIndex { $0.name == "BTC" })
    expected[place].prefactor = 0.5
    #expect(scenario.plan.markets == expected)
    #expect(!scenario.plan.perpetuals.contains { $0.market == "ETH" })
    #expect(!scenario.plan.participants.contains { $0.name == "retail alt low" })
    let before = try #require(base.participants.first { $0.name == "retail BTC low" })
    let after = try #require(scenario.plan.participants.first { $0.name == "retail BTC low" })
    #expect(after.numbers["top_up_share"] == 0)
    #expect(after.endowments == before.endowments)
    #expect(after.words == before.words)
  }

  @Test("the printed defaults read back to the default world")
  func defaults() throws {
    let read = try ScenarioFile.parse(ScenarioText.defaults(), file: "defaults.yaml")
    let direct = try BuiltInScenarios.scenario(named: "default")
    #expect(read == direct)
  }

  @Test("every built-in scenario reads", arguments: BuiltInScenarios.names)
  func builtIn(name: String) throws {
    let scenario = try BuiltInScenarios.scenario(named: name)
    #expect(scenario.name == name)
    let again = ScenarioText.text(of: scenario)
    #expect(try ScenarioFile.parse(again, file: "again.yaml") == scenario)
  }
}
