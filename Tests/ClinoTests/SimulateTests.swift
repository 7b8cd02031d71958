import Foundation
import Testing

@Suite("clino simulate")
struct SimulateTests {
  @Test("a run directory can be verified and explained down to the shock")
  func directory() throws {
    let folder = try Folder()
    let run = try Program.run(
      "simulate",
      "smoke",
      "--without",
      "news",
      "--without",
      "noise",
      "--output",
      "run",
      "--format",
      "json",
      in: folder
    )
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json()
    #expect(json["schema"] as? String == "clino.simulate/1")
    for key in ["days", "final", "journal", "checks", "indicators", "day_table"] {
      #expect(json[key] != nil, "\(key)")
    }
    let checks = try #require(json["checks"] as? [String: Int])
    #expect(checks.values.allSatisfy { $0 == 0 } && checks.count == 3)
    let verified = try Program.run(
      "verify",
      "run",
      "--threads",
      "2",
      "--format",
      "json",
      in: folder
    )
    #expect(verified.status == 0)
    #expect(try verified.json()["equal"] as? Bool == true)
    let explained = try Program.run("explain", "run", "--format", "json", in: folder)
    let chain = try #require(try explained.json()["chain"] as? [[String: Any]])
    #expect(chain.count > 1)
    #expect(chain.first?["kind"] as? String == "liquidation")
    #expect(chain.first?["participant"] as? String == "retail")
    #expect(chain.last?["kind"] as? String == "shock")
    #expect(chain.last?["shock"] as? String == "exit")
  }

  @Test("explain shows the path from the yen to bills in one command")
  func explainMarket() throws {
    let folder = try Folder()
    let run = try Program.run("simulate", "yen", "--output", "run", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let explained = try Program.run(
      "explain",
      "run",
      "--market",
      "bills",
      "--format",
      "json",
      in: folder
    )
    #expect(explained.status == 0, "\(explained.errors)")
    let chain = try #require(try explained.json()["chain"] as? [[String: Any]])
    #expect(chain.first?["kind"] as? String == "forced_order")
    #expect(chain.first?["market"] as? String == "bills")
    #expect(chain.contains { $0["kind"] as? String == "liquidation" })
    #expect(chain.contains { ($0["participant"] as? String)?.hasPrefix("carry fund") ?? false })
    #expect(chain.last?["kind"] as? String == "shock")
    #expect(chain.last?["shock"] as? String == "yen rises")
    let unknown = try Program.run("explain", "run", "--market", "tulips", in: folder)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("got tulips") && unknown.errors.contains("bills"))
    #expect(unknown.errors.split(separator: "\n").count == 1)
    let both = try Program.run("explain", "run", "--market", "bills", "--trade", "0.1", in: folder)
    #expect(both.status == 2)
  }

  @Test("a changed result is found")
  func tampering() throws {
    let folder = try Folder()
    let run = try Program.run("simulate", "smoke", "--days", "1", "--output", "run", in: folder)
    #expect(run.status == 0)
    let text = String(decoding: try folder.bytes("run/result.json"), as: UTF8.self)
    try folder.write(text.replacing("\"runs\": 1", with: "\"runs\": 2"), to: "run/result.json")
    let verified = try Program.run("verify", "run", in: folder)
    #expect(verified.status == 1)
  }

