import Economy
import Foundation
import Observatory
import Quantities
import TestSupport
import Testing

@testable import Scenarios

@Suite("Built-in episodes")
struct BuiltInEpisodeTests {
  static let names = [
    "cascade-2025-10-10", "covid-2020-03", "hack-2025-02", "repo-2019-09", "slide-2025-11-21",
    "usdc-2023-03", "yen-2024-08",
  ]

  private static func episode(_ name: String) throws -> (scenario: Scenario, episode: Episode) {
    let scenario = try BuiltInScenarios.scenario(named: name)
    return (scenario, try #require(scenario.episode))
  }

  @Test("the episodes are those that are documented")
  func all() throws {
    let found = try BuiltInScenarios.names.filter {
      try BuiltInScenarios.scenario(named: $0).episode != nil
    }
    #expect(found == Self.names)
  }

  @Test("each has its three sections and something that is predicted", arguments: names)
  func sections(name: String) throws {
    let (scenario, episode) = try Self.episode(name)
    #expect(!episode.observed.isEmpty && !episode.assumed.isEmpty && !episode.compared.isEmpty)
    #expect(episode.compared.contains { !$0.isCalibrated })
    #expect(scenario.title != scenario.name)
    let text = ScenarioText.text(of: scenario)
    #expect(try ScenarioFile.parse(text, file: "printed.yaml") == scenario)
  }

  @Test("each runs, conserves, leaves no orphan, and says something in every row", arguments: names)
  func runs(name: String) throws {
    let (scenario, episode) = try Self.episode(name)
    let setting = try WorldSetting(scenario)
    // A broken posting would stop the run with an error.
    let run = try WorldRun(setting, run: 0)
    #expect(run.orphanCount == 0 && run.nonfiniteCount == 0)
    #expect(run.days.count == scenario.days)
    for row in episode.compared {
      let value = try #require(run.reading(row), "\(row.title)")
      #expect(value.isFinite)
    }
    for outcome in run.shockOutcomes { #expect(outcome.hasBegun, "\(outcome.shock.name)") }
  }

  @Test("the same run says the same numbers")
  func determinism() throws {
    let (scenario, episode) = try Self.episode("repo-2019-09")
    let setting = try WorldSetting(scenario)
    let first = try WorldRun(setting, run: 3)
    let second = try WorldRun(setting, run: 3)
    #expect(episode.compared.map(first.reading) == episode.compared.map(second.reading))
  }

  @Test("readings are those of the records")
  func readings() throws {
    let (scenario, _) = try Self.episode("covid-2020-03")
    let run = try WorldRun(WorldSetting(scenario), run: 0)
    let bitcoin = try #require(run.names.markets.firstIndex(of: "BTC"))
    let first = scenario.plan.start + 2
    func row(_ reading: EpisodeReading) -> EpisodeComparison {
      EpisodeComparison(
        reading,
        of: "BTC",
        from: first,
        to: first + 1,
        source: .fact("S0.F01", value: 0),
        isCalibrated: false
      )
    }
    let closes = run.days.map { $0.markets[bitcoin].close }
    let expected = Libm.logarithm(closes[3] / closes[1])
    #expect(abs(try #require(run.reading(row(.logReturn))) - expected) < 1e-12)
    let low = try #require(run.reading(row(.low)))
    #expect(low <= min(closes[2], closes[3]))
    #expect(low == min(run.days[2].markets[bitcoin].low, run.days[3].markets[bitcoin].low))
    let place = try #require(run.contractMarkets.firstIndex(of: bitcoin))
    let before = run.days[1].perpetuals[place].openInterest
    let change = try #require(run.reading(row(.openInterestChange)))
    #expect(abs(change - (run.days[3].perpetuals[place].openInterest / before - 1)) < 1e-12)
    let liquidated = try #require(run.reading(row(.liquidated)))
    #expect(liquidated > 0)
    #expect(abs(try #require(run.reading(row(.liquidatedShare))) - liquidated / before) < 1e-12)
  }

  @Test("a window beyond the end of a shorter run says nothing")
  func shorter() throws {
    let (whole, episode) = try Self.episode("repo-2019-09")
    var scenario = whole
    scenario.days = 3
    let run = try WorldRun(WorldSetting(scenario), run: 0)
    #expect(run.reading(try #require(episode.compared.last)) == nil)
  }

  @Test(
    "every series is one of the shared catalogue and every fact one of the fact base",
    .enabled(if: SharedData.isPresent, "../shared is absent; set CLINO_SHARED"),
    arguments: names
  )
  func sources(name: String) throws {
    let (_, episode) = try Self.episode(name)
    let catalogue = String(
      decoding: try SharedData.contents(of: "data/CATALOG.yaml"),
      as: UTF8.self
    )
    let facts = String(decoding: try SharedData.contents(of: "seeds/facts.yaml"), as: UTF8.self)
    let used =
      episode.observed.map(\.source)
      + episode.compared.map {
        switch $0.source {
        case .fact(let id, _): id
        case .series(let id, _, _): id.name
        }
      }
    for source in used {
      if source.contains("/") {
        let dataset = SeriesID(source).dataset
        #expect(catalogue.contains("- name: \(dataset)\n"), "\(source)")
      } else {
        #expect(facts.contains("id: \(source)\n"), "\(source)")
      }
    }
  }
}
