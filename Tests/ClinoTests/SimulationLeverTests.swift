import Foundation
import Testing

@Suite("clino simulate: what levers do")
struct SimulationLeverTests {
  /// The smallest world with a line after its market's name and other shocks.
  private func smoke(
    breaker: String = "",
    shocks: String? = nil,
    days: Int = 3
  ) throws -> String {
    let source = try Program.run("simulate", "smoke", "--print-scenario", in: Folder()).text
    let lines = source.split(separator: "\n").filter {
      shocks == nil || !$0.hasPrefix("  - {name: exit")
    }
    return lines.joined(separator: "\n")
      .replacing("  - name: BTC\n", with: "  - name: BTC\n\(breaker)")
      .replacing("days: 5", with: "days: \(days)") + "\n" + (shocks ?? "")
  }

  private func simulate(_ text: String, _ arguments: String...) throws -> Program.Result {
    let folder = try Folder()
    try folder.write(text, to: "s.yaml")
    let result = try Program.run(["simulate", "s.yaml"] + arguments, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  private func indicators(_ json: [String: Any], _ list: String) throws -> [String: Any] {
    let all = try #require((json["indicators"] as? [String: Any])?[list] as? [[String: Any]])
    return try #require(all.first { $0["market"] as? String == "BTC" })
  }

  private static let breaker =
    "    circuit_breaker: {threshold_fraction: 0.02, window_bars: 4, pause_bars: 6}\n"
  private static let crash =
    "  - {name: crash, kind: news, day: 1, market: BTC, log_return: -0.2}\n"

  @Test("A halt is counted in JSON, CSV, the table and a note")
  func halt() throws {
    let text = try smoke(breaker: Self.breaker, shocks: Self.crash)
    let json = try simulate(text, "--format", "json").json()
    let market = try indicators(json, "markets")
    let bars = try #require(market["halted_bars"] as? Double)
    let refused = try #require(market["refused_usd"] as? Double)
    #expect(bars >= 6 && refused > 0)
    let notes = try #require(json["notes"] as? [String])
    #expect(
      notes.contains { $0.hasPrefix("BTC: halted \(Int(bars)) bars, orders of ") },
      "\(notes)"
    )
    let printed = try simulate(text)
    #expect(printed.text.contains("Note: BTC: halted"))
    #expect(printed.text.contains("Halted bars"))
    let csv = try simulate(text, "--format", "csv").text
    #expect(csv.split(separator: "\n").first?.hasSuffix(",halted_bars,refused_usd") == true)
  }

  @Test("Without a breaker there is nothing to say of halts")
  func noHalt() throws {
    let text = try smoke()
    let json = try simulate(text, "--format", "json").json()
    #expect(try indicators(json, "markets")["halted_bars"] as? Double == 0)
    let csv = try simulate(text, "--format", "csv").text
    #expect(!csv.contains("halted_bars"))
  }

  @Test("News that breaks in a halt which outlasts the run says that it does not reach its market")
  func lost() throws {
    let breaker =
      "    circuit_breaker: {threshold_fraction: 0.02, window_bars: 4, pause_bars: 100}\n"
    let more = "  - {name: late, kind: news, day: 2, market: BTC, log_return: -0.1}\n"
    let json = try simulate(
      try smoke(breaker: breaker, shocks: Self.crash + more),
      "--format",
      "json"
    ).json()
    let notes = try #require(json["notes"] as? [String])
    #expect(
      notes.contains(
        "shock \"late\" (news, day 2) does not reach its market: the run ends before the halt does"
      ),
      "\(notes)"
    )
    #expect(!notes.contains { $0.hasPrefix("shock \"crash\"") }, "\(notes)")
  }

  @Test("A sale that a halt keeps from its market says so")
  func heldSale() throws {
    let breaker =
      "    circuit_breaker: {threshold_fraction: 0.02, window_bars: 4, pause_bars: 100}\n"
    let more =
      "  - {name: late, kind: sale, day: 2, market: BTC, target: WHALE, size_usd: 1e9}\n"
    let json = try simulate(
      try smoke(breaker: breaker, shocks: Self.crash + more),
      "--format",
      "json"
    ).json()
    let notes = try #require(json["notes"] as? [String])
    let expected =
      "shock \"late\" (sale, day 2) sold 0 of 1B USD: a halt keeps the rest from the market"
    #expect(notes.contains(expected), "\(notes)")
  }

