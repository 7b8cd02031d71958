import Foundation
import Testing

@Suite("clino: stress, map and validate")
struct StressTests {
  /// The smallest state.
  static let smallState = """
    schema: clino.state/1
    name: small
    title: A small market
    asset: BTC
    as_of: 2025-01-01T00:00:00Z
    price_usd: 100000
    open_interest_usd: 4.0e9
    daily_volume_usd: 6.0e9
    daily_volatility: 0.05

    """
  static let small = ["--runs", "3", "--parcels", "50", "--format", "json"]

  @Test("a printed state is a state: stress and map take it and give the built-in one's numbers")
  func printedState() throws {
    let folder = try Folder()
    let printed = try Program.run("map", "2025-11-21", "--print-state", in: folder)
    #expect(printed.status == 0)
    #expect(printed.errors.isEmpty)
    try folder.write(printed.text, to: "my-market.yaml")
    let sale = ["--sell", "1e9", "--over", "30m"] + Self.small
    let own = try Program.run(["stress", "my-market.yaml"] + sale, in: folder)
    let builtIn = try Program.run(["stress", "2025-11-21"] + sale, in: folder)
    #expect(own.status == 0 && builtIn.status == 0)
    #expect(own.output == builtIn.output)
    let json = try own.json()
    #expect(json["schema"] as? String == "clino.stress/1")
    let map = try Program.run(["map", "my-market.yaml"] + Self.small, in: folder)
    #expect(map.status == 0)
    #expect(try map.json()["schema"] as? String == "clino.map/1")
  }

  @Test("JSON alone is on standard output", arguments: ["text", "json", "csv"])
  func formats(format: String) throws {
    let folder = try Folder()
    try folder.write(Self.smallState, to: "s.yaml")
    let arguments = ["--runs", "3", "--parcels", "50", "--format", format]
    for verb in [["stress", "s.yaml", "--sell", "1e8"], ["map", "s.yaml"]] {
      let result = try Program.run(verb + arguments, in: folder)
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
      #expect(result.output.last == UInt8(ascii: "\n"))
      #expect(!result.output.contains(0x1B))
      if format == "json" { #expect(try result.json()["schema"] != nil) }
      if format == "csv" { #expect(result.text.split(separator: "\n")[0].contains(",")) }
    }
  }

  @Test("a sale takes as long as it was said to, and nothing is conserved badly")
  func length() throws {
    let folder = try Folder()
    try folder.write(Self.smallState, to: "s.yaml")
    let arguments = ["stress", "s.yaml", "--sell", "1e8", "--over", "7m30s"] + Self.small
    let json = try Program.run(arguments, in: folder).json()
    let window = try #require(json["window"] as? [String: Any])
    #expect(window["to"] as? String == "2025-01-01T00:07:30Z")
    let checks = try #require(json["checks"] as? [String: Int])
    #expect(checks.values.allSatisfy { $0 == 0 } && checks.count == 3)
  }

  static let vectors = """
    vectors:
    - id: right
      topic: fragility_ratio
      inputs: {gross_liquidations_usd: 1.9e+9, net_outflow_usd: 2.0e+8}
      expected: {ratio: 9.5}
      rel_tolerance: 1.0e-9

    """
  static let wrong = """
    - id: wrong
      topic: fragility_ratio
      inputs: {gross_liquidations_usd: 1.9e+9, net_outflow_usd: 2.0e+8}
      expected: {ratio: 9.6}
      rel_tolerance: 1.0e-9

    """
  static let unheard = """
    - id: unheard
      topic: unheard
      inputs: {}
      expected: {y: 1}
      abs_tolerance: 1

    """

  @Test("vectors that pass exit 0, one that fails exits 1, unsupported ones do not fail")
  func validate() throws {
    let folder = try Folder()
    try folder.write(Self.vectors + Self.unheard, to: "good.yaml")
    let good = try Program.run("validate", "good.yaml", "--format", "json", in: folder)
    #expect(good.status == 0)
    let json = try good.json()
    #expect(json["passed"] as? Int == 1)
    #expect(json["failed"] as? Int == 0)
    #expect(json["unsupported"] as? Int == 1)
    let statuses = (json["vectors"] as? [[String: Any]])?.map { $0["status"] as? String }
    #expect(statuses == ["pass", "unsupported"])

    try folder.write(Self.vectors + Self.wrong, to: "bad.yaml")
    let bad = try Program.run("validate", "bad.yaml", "--format", "json", in: folder)
    #expect(bad.status == 1)
    #expect(bad.errors.isEmpty)
    #expect(try bad.json()["failed"] as? Int == 1)
    let both = try Program.run("validate", "good.yaml", "bad.yaml", in: folder)
    #expect(both.status == 1)
    let other = try Program.run("validate", "bad.yaml", "--topic", "other", in: folder)
    #expect(other.status == 2, "a mistyped topic must not pass for a success")
    #expect(other.errors.contains("no vector to run"))
  }

  @Test(
    "a file that is no file of vectors exits 2 with file and line",
    arguments: [
      ("vectors:\n- id: [a\n- b: c\n", "clino: v.yaml:3: not YAML"),
      ("vectors:\n- id: a\n", "clino: v.yaml:2: expected: missing"),
      ("", "clino: v.yaml:1: vectors:"),
    ]
  )
  func malformed(text: String, message: String) throws {
    let folder = try Folder()
    try folder.write(text, to: "v.yaml")
    let result = try Program.run("validate", "v.yaml", in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
  }
}
