import Forecasts
import Foundation
import Scenarios
import Testing

/// `clino simulate` of an episode: compared with what the store says, and verified without it.
@Suite("Episodes")
struct EpisodeTests {
  /// Rates of September 2019 with one day that no earlier day was like.
  private static func folder(without missing: String? = nil) throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("data"),
      withIntermediateDirectories: true
    )
    let days = ["10", "11", "12", "13", "16", "17"].filter { $0 != missing }
    let rows = days.map { day -> String in
      let (median, high) = day == "17" ? (525, 900) : (217, 230)
      return "2019-09-\(day),\(median),212,214,222,\(high)"
    }
    let header = "date,sofr_bp,p1_bp,p25_bp,p75_bp,p99_bp"
    try folder.write(
      ([header] + rows).joined(separator: "\n") + "\n",
      to: "data/sofr_percentiles_1d.csv"
    )
    let imported = try Program.run("data", "import", "data", "--store", "s.sqlite", in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    return folder
  }

  private static func compared(_ json: [String: Any]) throws -> [[String: Any]] {
    let episode = try #require(json["episode"] as? [String: Any])
    return try #require(episode["compared"] as? [[String: Any]])
  }

  @Test("each row stands beside what the store says, with series, file and score")
  func scored() throws {
    let folder = try Self.folder()
    let result = try Program.run(
      "simulate",
      "repo-2019-09",
      "--runs",
      "5",
      "--store",
      "s.sqlite",
      "--format",
      "json",
      in: folder
    )
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    let episode = try #require(json["episode"] as? [String: Any])
    #expect(episode["scored"] as? Int == 9)
    for key in ["observed", "assumed", "compared", "in_interval"] { #expect(episode[key] != nil) }
    let row = try #require(try Self.compared(json).last)
    #expect(row["quantity"] as? String == "sofr_p99_percent")
    #expect(row["observed"] as? Double == 9)
    #expect(row["calibrated"] as? Bool == false)
    #expect((row["simulated"] as? [String: Any])?.keys.sorted() == ["median", "p05", "p95"])
    let score = try #require(row["score"] as? [String: Any])
    #expect(score["in_interval"] as? Bool == false)
    #expect(score["rank"] as? Double == 1)
    let source = try #require(row["source"] as? [String: Any])
    #expect(source["series"] as? String == "sofr_percentiles_1d/p99_bp")
    let file = try #require((source["files"] as? [[String: Any]])?.first)
    #expect((file["sha256"] as? String)?.count == 64)
  }

  @Test("a day that the store lacks is no data; without a store every series is")
  func missing() throws {
    let folder = try Self.folder(without: "17")
    for (store, count) in [("s.sqlite", 4), ("nowhere.sqlite", 0)] {
      let result = try Program.run(
        ["simulate", "repo-2019-09", "--runs", "5", "--store", store, "--format", "json"],
        in: folder
      )
      #expect(result.status == 0, "\(result.errors)")
      let json = try result.json()
      #expect((json["episode"] as? [String: Any])?["scored"] as? Int == count)
      let row = try #require(try Self.compared(json).last)
      #expect(
        row["reason"] as? String
          == "no data: sofr_percentiles_1d/p99_bp has no observations in 2019-09-17"
      )
      #expect(row["score"] is NSNull && row["observed"] is NSNull)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url("nowhere.sqlite").path))
  }

  @Test("a run directory is verified from its manifest, without the store")
  func verified() throws {
    let folder = try Self.folder()
    let run = try Program.run(
      ["simulate", "repo-2019-09", "--runs", "5", "--store", "s.sqlite", "--output", "run"]
        + ["--report", "run.html"],
      in: folder
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("Episode: what happened lies in the 90 % interval"))
    #expect(try folder.files().contains("run/tables/episode.csv"))
    let page = String(decoding: try folder.bytes("run.html"), as: UTF8.self)
    #expect(page.contains("Episode: what is compared"))
    try FileManager.default.removeItem(at: folder.url("s.sqlite"))
    let verified = try Program.run("verify", "run", "--format", "json", in: folder)
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(try verified.json()["equal"] as? Bool == true)
  }

  @Test("the list says which scenarios are episodes; an episode says how many runs it wants")
  func listed() throws {
    let folder = try Folder()
    let list = try Program.run("simulate", "--list", in: folder)
    #expect(list.text.contains("repo-2019-09 (episode)  "))
    #expect(list.text.contains("smoke  "))
    let rows = try #require(
      try Program.run("simulate", "--list", "--format", "json", in: folder).json()["scenarios"]
        as? [[String: Any]]
    )
    #expect(rows.count { $0["kind"] as? String == "episode" } == 7)
    let run = try Program.run(
      ["simulate", "repo-2019-09", "--store", "none.sqlite", "--format", "json"],
      in: folder
    )
    #expect(try run.json()["runs"] as? Int == 20)
  }

  @Test("every fact that an episode names exists")
  func facts() throws {
    let base = try FactBase.embedded()
    for name in BuiltInScenarios.names {
      guard let episode = try BuiltInScenarios.scenario(named: name).episode else { continue }
      var used = episode.observed.map(\.source).filter { !$0.contains("/") }
      for row in episode.compared {
        if case .fact(let id, _) = row.source { used.append(id) }
      }
      for id in used { #expect(base.facts.contains { $0.id == id }, "\(name): \(id)") }
    }
  }
}
