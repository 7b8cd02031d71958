import Scenarios
import Testing

@testable import Ensembles

@Suite("WorldEnsemble")
struct WorldEnsembleTests {
  @Test("threads change nothing")
  func threads() async throws {
    let setting = try WorldSetting(BuiltInScenarios.scenario(named: "smoke"), seed: 7)
    let one = try await WorldEnsemble(of: setting, runs: 3, threads: 1)
    let three = try await WorldEnsemble(of: setting, runs: 3, threads: 3)
    #expect(one.digest == three.digest)
    #expect(one.runs.map(\.days) == three.runs.map(\.days))
    #expect(one.band(.price, market: 0) == three.band(.price, market: 0))
  }

  @Test("a longer ensemble begins with the shorter one's runs")
  func prefix() async throws {
    let setting = try WorldSetting(BuiltInScenarios.scenario(named: "smoke"))
    let two = try await WorldEnsemble(of: setting, runs: 2, threads: 2)
    let three = try await WorldEnsemble(of: setting, runs: 3, threads: 2)
    #expect(two.runs.map(\.journal.bytes) == three.runs.prefix(2).map(\.journal.bytes))
  }
}
