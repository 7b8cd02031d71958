import Foundation
import Testing

@Suite("clino data pull")
struct DataPullTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("replies"),
      withIntermediateDirectories: true
    )
  }

  private func pull(_ arguments: String...) throws -> Program.Result {
    try Program.run(
      ["data", "pull"] + arguments + ["--store", folder.url("s.sqlite").path],
      in: folder
    )
  }

  private func record(_ date: String, as name: String = "rates.sofr.json") throws {
    try folder.write(
      """
      {"refRates":[{"effectiveDate":"\(date)","type":"SOFR","percentRate":4.00,\
      "percentPercentile99":4.20}]}
      """,
      to: "replies/\(name)"
    )
  }

  @Test("a recorded reply is stored, listed and verified")
  func stores() throws {
    try record("2026-01-05")
    let arguments = ["nyfed", "nyfed/sofr/rate", "--offline-replies", folder.url("replies").path]
    let window = ["--from", "2026-01-01", "--to", "2026-01-10"]
    let first = try Program.run(
      ["data", "pull"] + arguments + window + [
        "--store", folder.url("s.sqlite").path, "--format", "json",
      ],
      in: folder
    )
    #expect(first.status == 0, "\(first.errors)")
    let json = try first.json()
    #expect(json["schema"] as? String == "clino.data/1")
    let source = try #require((json["sources"] as? [[String: Any]])?.first)
    #expect(source["id"] as? String == "nyfed")
    #expect(source["status"] as? String == "ok")
    #expect(source["newest"] as? String == "2026-01-06T00:00:00Z")
    #expect(source["last_success"] is String)
    let series = try #require(json["series"] as? [[String: Any]])
    #expect(
      series.compactMap { $0["id"] as? String } == ["nyfed/sofr/percentile_99", "nyfed/sofr/rate"]
    )
    #expect(
      series.allSatisfy { $0["count"] as? Int == 1 && ($0["sha256"] as? String)?.count == 64 }
    )

    let list = try Program.run(
      ["data", "list", "nyfed/", "--store", folder.url("s.sqlite").path, "--format", "json"],
      in: folder
    )
    #expect(try (list.json()["series"] as? [[String: Any]])?.count == 2)
    let verified = try Program.run(
      ["data", "verify", "--store", folder.url("s.sqlite").path],
      in: folder
    )
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test("a stale source is louder than its last number, and exit 1")
  func stale() throws {
    try record("2020-01-06")
    let result = try pull(
      "nyfed",
      "nyfed/sofr/rate",
      "--offline-replies",
      folder.url("replies").path
    )
    #expect(result.status == 1)
    let first = result.text.split(separator: "\n").first ?? ""
    #expect(first.hasPrefix("SOURCE STATUS nyfed STALE: nyfed/sofr ends at 2020-01-07T00:00:00Z."))
    #expect(result.errorLines.first?.contains("SOURCE STATUS nyfed STALE") == true)
  }

  @Test("a damaged reply leaves the store as it was, and exit 1")
  func damaged() throws {
    try folder.write(#"{"refRates":[{"effectiveDate":"2026-0"#, to: "replies/rates.sofr.json")
    let result = try pull(
      "nyfed",
      "nyfed/sofr/rate",
      "--offline-replies",
      folder.url("replies").path,
      "--format",
      "json"
    )
    #expect(result.status == 1)
    let source = try #require((try result.json()["sources"] as? [[String: Any]])?.first)
    #expect(source["status"] as? String == "failing")
    #expect(source["last_success"] is NSNull)
    #expect((try result.json()["series"] as? [Any])?.isEmpty == true)
  }

  @Test("a missing key is named, and exit 2")
  func key() throws {
    let result = try pull("eia", "eia/RWTC/value")
    #expect(result.status == 2)
    #expect(result.errors.contains("set EIA_API_KEY"))
  }

  @Test(
    "wrong questions are one line and exit 2",
    arguments: [
      ([], "pull: got no source"), (["nyfeed", "x"], "did you mean nyfed?"),
      (["nyfed"], "series: got none"),
      (["nyfed", "nyfed/sofr/rat"], "did you mean nyfed/sofr/rate?"),
      (["nyfed", "nyfed/sofr/rate", "--from", "yesterday"], "--from: got yesterday"),
      (["nyfed", "nyfed/sofr/rate", "--from", "2026-02-01", "--to", "2026-01-01"], "--from, --to"),
      (["binance", "binance_um/BTCUSDT/long_liquidated_price"], "comes over a stream"),
    ]
  )
  func usage(arguments: [String], expected: String) throws {
    let result = try Program.run(
      ["data", "pull"] + arguments + ["--store", folder.url("s.sqlite").path],
      in: folder
    )
    #expect(result.status == 2)
    #expect(result.errors.contains(expected))
    #expect(result.errorLines.count == 1)
    #expect(result.output.isEmpty)
  }

  @Test("the list names every source and the series of one")
  func list() throws {
    let all = try Program.run(["data", "pull", "--list", "--format", "json"], in: folder)
    let sources = try #require(try all.json()["sources"] as? [[String: Any]])
    #expect(sources.count == 19)
    let one = try Program.run(["data", "pull", "nyfed", "--list"], in: folder)
    #expect(one.status == 0)
    #expect(one.text.contains("percentile_99"))
  }
}
