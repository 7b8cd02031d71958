import Ensembles
import Quantities
import Scenarios
import Testing

@testable import Reports

@Suite("MapDocument")
struct MapDocumentTests {
  static func document(runs: Int, without: Set<Mechanism> = []) async throws -> MapDocument {
    let setting = RunSetting(
      state: try BuiltInStates.state(named: "2025-11-21"),
      source: .shock(.none),
      without: without,
      seed: 3,
      parcels: 80
    )
    return MapDocument(
      setting: setting,
      runs: runs,
      map: try await MapSummary(of: setting, runs: runs, threads: 2)
    )
  }

  @Test("levels are numbers of one draw and objects of several", arguments: [1, 5])
  func levels(runs: Int) async throws {
    let json = try await Self.document(runs: runs).json
    #expect(json["schema"] == "clino.map/1")
    #expect(json["state"] == "2025-11-21")
    #expect(json["as_of"] == "2025-11-20T04:40:00Z")
    #expect(json["runs"]?.integerValue == Int128(runs))
    let levels = try #require(json["levels"]?.arrayValue)
    #expect(levels.count == 100)
    for level in levels {
      #expect(["long", "short"].contains(level["side"]?.stringValue))
      let low = try #require(level["price_low_usd"]?.doubleValue)
      let high = try #require(level["price_high_usd"]?.doubleValue)
      #expect(low < high)
      for key in ["notional_usd", "cumulative_usd"] {
        let value = try #require(level[key])
        #expect(runs == 1 ? value.doubleValue != nil : ReplayDocumentTests.isBand(value))
      }
    }
    let sale = try #require(json["critical_sale_usd"])
    #expect(
      sale == .null
        || (runs == 1 ? sale.doubleValue != nil : ReplayDocumentTests.isBand(sale))
    )
  }

  @Test("without leverage the map is empty and has no critical sale")
  func empty() async throws {
    let document = try await Self.document(runs: 3, without: [.leverage])
    #expect(document.json["critical_sale_usd"] == .null)
    #expect(document.json["without"]?.arrayValue == ["leverage"])
    #expect(document.table.rows.isEmpty)
    #expect(document.verdict.contains("in most, none does"))
  }
}
