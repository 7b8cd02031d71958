import Foundation
import Testing

@Suite("clino: usage")
struct UsageTests {
  static let verbs = [
    "replay", "stress", "map", "validate", "explain", "verify", "data", "experiment",
  ]

  @Test("every verb has help with an example, on standard output", arguments: verbs)
  func help(verb: String) throws {
    let result = try Program.run(verb, "--help", in: Folder())
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.text.contains("EXAMPLES"))
    #expect(result.text.contains("clino \(verb) "))
    #expect(result.text.contains("USAGE: clino \(verb)"))
  }

  @Test(
    "the program alone, its help and its version succeed",
    arguments: [[], ["--help"], ["--version"]]
  )
  func top(arguments: [String]) throws {
    let result = try Program.run(arguments, in: Folder())
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(!result.output.isEmpty)
    if arguments != ["--version"] {
      for verb in Self.verbs { #expect(result.text.contains(verb)) }
    }
  }

  @Test(
    "wrong usage is one line on standard error and exit code 2",
    arguments: [
      (["reply"], "reply"), (["replay", "--loud"], "--loud"), (["replay"], "--list"),
      (["replay", "2025-11-21", "--runs", "many"], "many"),
      (["replay", "2025-11-21", "--runs", "0"], "--runs: got 0, expected 1 to 100000"),
      (["replay", "2025-11-21", "--runs=-3"], "--runs: got -3"),
      (["replay", "2025-11-21", "--threads", "0"], "--threads: got 0, expected 1 to 1024"),
      (["replay", "2025-11-21", "--parcels", "1"], "--parcels: got 1, expected 10 to 5000000"),
      (["replay", "2025-11-21", "--seed=-1"], "-1"),
      (["replay", "2025-11-21", "--seed", "1.5"], "1.5"),
      (["replay", "2025-11-21", "--format", "xml"], "xml"),
      (["replay", "2025-11-21", "--without", "leverge"], "did you mean leverage?"),
      (["replay", "2025-11-21", "--without", "gravity"], "--without: got gravity"),
      (["replay", "2025-11-12"], "did you mean 2025-11-21?"),
      (["replay", "absent.yaml"], "absent.yaml: no such file"),
      (["replay", "2025-11-21", "--bars", "x.csv"], "expected one of them"),
      (["replay", "2025-11-21", "--symbol", "BTC"], "--symbol"),
      (["replay", "2025-11-21", "--open-interest", "1e9"], "--open-interest"),
      (["replay", "--bars", "x.csv"], "--symbol, --from and --to"),
      (
        ["replay", "--bars", "x.csv", "--symbol", "B", "--from", "2024-01-01", "--to", "soon"],
        "--to: "
      ),
      (
        [
          "replay", "--bars", "x.csv", "--symbol", "B", "--from", "2024-01-01", "--to",
          "2024-01-02",
        ],
        "x.csv: no such file"
      ),
      (["stress", "2025-11-21"], "--sell"), (["stress", "2025-11-21", "--sell", "much"], "much"),
      (["stress", "2025-11-21", "--sell=-1"], "--sell: got -1.0"),
      (["stress", "2025-11-21", "--sell", "nan"], "--sell: got nan"),
      (["stress", "2025-11-21", "--sell", "1", "--news=-1"], "--news: got -1.0"),
      (["stress", "2025-11-21", "--sell", "1", "--news", "nan"], "--news: got nan"),
      (["stress", "2025-11-21", "--sell", "1", "--over", "4"], "--over: "),
      (["stress", "2025-11-21", "--sell", "1", "--over", "721h"], "--over: got 721h"),
      (["stress", "2025-11-21", "--sell", "1", "--over", "106751991d"], "--over: got 106751991d"),
      (["map"], "state"), (["map", "2025-11-12"], "did you mean 2025-11-21?"),
      (["map", "2025-11-21", "--runs", "0"], "--runs: got 0"), (["validate"], "files"),
      (["validate", "absent.yaml"], "absent.yaml: no such file"),
      (["validate", "absent.yaml", "--threads", "0"], "--threads: got 0, expected 1 to 1024"),
      (["explain"], "run"), (["explain", "absent"], "absent/journal.jsonl: no such file"),
      (["explain", "absent", "--trade", "x"], "--trade: got x, expected RUN.ID"),
      (["explain", "absent", "--trade", "1.2.3"], "--trade: got 1.2.3"),
      (["explain", "absent", "--trade=-1"], "--trade: got -1"),
      (["verify", "absent"], "absent/manifest.json: no such file"),
      (["verify", "absent", "--threads=-2"], "--threads: got -2, expected 1 to 1024"),
    ] as [([String], String)]
  )
  func wrongUsage(arguments: [String], expected: String) throws {
    let result = try Program.run(arguments, in: Folder())
    #expect(result.status == 2, "\(arguments): \(result.errors)")
    #expect(result.output.isEmpty, "\(arguments): \(result.text)")
    #expect(result.errorLines.count == 1, "\(arguments): \(result.errors)")
    #expect(result.errors.contains(expected), "\(arguments): \(result.errors)")
    #expect(result.errors.hasPrefix("clino: "), "\(arguments): \(result.errors)")
  }

  @Test(
    "a state that breaks its schema is one line with file, line and field",
    arguments: ["replay", "map"]
  )
  func brokenState(verb: String) throws {
    let folder = try Folder()
    try folder.write("schema: clino.state/1\nname: x\npric_usd: 5\n", to: "s.yaml")
    let result = try Program.run(verb, "s.yaml", in: folder)
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("clino: s.yaml:3: pric_usd: got pric_usd, expected one of "))
    #expect(result.errors.hasSuffix("did you mean price_usd?\n"))
  }

  @Test("a state without an event cannot be replayed")
  func withoutEvent() throws {
    let folder = try Folder()
    try folder.write(StressTests.smallState, to: "s.yaml")
    let result = try Program.run("replay", "s.yaml", in: folder)
    #expect(result.status == 2)
    #expect(
      result.errors == "clino: s.yaml: event: got nothing, expected what happened to replay\n"
    )
  }

  @Test("bytes that are no text are refused with their file")
  func notText() throws {
    let folder = try Folder()
    try folder.write("schema", to: "s.yaml")
    let handle = try #require(try? FileHandle(forWritingTo: folder.url("s.yaml")))
    try handle.write(contentsOf: [0xFF, 0xFE])
    try handle.close()
    for arguments in [["map", "s.yaml"], ["validate", "s.yaml"]] {
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("clino: s.yaml:1: got bytes that are not UTF-8"))
    }
  }

  @Test("lists of events and mechanisms are results", arguments: ["replay", "stress", "map"])
  func lists(verb: String) throws {
    let folder = try Folder()
    let needed = ["replay": [], "stress": ["2025-11-21", "--sell", "1"], "map": ["2025-11-21"]]
    let arguments = [verb] + (needed[verb] ?? []) + ["--list-mechanisms"]
    let mechanisms = try Program.run(arguments, in: folder)
    #expect(mechanisms.status == 0)
    for name in [
      "leverage", "insurance_fund", "auto_deleveraging", "resilience", "permanent_impact",
    ] {
      #expect(mechanisms.text.contains("\(name): "))
    }
    let events = try Program.run("replay", "--list", in: folder)
    #expect(events.status == 0)
    #expect(events.text.hasPrefix("2025-11-21"))
  }
}