  @Test("one run gives numbers, several give a median and a range, whatever the threads")
  func runs() throws {
    let folder = try Folder()
    let arguments = ["simulate", "smoke", "--runs", "3", "--format", "json"]
    let one = try Program.run(arguments + ["--threads", "1"], in: folder)
    let three = try Program.run(arguments + ["--threads", "3"], in: folder)
    #expect(one.status == 0)
    #expect(one.output == three.output)
    let indicators = try #require(try one.json()["indicators"] as? [String: Any])
    let markets = try #require(indicators["markets"] as? [[String: Any]])
    let volatility = try #require(markets[0]["realised_volatility_annual"] as? [String: Double])
    #expect(Set(volatility.keys) == ["median", "p05", "p95"])
    let single = try Program.run("simulate", "smoke", "--format", "json", in: folder).json()
    let first = try #require(
      (single["indicators"] as? [String: Any])?["markets"] as? [[String: Any]]
    )
    #expect(first[0]["realised_volatility_annual"] as? Double != nil)
    #expect(first[0]["multiplier"] as? [String: Any] != nil)
  }

  @Test("an attribution's printed parts sum to its printed total")
  func attribution() throws {
    let folder = try Folder()
    let run = try Program.run(
      "simulate",
      "smoke",
      "--days",
      "3",
      "--attribute",
      "leverage,noise",
      "--runs",
      "2",
      "--format",
      "json",
      in: folder
    )
    #expect(run.status == 0, "\(run.errors)")
    let split = try #require(try run.json()["attribution"] as? [String: Any])
    let parts = try #require(split["contributions"] as? [[String: Any]])
    let billionths = try parts.map {
      Int((try #require($0["contribution_log"] as? Double) * 1e9).rounded())
    }
    let total = Int((try #require(split["total_log"] as? Double) * 1e9).rounded())
    #expect(billionths.reduce(0, +) == total)
    #expect(parts.count == 2)
  }

  @Test("the Godley table of a day balances")
  func godley() throws {
    let folder = try Folder()
    let run = try Program.run("simulate", "smoke", "--godley", "1", "--format", "json", in: folder)
    #expect(run.status == 0)
    let table = try #require(try run.json()["godley"] as? [String: Any])
    #expect(table["balances"] as? Bool == true)
    #expect(table["date"] as? String == "2025-11-22")
    let text = try Program.run("simulate", "smoke", "--godley", "1", in: folder)
    #expect(text.text.contains("net worth"))
    #expect(try Program.run("simulate", "smoke", "--godley", "9", in: folder).status == 2)
  }

  @Test("a fall through common holdings hurts the leveraged, and a fall of nothing nobody")
  func contagion() throws {
    let folder = try Folder()
    func losses(_ fall: String) throws -> [Double] {
      let run = try Program.run(
        "simulate",
        "funding",
        "--days",
        "2",
        "--contagion",
        fall,
        "--format",
        "json",
        in: folder
      )
      #expect(run.status == 0, "\(run.errors)")
      let result = try #require(try run.json()["contagion"] as? [String: Any])
      let holders = try #require(result["holders"] as? [[String: Any]])
      return holders.compactMap { $0["loss_by_sales_usd"] as? Double }
    }
    #expect(try losses("0.05").contains { $0 > 1e9 })
    #expect(try losses("0").allSatisfy { $0 == 0 })
    for wrong in ["2", "-0.1"] {
      let run = try Program.run("simulate", "funding", "--contagion", wrong, in: folder)
      #expect(run.status == 2)
      #expect(run.errors.contains("expected a fraction in 0 to 1"))
    }
    let runs = ["simulate", "funding", "--contagion", "0.1", "--runs", "5"]
    #expect(try Program.run(runs, in: folder).status == 2)
  }

  @Test("the committed schema is the one that the program prints")
  func schema() throws {
    let folder = try Folder()
    let printed = try Program.run("simulate", "--print-schema", in: folder)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let committed = try Data(
      contentsOf: root.appendingPathComponent("docs/schemas/scenario.schema.json")
    )
    #expect(Array(committed) == printed.output)
  }

  @Test("printed defaults and scenarios are scenarios")
  func printing() throws {
    let folder = try Folder()
    let defaults = try Program.run("simulate", "--print-defaults", in: folder)
    #expect(defaults.status == 0)
    #expect(defaults.text.contains("assumption"))
    let smoke = try Program.run("simulate", "smoke", "--print-scenario", in: folder)
    try folder.write(smoke.text, to: "own.yaml")
    let own = try Program.run("simulate", "own.yaml", "--days", "1", "--format", "csv", in: folder)
    #expect(own.status == 0)
    #expect(own.text.hasPrefix("market,"))
  }

  @Test("wrong input is one line and status 2")
  func errors() throws {
    let folder = try Folder()
    try folder.write("schema: clino.scenario/1\nname: x\ndays: 1\nmarkts: []\n", to: "bad.yaml")
    for arguments in [
      ["simulate", "bad.yaml"], ["simulate", "smok"], ["simulate"],
      ["simulate", "smoke", "--days", "0"], ["simulate", "smoke", "--without", "leverge"],
      ["simulate", "smoke", "--attribute", "mandates"], ["simulate", "smoke", "--market", "ETC"],
      ["simulate", "smoke", "--attribute", "all", "--measure", "high"],
    ] {
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.errorLines.count == 1, "\(result.errors)")
      #expect(result.output.isEmpty)
    }
    let bad = try Program.run("simulate", "bad.yaml", in: folder)
    #expect(bad.errors.hasPrefix("clino: bad.yaml:4: markts: got markts"))
    #expect(bad.errors.contains("did you mean markets?"))
  }
}
