import Economy
import Testing

@testable import Scenarios

@Suite("WorldRun")
struct WorldRunTests {
  @Test("a run and the same run again are equal, another run is not")
  func determinism() throws {
    let setting = try WorldSetting(BuiltInScenarios.scenario(named: "smoke"))
    let first = try WorldRun(setting, run: 0)
    let again = try WorldRun(setting, run: 0)
    let other = try WorldRun(setting, run: 1)
    #expect(first.journal.bytes == again.journal.bytes)
    #expect(first.days == again.days)
    #expect(first.journal.bytes != other.journal.bytes)
    #expect(first.orphanCount == 0 && first.nonfiniteCount == 0)
    #expect(first.forcedEventCount > 0)
  }

  @Test("without leverage the control is the run itself and every multiplier is one")
  func control() throws {
    let scenario = try BuiltInScenarios.scenario(named: "smoke")
    let run = try WorldRun(WorldSetting(scenario, without: ["leverage"]), run: 0)
    let full = try WorldRun(WorldSetting(scenario), run: 0)
    #expect(run.paths == run.controls)
    #expect(run.paths == full.controls)
    #expect(run.multiplier(market: 0) == 1)
    #expect(run.reading(.amplification, market: 0) == 1)
    #expect(run.reading(.liquidatedLongs, contract: 0) == 0)
    #expect(try #require(full.reading(.liquidatedLongs, contract: 0)) > 0)
  }

  @Test("an unknown mechanism is named with the nearest one")
  func mechanisms() throws {
    let scenario = try BuiltInScenarios.scenario(named: "smoke")
    #expect(throws: ScenarioError.self) { try WorldSetting(scenario, without: ["leverge"]) }
    do throws(ScenarioError) { _ = try WorldSetting(scenario, without: ["leverge"]) } catch {
      #expect(error.description.hasSuffix("did you mean leverage?"))
    }
  }

  @Test("news alone is reported apart from noise: without noise there is no noise flow")
  func noise() throws {
    let scenario = try BuiltInScenarios.scenario(named: "smoke")
    let with = try WorldRun(WorldSetting(scenario), run: 0)
    let without = try WorldRun(WorldSetting(scenario, without: ["noise"]), run: 0)
    #expect(try #require(with.reading(.noiseFlow, market: 0)) > 0)
    #expect(without.reading(.noiseFlow, market: 0) == 0)
    #expect(
      with.reading(.newsVolatility, market: 0) == without.reading(.newsVolatility, market: 0)
    )
  }
}
