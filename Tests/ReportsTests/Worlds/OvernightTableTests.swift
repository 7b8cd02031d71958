import Economy
import Ensembles
import Reports
import Scenarios
import Testing

@Suite("Overnight market in the document of a world")
struct OvernightTableTests {
  private func document(_ name: String, days: Int) async throws -> WorldDocument {
    var scenario = try BuiltInScenarios.scenario(named: name)
    scenario.days = days
    scenario.plan.shocks = []
    let setting = try WorldSetting(scenario)
    return WorldDocument(setting, try await WorldEnsemble(of: setting, runs: 1, threads: 1))
  }

  @Test("the funding world lists a row a settlement, percentiles ascending inside the corridor")
  func lists() async throws {
    let document = try await document("funding", days: 6)
    let table = try #require(document.namedTables.first { $0.name == "overnight" }?.table)
    // Friday, Monday, Tuesday, Wednesday: the weekend settles nothing.
    #expect(table.rows.count == 4)
    let day = try #require(document.ensemble.runs[0].days[0].repo)
    #expect(day.p01 <= day.p25 && day.p25 <= day.p50 && day.p50 <= day.p75 && day.p75 <= day.p99)
    #expect(day.p50 > 3.7 && day.p50 < 4.1)
  }

  @Test("a world without lenders has no such table")
  func absent() async throws {
    let document = try await document("smoke", days: 1)
    #expect(!document.namedTables.contains { $0.name == "overnight" })
  }
}
