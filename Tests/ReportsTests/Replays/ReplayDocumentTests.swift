import Ensembles
import Exchange
import Foundation
import Quantities
import Scenarios
import Testing

@testable import Reports

@Suite("ReplayDocument")
struct ReplayDocumentTests {
  static func event(without: Set<Mechanism> = []) throws -> RunSetting {
    let state = try BuiltInStates.state(named: "2025-11-21")
    let event = try #require(state.event)
    return RunSetting(state: state, source: .event(event), without: without, seed: 5, parcels: 80)
  }

  static func stress() throws -> RunSetting {
    let shock = Drive.Shock(sale: 1e9, length: .minutes(30), news: -0.1)
    return RunSetting(
      state: try BuiltInStates.state(named: "2025-11-21"),
      source: .shock(shock),
      seed: 5,
      parcels: 80
    )
  }

  static func document(
    _ setting: RunSetting,
    verb: String = "replay",
    runs: Int
  ) async throws -> ReplayDocument {
    ReplayDocument(
      verb: verb,
      setting: setting,
      ensemble: try await Ensemble(of: setting, runs: runs, threads: 2),
      map: try await MapSummary(of: setting, runs: runs, threads: 2)
    )
  }

  /// The values of interface.md that are one number in one run and an object over several.
  static let simulated = [
    ["fragility", "reported_ratio"], ["fragility", "local_gain"],
    ["fragility", "open_interest_change", "fraction"], ["liquidations", "count"],
    ["liquidations", "notional_usd"], ["liquidations", "adl_notional_usd"],
    ["liquidations", "insurance_fund_change_usd"], ["liquidations", "bad_debt_usd"],
    ["loss_allocation", "retail_usd"], ["loss_allocation", "institution_usd"],
    ["loss_allocation", "market_maker_usd"], ["loss_allocation", "insurance_fund_usd"],
    ["loss_allocation", "exchange_usd"], ["window", "end_price_usd"],
  ]

  static func value(_ path: [String], in json: JSONValue) throws -> JSONValue {
    try path.reduce(json) { try #require($0[$1], "\(path.joined(separator: ".")) is missing") }
  }

  static func isBand(_ value: JSONValue) -> Bool {
    guard let low = value["p05"]?.doubleValue, let middle = value["median"]?.doubleValue,
      let high = value["p95"]?.doubleValue
    else { return false }
    return low <= middle && middle <= high && value.objectValue?.keys.count == 3
  }

  @Test("a single run's numbers are numbers, those of several runs are objects", arguments: [1, 6])
  func simulatedNumbers(runs: Int) async throws {
    for setting in [try Self.event(), try Self.stress()] {
      let json = try await Self.document(setting, runs: runs).json
      for path in Self.simulated {
        let value = try Self.value(path, in: json)
        if runs == 1 {
          #expect(value.doubleValue != nil, "\(path): \(value.text())")
        } else {
          #expect(Self.isBand(value), "\(path): \(value.text())")
        }
      }
      for list in [["liquidations", "by_hour"], ["liquidations", "by_leverage"]] {
        let rows = try #require(Self.value(list, in: json).arrayValue)
        #expect(!rows.isEmpty)
        for row in rows {
          for key in ["long_usd", "short_usd"] {
            let value = try Self.value([key], in: row)
            #expect(runs == 1 ? value.doubleValue != nil : Self.isBand(value))
          }
        }
      }
      for level in try #require(json["liquidation_map"]?.arrayValue) {
        for key in ["notional_usd", "cumulative_usd"] {
          let value = try Self.value([key], in: level)
          #expect(runs == 1 ? value.doubleValue != nil : Self.isBand(value), "\(key)")
        }
      }
    }
  }

  @Test("multiplier and branching ratio are objects, also of a single run", arguments: [1, 6])
  func alwaysObjects(runs: Int) async throws {
    let json = try await Self.document(Self.event(), runs: runs).json
    let multiplier = try Self.value(["fragility", "multiplier"], in: json)
    for key in ["median", "p05", "p95"] {
      let value = try Self.value([key], in: multiplier)
      #expect(value.doubleValue != nil || value == .null)
    }
    let branching = try Self.value(["fragility", "branching_ratio"], in: json)
    for key in ["estimate", "low", "high"] {
      let value = try #require(try Self.value([key], in: branching).doubleValue)
      #expect((0...1).contains(value))
    }
  }

