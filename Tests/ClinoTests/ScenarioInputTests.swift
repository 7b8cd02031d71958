import Foundation
import Scenarios
import Testing

@Suite("clino simulate: input")
struct ScenarioInputTests {
  private static let head = "schema: clino.scenario/1\nname: x\nbase: lite\ndays: 3\n"

  private func failure(of text: String) throws -> String {
    let folder = try Folder()
    try folder.write(text, to: "s.yaml")
    let result = try Program.run("simulate", "s.yaml", in: folder)
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.output.isEmpty && result.errorLines.count == 1, "\(result.errors)")
    return result.errors
  }

  @Test(
    "A shock that could never do anything is refused with its line",
    arguments: [
      (
        "kind: sale, day: 1, market: BTC, target: LOST, size_usd: 1e9",
        "s.yaml:6: shocks.s.target: got LOST, expected an account whose holdings can move"
      ),
      (
        "kind: sale, day: 1, market: BTC, target: OUTSIDE, size_usd: 1e9",
        "s.yaml:6: shocks.s.target: got OUTSIDE, expected an account that holds BTC"
      ),
      (
        "kind: hack, day: 1, market: BTC, target: LOST, size_usd: 1e9",
        "s.yaml:6: shocks.s.target: got LOST, expected an account whose holdings can move"
      ),
      (
        "kind: hack, day: 1, market: BTC, target: retail alt low, size_usd: 1e9",
        "s.yaml:6: shocks.s.target: got retail alt low, expected an exchange or another account"
      ),
      (
        "kind: redemption_wave, day: 1, target: WHALE, size_fraction: 0.5",
        "s.yaml:6: shocks.s.target: got WHALE, expected somebody whose claims are redeemed"
      ),
      (
        "kind: maker_withdrawal, day: 1, market: BTC, target: WHALE, size_fraction: 0.5",
        "s.yaml:6: shocks.s.target: got WHALE"
      ),
      (
        "kind: news, day: 3, market: BTC, log_return: -0.1",
        "s.yaml:6: shocks.s.day: got 3, expected a day of the run, from 0 to 2"
      ),
      (
        "kind: news, day: 1, market: BTC, log_return: 5",
        "s.yaml:6: shocks[0].log_return: got 5, expected a number from -7.0 to 4.0"
      ),
    ]
  )
  func shocks(shock: String, expected: String) throws {
    let errors = try failure(of: Self.head + "shocks:\n  - {name: s, \(shock)}\n")
    #expect(errors.hasPrefix("clino: \(expected)"), "\(errors)")
  }

  @Test("A closed issue of shares needs a company")
  func companies() throws {
    let errors = try failure(
      of: "schema: clino.scenario/1\nname: x\nbase: empty\ndays: 3\nshocks:\n"
        + "  - name: s\n    day: 1\n    kind: atm_closure\n"
    )
    #expect(
      errors.hasPrefix(
        "clino: s.yaml:8: shocks.s.kind: got atm_closure, expected a world with a treasury_company"
      ),
      "\(errors)"
    )
  }

  @Test("News that would leave the range of prices together is refused")
  func news() throws {
    let errors = try failure(
      of: Self.head + """
        shocks:
          - {name: a, kind: news, day: 0, market: BTC, log_return: -4}
          - {name: b, kind: news, day: 1, market: BTC, log_return: -4}

        """
    )
    #expect(
      errors.hasPrefix(
        "clino: s.yaml:7: shocks.b.log_return: got -4.0, expected news of BTC whose sum stays between "
          + "-7.0 and 4.0, not -8.0"
      ),
      "\(errors)"
    )
  }

  @Test("A number that is not allowed is no slip of the pen")
  func bars() throws {
    let errors = try failure(of: Self.head + "bars_per_day: 5\n")
    #expect(errors.contains("s.yaml:5: bars_per_day: got 5, expected one of 1, 2, 3, 4"))
    #expect(!errors.contains("did you mean"))
  }

  @Test("Errors name the line of the field", arguments: [false, true])
  func lines(isNested: Bool) throws {
    let errors =
      isNested
      ? try failure(
        of: Self.head
          + "participants:\n  - name: retail alt low\n    words:\n      tiers: \"a\\u001bb\"\n"
      )
      : try failure(
        of: Self.head
          + "residual_provider:\n  - {instrument: deposits, quantity: 1, from: HN}\n"
          + "  - instrument: deposits\n    quantity: 1e14\n    from: HN\n"
      )
    #expect(errors.hasPrefix("clino: s.yaml:\(isNested ? 8 : 5):"), "\(errors)")
  }

  @Test(
    "Control characters in names are refused and not printed",
    arguments: ["a\\u001b[31mb", "a\\0b", "a\\nb"]
  )
  func control(name: String) throws {
    let errors = try failure(of: "schema: clino.scenario/1\nname: \"\(name)\"\ndays: 1\n")
    #expect(errors.hasPrefix("clino: s.yaml:2: name: got a\\u{"), "\(errors)")
    #expect(errors.contains("expected a text without control characters"))
    #expect(
      !errors.dropLast().unicodeScalars.contains { $0.properties.generalCategory == .control }
    )
  }

  @Test("A raw control character is refused at its line")
  func rawControl() throws {
    let errors = try failure(of: "schema: clino.scenario/1\nname: x\ntitle: a\u{1b}b\ndays: 1\n")
    #expect(errors.hasPrefix("clino: s.yaml:3: "), "\(errors)")
  }

  @Test(
    "A byte order mark is read over; a file without a dot is found; a built-in name comes first"
  )
  func files() throws {
    let folder = try Folder()
    let source = try Program.run("simulate", "smoke", "--print-scenario", in: folder).text
    let own = source.replacing("name: smoke", with: "name: mine")
    #expect(own != source)
    try folder.write("\u{FEFF}" + own, to: "mine")
    try folder.write(own, to: "smoke")
    let mine = try Program.run("simulate", "mine", "--days", "2", "--format", "json", in: folder)
    #expect(mine.status == 0, "\(mine.errors)")
    #expect(try mine.json()["scenario"] as? String == "mine")
    let builtIn = try Program.run(
      "simulate",
      "smoke",
      "--days",
      "2",
      "--format",
      "json",
      in: folder
    )
    #expect(try builtIn.json()["scenario"] as? String == "smoke")
    let absent = try Program.run("simulate", "yours", in: folder)
    #expect(absent.status == 2)
    let known = BuiltInScenarios.names.joined(separator: ", ")
    #expect(absent.errors.contains("\(known) or the path of a scenario file"))
  }

  @Test(
    "Flags that would be ignored are refused",
    arguments: [
      (["smoke", "--attribute", ","], "--attribute: got \",\", expected all, or mechanisms"),
      (["smoke", "--attribute", ""], "--attribute: got \"\", expected all, or mechanisms"),
      (["smoke", "--attribute", "news,"], "--attribute: got \"news,\", expected all"),
      (
        ["smoke", "--measure", "close_to_close"],
        "--measure: got close_to_close, expected --attribute"
      ),
      (["smoke", "--days", "-3"], "--days: got -3, expected 1 to 100000"),
      (["smoke", "--print-scenario", "--format", "json"], "--format: got json, expected none"),
      (["--print-defaults", "--format", "csv"], "--format: got csv, expected none"),
      (["--list-mechanisms", "--format", "json"], "--format: got json, expected none"),
    ]
  )
  func flags(arguments: [String], expected: String) throws {
    let result = try Program.run(["simulate"] + arguments, in: Folder())
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("clino: \(expected)"), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("The list has every form")
  func list() throws {
    let folder = try Folder()
    let json = try Program.run("simulate", "--list", "--format", "json", in: folder).json()
    let names = (json["scenarios"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    #expect(names == BuiltInScenarios.names)
    #expect(names?.contains("outflow") == true && names == names?.sorted())
    let csv = try Program.run("simulate", "--list", "--format", "csv", in: folder)
    #expect(csv.text.hasPrefix("name,title,days,measured_market,kind\ncascade-2025-10-10,"))
  }

  @Test("Printed defaults say where explanations stand")
  func defaults() throws {
    let printed = try Program.run("simulate", "--print-defaults", in: Folder())
    #expect(printed.text.hasPrefix("# Each key is explained where it first stands"))
  }
}
