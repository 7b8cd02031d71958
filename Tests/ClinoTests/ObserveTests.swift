import Foundation
import Testing

/// `clino observe`: what a user types to read indicators.
@Suite("Observe")
struct ObserveTests {
  /// A store with twelve weeks of flows of two funds, and nothing else.
  private static func folder() throws -> Folder {
    let folder = try Folder()
    var lines = ["date,GBTC,IBIT,total"]
    for week in 0..<12 {
      for day in 0..<5 {
        let date = Date(timeIntervalSince1970: 1_704_758_400 + Double(86_400 * (7 * week + day)))
        let text = date.formatted(.iso8601.year().month().day())
        lines.append(
          "\(text),-30,\(week.isMultiple(of: 2) ? 20 : -20),\(week.isMultiple(of: 2) ? -10 : -50)"
        )
      }
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "btc_etf_flows_by_issuer_1d.csv")
    let result = try Program.run(
      "data",
      "import",
      "btc_etf_flows_by_issuer_1d.csv",
      "--store",
      "a.sqlite",
      in: folder
    )
    #expect(result.status == 0, "\(result.errors)")
    return folder
  }

  private static func indicators(_ result: Program.Result) throws -> [[String: Any]] {
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    #expect(json["schema"] as? String == "clino.observe/1")
    #expect(json["as_of"] is String)
    return try #require(json["indicators"] as? [[String: Any]])
  }

  @Test("every indicator has the keys of the contract, and a value or what is missing")
  func keys() throws {
    let folder = try Self.folder()
    let all = try Self.indicators(
      try Program.run("observe", "--store", "a.sqlite", "--format", "json", in: folder)
    )
    #expect(all.count >= 33)
    for indicator in all {
      for key in [
        "id", "name", "systems", "value", "unit", "interval", "percentile", "threshold",
        "lower_bound", "coverage", "facts", "provenance", "observed_at", "stale", "components",
        "missing", "remarks",
      ] {
        #expect(indicator[key] != nil, "\(indicator["id"] ?? "") \(key)")
      }
      let missing = try #require(indicator["missing"] as? [Any])
      #expect(indicator["value"] is Double || !missing.isEmpty, "\(indicator["id"] ?? "")")
    }
  }

  @Test("a value comes with interval, percentile, coverage and the file behind it")
  func value() throws {
    let folder = try Self.folder()
    let found = try Self.indicators(
      try Program.run("observe", "i10", "--store", "a.sqlite", "--format", "json", in: folder)
    )
    #expect(found.count == 1)
    #expect(found[0]["value"] as? Double == 1)
    #expect((found[0]["interval"] as? [String: Any])?["method"] is String)
    #expect(found[0]["percentile"] as? Double == 1)
    let file = try #require((found[0]["provenance"] as? [[String: Any]])?.first)
    #expect((file["sha256"] as? String)?.count == 64)
    #expect((file["series"] as? [String])?.contains("btc_etf_flows_by_issuer_1d/GBTC") == true)
    #expect(found[0]["stale"] as? Bool == false)
  }

  @Test("what is stale stands above its number, what is missing above its name")
  func loud() throws {
    let folder = try Self.folder()
    let stale = try Program.run(
      "observe",
      "I10",
      "--store",
      "a.sqlite",
      "--as-of",
      "2024-12-31",
      in: folder
    )
    let lines = stale.text.split(separator: "\n")
    #expect(lines.count > 3)
    #expect(lines[1].hasPrefix("STALE 2"), "\(lines[1])")
    #expect(lines[1].contains("days: I10"))
    let missing = try Program.run("observe", "I09", "--store", "a.sqlite", in: folder)
    #expect(missing.text.contains("NO VALUE: I09 lacks daily settlements"))
  }

  @Test("the bytes do not depend on the number of threads, nor on running again")
  func threads() throws {
    let folder = try Self.folder()
    func output(_ threads: String) throws -> [UInt8] {
      try Program.run(
        "observe",
        "--store",
        "a.sqlite",
        "--format",
        "json",
        "--threads",
        threads,
        in: folder
      ).output
    }
    let one = try output("1")
    #expect(!one.isEmpty)
    #expect(try output("4") == one)
    #expect(try output("1") == one)
  }

  @Test("a directory holds the result and its tables")
  func directory() throws {
    let folder = try Self.folder()
    let result = try Program.run(
      "observe",
      "I10",
      "I27",
      "--store",
      "a.sqlite",
      "--output",
      "out",
      in: folder
    )
    #expect(result.status == 0, "\(result.errors)")
    let files = try folder.files().filter { $0.hasPrefix("out/") }
    #expect(
      files == [
        "out/components.csv", "out/components.parquet", "out/indicators.csv",
        "out/indicators.parquet", "out/result.json",
      ]
    )
    let again = try Program.run(
      "observe",
      "I10",
      "--store",
      "a.sqlite",
      "--output",
      "out",
      in: folder
    )
    #expect(again.status == 2)
  }

  @Test(
    "wrong usage is one line and exit 2",
    arguments: [
      ["observe", "I99", "--store", "a.sqlite"],
      ["observe", "--as-of", "yesterday", "--store", "a.sqlite"],
      ["observe", "--threads", "0", "--store", "a.sqlite"],
      ["observe", "--store", "nowhere.sqlite"],
    ]
  )
  func wrong(arguments: [String]) throws {
    let result = try Program.run(arguments, in: try Self.folder())
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
  }
}