  @Test("every block of the contract is there with its type")
  func blocks() async throws {
    let document = try await Self.document(Self.event(), runs: 6)
    let json = document.json
    #expect(json["schema"] == "clino.replay/1")
    #expect(json["event"] == "2025-11-21")
    #expect(json["seed"]?.integerValue == 5)
    #expect(json["runs"]?.integerValue == 6)
    #expect(json["without"]?.arrayValue == [])
    let hash = try #require(try Self.value(["journal", "sha256"], in: json).stringValue)
    #expect(hash.count == 64)
    #expect(hash == document.digest.sha256)
    #expect(
      try Self.value(["journal", "entries"], in: json).integerValue
        == Int128(document.digest.entryCount)
    )
    for key in ["conservation_violations", "orphan_forced_trades", "nonfinite_values"] {
      #expect(try Self.value(["checks", key], in: json).integerValue == 0)
    }
    #expect(document.isSound)
    let share = try Self.value(["liquidations", "long_share"], in: json)
    #expect(Self.isBand(share))
    #expect(try Self.value(["liquidations", "by_hour"], in: json).arrayValue?.count == 24)
    #expect(try Self.value(["liquidations", "by_leverage"], in: json).arrayValue?.count == 5)
    #expect(json["liquidation_map"]?.arrayValue?.count == 100)
    #expect(json["critical_sale_usd"] != nil)
    #expect(json["remarks"]?.arrayValue?.isEmpty == false)
  }

  @Test("every reported fact stands beside its simulation, with its unit and its status")
  func compared() async throws {
    let setting = try Self.event()
    let json = try await Self.document(setting, runs: 6).json
    let facts = try #require(setting.state.event?.facts)
    let rows = try #require(json["compared"]?.arrayValue)
    #expect(rows.map { $0["fact"]?.stringValue } == facts.map(\.id))
    for (row, fact) in zip(rows, facts) {
      #expect(row["quantity"]?.stringValue == fact.quantity.rawValue)
      #expect(row["reported"]?.doubleValue == fact.value)
      #expect(row["calibrated"]?.boolValue == fact.isCalibrated)
      #expect(["USD", "fraction", "ratio"].contains(row["unit"]?.stringValue))
      #expect(Self.isBand(try Self.value(["simulated"], in: row)))
    }
    #expect(json["identification"]?["locus"]?.arrayValue?.isEmpty == false)
  }

  @Test("a stress has the same blocks, its own schema and no comparison")
  func stress() async throws {
    let json = try await Self.document(Self.stress(), verb: "stress", runs: 3).json
    #expect(json["schema"] == "clino.stress/1")
    #expect(json["compared"]?.arrayValue == [])
    #expect(json["identification"] == nil)
    #expect(json["attribution"]?["news"] == "given")
    #expect(json["critical_sale_usd"] != nil)
    #expect(json["window"]?["to"]?.stringValue == "2025-11-20T05:10:00Z")
  }

  @Test("without leverage the multiplier is exactly one and the document says why")
  func withoutLeverage() async throws {
    let document = try await Self.document(Self.event(without: [.leverage]), runs: 3)
    let multiplier = try Self.value(["fragility", "multiplier"], in: document.json)
    for key in ["median", "p05", "p95"] { #expect(multiplier[key]?.doubleValue == 1) }
    #expect(document.json["without"]?.arrayValue == ["leverage"])
    #expect(try Self.value(["liquidations", "long_share"], in: document.json) == .null)
    #expect(document.verdict.contains("exactly 1"))
    #expect(document.pageRemarks.contains { $0.contains("Switched off: leverage") })
  }

  @Test("the same runs give the same bytes, and a reader that is not ours reads them")
  func bytes() async throws {
    let first = try await Self.document(Self.event(), runs: 3).json.bytes(.indented)
    let second = try await Self.document(Self.event(), runs: 3).json.bytes(.indented)
    #expect(first == second)
    let read = try JSONSerialization.jsonObject(with: Data(first)) as? [String: Any]
    #expect((read?["checks"] as? [String: Int])?["nonfinite_values"] == 0)
    #expect(try JSONValue(parsing: first).bytes(.indented) == first)
  }

  @Test("the page holds every figure and table and is whole", arguments: [1, 4])
  func page(runs: Int) async throws {
    for setting in [
      try Self.event(), try Self.event(without: [.leverage]), try Self.stress(),
    ] {
      let document = try await Self.document(setting, runs: runs)
      let forest = try SimulatedRun(setting, run: 0).forest
      let page = document.page(forest: forest, commandLine: "clino replay <x>", version: "9.9.9")
      let text = String(decoding: page.html(pictures: .unavailable(reason: "test")), as: UTF8.self)
      #expect(text.hasSuffix("</html>\n"))
      #expect(text.contains("clino replay &lt;x&gt;"))
      #expect(text.contains(document.digest.sha256))
      let figures = page.figures.map(\.frame.id)
      #expect(figures.starts(with: ["path"]))
      #expect(Set(["hours", "losses", "map"]).isSubset(of: figures))
      #expect(figures.contains("tree") == forest.nodes.contains { !$0.kind.isRoot })
      for table in document.tables { #expect(text.contains(table.title) || table.rows.isEmpty) }
    }
  }

  @Test("every table has a row of the right width and a file name")
  func tables() async throws {
    let document = try await Self.document(Self.event(), runs: 3)
    let named = document.namedTables
    #expect(Set(named.map(\.name)).count == named.count)
    for (name, table) in named {
      #expect(name.allSatisfy { $0.isLetter || $0 == "_" })
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(name)")
    }
  }
}
