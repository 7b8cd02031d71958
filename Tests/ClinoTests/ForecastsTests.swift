import Foundation
import Testing

/// `clino forecasts`, `clino data figures` and `clino data export`: what a user types to keep score.
@Suite("Forecasts and figures")
struct ForecastsTests {
  /// A store with the closes of 150 days from 2025-01-01; day 45 is 40, the others 100.
  private static func folder() throws -> Folder {
    let folder = try Folder()
    var lines = ["date,close"]
    for day in 0..<150 {
      let date = Date(timeIntervalSince1970: 1_735_689_600 + Double(86_400 * day))
      lines.append("\(date.formatted(.iso8601.year().month().day())),\(day == 45 ? 40 : 100)")
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "made_up_1d.csv")
    let result = try Program.run(
      "data",
      "import",
      "made_up_1d.csv",
      "--store",
      "a.sqlite",
      in: folder
    )
    #expect(result.status == 0, "\(result.errors)")
    let forecast = """
      id: T1
      statement: The price halves
      source: a test
      issued: 2025-02-01
      cut_off: 2025-01-31
      deadline: 2025-03-31
      stated: unhedged
      rule: {kind: extreme, series: [made_up_1d/close], from: 2025-02-01, to: 2025-03-31, below: 50}
      benchmark: {kind: fixed, probability: 0.5, reason: a coin}
      """
    try folder.write(forecast + "\n", to: "forecast.yaml")
    return folder
  }

  private static func chain(_ result: Program.Result) throws -> [String: Any] {
    try #require(try result.json()["chain"] as? [String: Any])
  }

  @Test("a forecast is entered, sealed, listed and scored")
  func life() throws {
    let folder = try Self.folder()
    try folder.write("", to: "record.jsonl")
    let added = try Program.run(
      "forecasts",
      "add",
      "forecast.yaml",
      "--record",
      "record.jsonl",
      "--entered",
      "2025-02-01",
      "--format",
      "json",
      in: folder
    )
    #expect(added.status == 0, "\(added.errors)")
    let head = try #require(try Self.chain(added)["head"] as? String)
    let again = try Program.run(
      "forecasts",
      "add",
      "forecast.yaml",
      "--record",
      "record.jsonl",
      in: folder
    )
    #expect(again.status == 2)
    #expect(again.errors.contains("id: got T1"))
    let verified = try Program.run(
      "forecasts",
      "verify",
      "--record",
      "record.jsonl",
      "--head",
      head,
      "--format",
      "json",
      in: folder
    )
    #expect(verified.status == 0)
    #expect(try Self.chain(verified)["valid"] as? Bool == true)
    let scored = try Program.run(
      "forecasts",
      "score",
      "--record",
      "record.jsonl",
      "--store",
      "a.sqlite",
      "--format",
      "json",
      in: folder
    )
    let forecasts = try #require(try scored.json()["forecasts"] as? [[String: Any]])
    let forecast = try #require(forecasts.first)
    for key in [
      "id", "statement", "probability", "issued", "deadline", "resolved", "outcome", "brier",
      "log_score", "benchmark_probability", "skill",
    ] {
      #expect(forecast[key] != nil, "\(key)")
    }
    #expect(forecast["resolved"] as? String == "2025-02-15")
    #expect(forecast["outcome"] as? Bool == true)
    #expect(abs((forecast["brier"] as? Double ?? 1) - 0.0025) < 1e-12)
  }

  @Test("a changed line breaks the chain, for the program and for the script without it")
  func tampering() throws {
    let folder = try Self.folder()
    try folder.write("", to: "record.jsonl")
    for (index, id) in ["A", "B"].enumerated() {
      let text = String(decoding: try folder.bytes("forecast.yaml"), as: UTF8.self)
      try folder.write(text.replacing("id: T1", with: "id: \(id)"), to: "f\(index).yaml")
      let added = try Program.run(
        "forecasts",
        "add",
        "f\(index).yaml",
        "--record",
        "record.jsonl",
        in: folder
      )
      #expect(added.status == 0, "\(added.errors)")
    }
    let sealed = String(decoding: try folder.bytes("record.jsonl"), as: UTF8.self)
    #expect(try Self.script(folder).contains("valid: 2 entries"))
    try folder.write(sealed.replacing("\"id\":\"A\"", with: "\"id\":\"Z\""), to: "record.jsonl")
    let broken = try Program.run("forecasts", "verify", "--record", "record.jsonl", in: folder)
    #expect(broken.status == 1)
    #expect(try !Self.script(folder).contains("valid: 2 entries"))
  }

  /// What the independent script prints.
  private static func script(_ folder: Folder) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", root.appending(path: "tools/verify-forecasts.py").path,
      folder.url("record.jsonl").path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  @Test("published figures without data are missing, not wrong; closed forms agree")
  func figures() throws {
    let folder = try Self.folder()
    let result = try Program.run(
      "data",
      "figures",
      "--store",
      "a.sqlite",
      "--format",
      "json",
      in: folder
    )
    #expect(result.status == 0, "\(result.errors)")
    let figures = try #require(try result.json()["figures"] as? [[String: Any]])
    let status = Dictionary(
      uniqueKeysWithValues: figures.map { ($0["id"] as? String ?? "", $0["status"] as? String) }
    )
    #expect(status["I22-2920"] == "agrees")
    #expect(status["SOFR-2019-09-17"] == "missing")
  }

  @Test("an export is point in time and is never overwritten")
  func export() throws {
    let folder = try Self.folder()
    let first = try Program.run(
      "data",
      "export",
      "made_up_1d/",
      "--output",
      "a.parquet",
      "--store",
      "a.sqlite",
      "--as-of",
      "2025-01-10",
      in: folder
    )
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.text.contains("10 values of 1 series"))
    let second = try Program.run(
      "data",
      "export",
      "made_up_1d/",
      "--output",
      "a.parquet",
      "--store",
      "a.sqlite",
      in: folder
    )
    #expect(second.status == 2)
  }
}
