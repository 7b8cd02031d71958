import Foundation
import Testing

@Suite("clino: experiment")
struct ExperimentTests {
  private static let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../docs", isDirectory: true).standardizedFileURL

  private func experiments(_ arguments: String..., in folder: Folder) throws -> [[String: Any]] {
    let result = try Program.run(["experiment"] + arguments + ["--format", "json"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    #expect(json["schema"] as? String == "clino.experiment/1")
    return try #require(json["experiments"] as? [[String: Any]])
  }

  @Test("The verb and its nouns have help with an example", arguments: [[], ["list"], ["run"]])
  func help(nouns: [String]) throws {
    let result = try Program.run(["experiment"] + nouns + ["--help"], in: Folder())
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.text.contains("EXAMPLES"))
  }

  @Test("The list says what each experiment expects, and can be narrowed to a system")
  func list() throws {
    let folder = try Folder()
    let all = try experiments("list", in: folder)
    for key in ["id", "systems", "quantity", "unit", "expected", "mechanism", "runs", "page"] {
      #expect(all.allSatisfy { $0[key] != nil }, "\(key)")
    }
    let some = try experiments("list", "--system", "M0.1", in: folder)
    let ids = some.compactMap { $0["id"] as? String }
    #expect(ids.starts(with: ["M0.1-cascade", "M0.1-ratio"]) && some.count < all.count)
    #expect(some.allSatisfy { ($0["systems"] as? [String])?.contains("M0.1") == true })
  }

  @Test("A run has the keys of the contract")
  func run() throws {
    let entries = try experiments("run", "M3.4-impact", "M0.9-capacity", in: Folder())
    #expect(entries.map { $0["verdict"] as? String } == ["reproduced", "reproduced"])
    #expect(entries.allSatisfy { $0["calibrated"] as? Bool == false })
    #expect(entries[0]["treated"] as? Double == 2.145)
    let expected = try #require(entries[0]["expected"] as? [String: Any])
    #expect(expected["kind"] as? String == "value" && expected["value"] as? Double == 2.2)
    #expect((expected["facts"] as? [String])?.contains("S3.F16") == true)
    let other = try experiments("run", "M3.4-impact", "--reading", "square_root", in: Folder())
    #expect(other[0]["verdict"] as? String == "not_reproduced")
  }

  @Test(
    "Wrong usage is one line and exit code 2",
    arguments: [
      (["run"], "expected an id (clino experiment list) or --all"),
      (["run", "M0.1-cascde"], "did you mean M0.1-cascade?"),
      (["run", "M3.4-impact", "--all"], "expected one of them"),
      (["run", "M3.4-impact", "--reading", "square_rot"], "did you mean square_root?"),
      (["run", "M0.9-capacity", "--reading", "other"], "it has one reading"),
      (["run", "M0.9-capacity", "M3.4-impact", "--reading", "x"], "beside one id"),
      (["run", "M0.12-backstop", "--runs", "4"], "--runs: got 4, expected 5 to 100000"),
      (["run", "M0.9-capacity", "M0.9-capacity"], "an id stands twice"),
      (["list", "--system", "M9.9"], "--system: got M9.9"),
    ]
  )
  func usage(arguments: [String], message: String) throws {
    let result = try Program.run(["experiment"] + arguments, in: Folder())
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1 && result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("Comma-separated values hold the sweep that was asked for")
  func sweep() throws {
    let folder = try Folder()
    let plain = try Program.run("experiment", "run", "M3.4-impact", "--format", "csv", in: folder)
    let swept = try Program.run(
      "experiment",
      "run",
      "M3.4-impact",
      "--sweep",
      "--format",
      "csv",
      in: folder
    )
    let lines = swept.text.split(separator: "\n")
    #expect(lines.count > plain.text.split(separator: "\n").count)
    #expect(lines[0].hasSuffix(",reading,parameters,expectation_met"))
    #expect(lines.dropFirst(2).allSatisfy { $0.hasPrefix("M3.4-impact,") && $0.contains("=") })
  }

  @Test("Too few runs decide nothing, and are no failed control")
  func tooFewRuns() throws {
    let entries = try experiments(
      "run",
      "M0.3-exponent",
      "M0.3-collapse",
      "--runs",
      "5",
      in: Folder()
    )
    #expect(entries.map { $0["verdict"] as? String } == ["too_few_runs", "too_few_runs"])
    #expect(entries.map { $0["runs_min"] as? Int } == [50, 20])
  }

  @Test("Threads change nothing")
  func threads() throws {
    let folder = try Folder()
    let runs = try ["1", "3"].map { threads in
      try Program.run(
        "experiment",
        "run",
        "M0.12-backstop",
        "M1.1-spans",
        "--runs",
        "20",
        "--threads",
        threads,
        "--format",
        "json",
        in: folder
      ).output
    }
    #expect(runs[0] == runs[1])
  }

  @Test("A run directory is verified byte for byte, and a changed one is not")
  func directory() throws {
    let folder = try Folder()
    let made = try Program.run(
      "experiment",
      "run",
      "M1.9-top",
      "--runs",
      "10",
      "--seed",
      "4",
      "--output",
      "run",
      in: folder
    )
    #expect(made.status == 0)
    #expect(
      try folder.files().filter { $0.hasPrefix("run/") } == [
        "run/manifest.json", "run/result.json", "run/tables", "run/tables/experiments.csv",
        "run/tables/readings.csv", "run/tables/region.csv",
      ]
    )
    #expect(try Program.run("verify", "run", in: folder).status == 0)
    try folder.write("{}", to: "run/result.json")
    #expect(try Program.run("verify", "run", in: folder).status == 1)
  }

  @Test("A report is one page")
  func report() throws {
    let folder = try Folder()
    let made = try Program.run(
      "experiment",
      "run",
      "M1.2-relief",
      "--report",
      "page.html",
      in: folder
    )
    #expect(made.status == 0)
    let page = String(decoding: try folder.bytes("page.html"), as: UTF8.self)
    #expect(page.contains("M1.2-relief") && page.contains("</html>"))
  }

  @Test("The committed pages are those that the program writes, for the experiments that are quick")
  func pages() throws {
    let folder = try Folder()
    let quick = ["M0.9-capacity", "M0.11-impact", "M1.2-relief", "M1.9-listings", "M3.4-impact"]
    let made = try Program.run(
      ["experiment", "run"] + quick + ["--pages", "."],
      in: folder
    )
    #expect(made.status == 0)
    for id in quick {
      let stored = try Data(
        contentsOf: Self.docs.appendingPathComponent("experiments/\(id).md")
      )
      #expect(
        try Array(stored) == folder.bytes("\(id).md"),
        "\(id): run clino experiment run --all --pages docs/experiments"
      )
    }
  }

