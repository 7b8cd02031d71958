import Foundation
import Testing

@Suite("clino simulate: result")
struct SimulationResultTests {
  private func simulate(_ text: String, _ arguments: String...) throws -> Program.Result {
    let folder = try Folder()
    try folder.write(text, to: "s.yaml")
    let result = try Program.run(["simulate", "s.yaml"] + arguments, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  /// The smallest world with other shocks.
  private func smoke(_ shocks: String, days: Int = 2) throws -> String {
    let source = try Program.run("simulate", "smoke", "--print-scenario", in: Folder()).text
    let kept = source.split(separator: "\n").filter { !$0.hasPrefix("  - {name: exit") }
    return kept.joined(separator: "\n").replacing("days: 5", with: "days: \(days)") + "\n" + shocks
  }

  @Test("The parts of an attribution sum on paper as they are printed")
  func attribution() throws {
    let text = try Program.run(
      "simulate",
      "smoke",
      "--days",
      "3",
      "--attribute",
      "leverage,noise,news,retail_releverage",
      "--runs",
      "2",
      in: Folder()
    ).text
    let table = try #require(text.components(separatedBy: "who made it").last)
    let rows = table.split(separator: "\n").dropFirst(2).prefix { !$0.hasPrefix("Shapley") }
    let values = try rows.map { row in
      let cells = row.split(separator: "  ", omittingEmptySubsequences: true)
      let number = try #require(cells.dropFirst().first)
      let digits = number.filter { $0.isNumber || $0 == "-" }
      return try #require(Int(digits))
    }
    #expect(values.count > 3)
    #expect(values.dropLast().reduce(0, +) == values.last, "\(table)")
    #expect(text.contains("largest remainders"))
  }

  @Test("A sale that its holder cannot make in full says so")
  func cappedSale() throws {
    let text = try smoke(
      "  - {name: big, kind: sale, day: 0, market: BTC, target: retail, size_usd: 1e12}\n"
    ).replacing("quantity: 200000, from: RETAIL", with: "quantity: 2000, from: RETAIL")
    let json = try simulate(text, "--format", "json").json()
    let notes = try #require(json["notes"] as? [String])
    #expect(notes.count == 1 && notes[0].hasPrefix("shock \"big\" (sale, day 0) sold "), "\(notes)")
    #expect(notes[0].contains(" of 1T USD: what its holder owns"), "\(notes)")
    let csv = try simulate(text, "--format", "csv")
    #expect(csv.errors.contains("clino: remark: shock \"big\""))
  }

  @Test("A shock after the end of a shortened run says so, once for all runs")
  func late() throws {
    let result = try Program.run("simulate", "smoke", "--days", "1", "--runs", "2", in: Folder())
    #expect(
      result.text.contains(
        "Note: shock \"exit\" (sale, day 1) begins after the end of the run, which has 1 day."
      ),
      "\(result.text)"
    )
    #expect(result.text.contains("Median [5 %, 95 %] of 2 runs"))
  }

  @Test("A run in which every shock does all it says has no notes")
  func quiet() throws {
    let json = try Program.run("simulate", "smoke", "--format", "json", in: Folder()).json()
    #expect(json["notes"] as? [String] == [])
  }

  @Test("One day has no volatility, and that is said")
  func oneDay() throws {
    let folder = try Folder()
    let text = try Program.run("simulate", "smoke", "--days", "1", in: folder).text
    #expect(text.contains("its realised volatility is not defined for one day"))
    let json = try Program.run(
      "simulate",
      "smoke",
      "--days",
      "1",
      "--format",
      "json",
      in: folder
    ).json()
    let markets = (json["indicators"] as? [String: Any])?["markets"] as? [[String: Any]]
    #expect(markets?.first?["realised_volatility_annual"] is NSNull)
  }

  @Test("Values that news of their own do not move have no volatility of news")
  func news() throws {
    let json = try Program.run(
      "simulate",
      "default",
      "--days",
      "1",
      "--format",
      "json",
      in: Folder()
    ).json()
    let markets = try #require(
      (json["indicators"] as? [String: Any])?["markets"] as? [[String: Any]]
    )
    let driven = markets.filter { !($0["news_volatility_annual"] is NSNull) }
      .compactMap { $0["market"] as? String }
    #expect(driven.contains("BTC"))
    #expect(driven.count < markets.count)
  }

  @Test("A page is not replaced unless it may be")
  func report() throws {
    let folder = try Folder()
    try folder.write("mine", to: "page.html")
    let arguments = ["simulate", "smoke", "--days", "1", "--report", "page.html"]
    let refused = try Program.run(arguments, in: folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--report: got page.html, which exists, expected a new name"))
    #expect(try folder.bytes("page.html") == Array("mine".utf8))
    #expect(try Program.run(arguments + ["--force"], in: folder).status == 0)
    #expect(try folder.bytes("page.html").count > 1_000)
  }

  @Test("A run directory of another verb is named for what it is")
  func foreign() throws {
    let folder = try Folder()
    let made = try Program.run("experiment", "run", "M1.2-relief", "--output", "run", in: folder)
    #expect(made.status == 0)
    let explained = try Program.run("explain", "run", in: folder)
    #expect(explained.status == 2)
    #expect(
      explained.errors
        == "clino: explain: got run, a run of experiment, expected a run directory of replay, stress, simulate\n"
    )
    try FileManager.default.createDirectory(
      at: folder.url("other"),
      withIntermediateDirectories: true
    )
    try folder.write(
      "{\"schema\": \"clino.run/1\", \"verb\": \"observe\"}",
      to: "other/manifest.json"
    )
    let verified = try Program.run("verify", "other", in: folder)
    #expect(verified.status == 2)
    #expect(verified.errors.contains("verify: got other, a run of observe, expected"))
    try FileManager.default.createDirectory(
      at: folder.url("empty"),
      withIntermediateDirectories: true
    )
    let empty = try Program.run("verify", "empty", in: folder)
    #expect(empty.status == 2 && empty.errors.contains("which has no manifest.json"))
  }
}