  @Test("A withdrawal of one market maker says so where depth does not follow them")
  func fixedDepth() throws {
    let text = """
      schema: clino.scenario/1
      name: depth
      days: 1
      shocks:
        - {name: leave, kind: maker_withdrawal, day: 0, target: maker 1, size_fraction: 0.2}

      """
    let json = try simulate(text, "--without", "depth_withdrawal", "--format", "json").json()
    let notes = try #require(json["notes"] as? [String])
    #expect(notes.contains { $0.hasSuffix("changes nothing while depth_withdrawal is off") })
  }

  @Test("Who pays beyond the fund is said in dollars and by name")
  func losses() throws {
    let text = """
      schema: clino.scenario/1
      name: losses
      base: lite
      days: 2
      perpetuals:
        - {market: BTC, insurance_fund_usd: 1e6}
      shocks:
        - {name: crash, kind: news, day: 1, market: BTC, log_return: -0.3}

      """
    let folder = try Folder()
    try folder.write(text, to: "s.yaml")
    let result = try Program.run(
      ["simulate", "s.yaml", "--format", "json", "--output", "run"],
      in: folder
    )
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    let contract = try indicators(json, "perpetuals")
    let deficit = try #require(contract["deficit_usd"] as? Double)
    let closed = try #require(contract["deleveraged_usd"] as? Double)
    let taken = try #require(contract["socialised_usd"] as? Double)
    #expect(deficit > 0 && closed > 0 && taken > 0)
    let totals = try #require(json["indicators"] as? [String: Any])
    #expect(totals["deleveraged_usd"] as? Double == closed)
    #expect(totals["socialised_usd"] as? Double == taken)
    let people = try #require(
      (json["final"] as? [String: Any])?["participants"] as? [[String: Any]]
    )
    for (key, sum) in [("deleveraged_usd", closed), ("socialised_usd", taken)] {
      let shares = people.compactMap { $0[key] as? Double }
      #expect(shares.count == people.count)
      #expect(abs(shares.reduce(0, +) - sum) <= 1e-9 * sum)
    }
    let notes = try #require(json["notes"] as? [String])
    #expect(
      notes.contains {
        $0.hasPrefix("beyond margins and insurance funds: ") && $0.contains("(arbitrageur BTC ")
      },
      "\(notes)"
    )
    let csv = String(decoding: try folder.bytes("run/tables/perpetuals.csv"), as: UTF8.self)
    #expect(csv.contains(",deleveraged_usd,socialised_usd,deficit_usd"))
    #expect(try simulate(text).text.contains("Deficit (USD)"))
  }

  @Test("A split that was asked for is what CSV prints")
  func attribution() throws {
    let csv = try Program.run(
      ["simulate", "smoke", "--days", "2", "--attribute", "leverage,noise", "--format", "csv"],
      in: Folder()
    )
    #expect(csv.status == 0, "\(csv.errors)")
    let rows = csv.text.split(separator: "\n")
    #expect(rows.first == "name,contribution_log,standard_error_log,mechanisms")
    let values = try rows.dropFirst().map { row in
      let cell = row.split(separator: ",", omittingEmptySubsequences: false)[1]
      return (try #require(Double(cell)) * 1e9).rounded()
    }
    #expect(values.count == 3)
    #expect(values[0] + values[1] == values[2])
  }

  @Test(
    "A shock whose size is nothing says so",
    arguments: [
      "kind: sale, day: 1, market: BTC, target: WHALE, size_usd: 0",
      "kind: news, day: 1, market: BTC, log_return: 0",
      "kind: maker_withdrawal, day: 1, market: BTC, size_fraction: 1",
    ]
  )
  func nothing(shock: String) throws {
    let json = try simulate(
      try smoke(shocks: "  - {name: idle, \(shock)}\n", days: 2),
      "--format",
      "json"
    ).json()
    let notes = try #require(json["notes"] as? [String])
    #expect(
      notes.contains {
        $0.hasPrefix("shock \"idle\"") && $0.contains("changes nothing: its size is")
      },
      "\(notes)"
    )
  }
}