  @Test("Every experiment has its page and stands in the index, and no page is without one")
  func complete() throws {
    let ids = try experiments("list", in: Folder()).compactMap { $0["id"] as? String }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.docs.appendingPathComponent("experiments").path
    )
    #expect(names.sorted() == (ids.map { "\($0).md" } + ["README.md"]).sorted())
    let index = try String(
      contentsOf: Self.docs.appendingPathComponent("experiments/README.md"),
      encoding: .utf8
    )
    for id in ids { #expect(index.contains("| [\(id)](\(id).md) |"), "\(id)") }
  }

  @Test("The committed pages of the systems are those that the program writes, and no others")
  func systems() throws {
    let folder = try Folder()
    #expect(try Program.run("systems", "--pages", ".", in: folder).status == 0)
    let written = try folder.files().filter { $0.hasSuffix(".md") }
    #expect(written.count == 46)
    let committed = try FileManager.default.contentsOfDirectory(
      atPath: Self.docs.appendingPathComponent("systems").path
    )
    let guides = committed.filter { !written.contains($0) }.sorted()
    let index = String(decoding: try folder.bytes("README.md"), as: UTF8.self)
    for guide in guides {
      #expect(index.contains("(\(guide))"), "\(guide) belongs to no experiment")
    }
    for name in written {
      let stored = try Data(contentsOf: Self.docs.appendingPathComponent("systems/\(name)"))
      #expect(
        try Array(stored) == folder.bytes(name),
        "\(name): run clino systems --pages docs/systems"
      )
    }
  }
}
