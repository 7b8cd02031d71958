import Forecasts
import Observatory
import Quantities
import Testing

@Suite("Pages of systems")
struct SystemPagesTests {
  private func pages() throws -> [SystemPages.Page] { SystemPages(try FactBase.embedded()).all }

  /// The page of one system.
  private func page(_ id: String) throws -> String {
    try #require(try pages().first { $0.name == "\(id).md" }).text
  }

  @Test("An experiment stands on its system's page with its own page")
  func experiment() throws {
    // Nothing of M0.1 is left out, so that its experiments cover the whole.
    let entry = SystemRegistries.ExperimentEntry(
      id: "M0.1-refusal",
      text: "lending refused",
      systems: ["M0.1"],
      hasControl: true,
      coversWhole: true,
      isReproduced: false,
      page: "../experiments/M0.1-refusal.md"
    )
    let pages = SystemPages(try FactBase.embedded(), experiments: [entry]).all
    let text = try #require(pages.first { $0.name == "M0.1.md" }).text
    #expect(
      text.contains(
        "- The whole system: *not reproduced*, lending refused. [What it gave](../experiments/M0.1-refusal.md)."
      )
    )
    #expect(try #require(pages.last).text.contains("| whole: 0 reproduced, 1 not reproduced |"))
  }

  @Test("Every indicator, claim, contradiction, error and forecast stands on some page")
  func complete() throws {
    let base = try FactBase.embedded()
    let text = try pages().dropLast().map(\.text).joined()
    for indicator in Indicators.all { #expect(text.contains("| \(indicator.id) | ")) }
    for claim in base.claims { #expect(text.contains("| \(claim.id) | "), "\(claim.id)") }
    for entry in base.contradictions {
      #expect(text.contains("](../contradictions/\(entry.id).md)"), "\(entry.id)")
    }
    let index = try #require(try pages().last).text
    for error in base.errors {
      let isShown =
        error.refs.isEmpty ? index.contains("**\(error.id)**") : text.contains("| \(error.id) | ")
      #expect(isShown, "\(error.id)")
    }
    for entry in BuiltInRecord.record.entries {
      #expect(text.contains("| \(entry.forecast.id) | "), "\(entry.forecast.id)")
    }
  }

  @Test("A page shows an indicator with its level and the fact behind it")
  func indicator() throws {
    let text = try page("M0.1")
    #expect(
      text.contains("| I01 | Fragility ratio: liquidations per unit of net outflow, 24 hours |")
    )
    #expect(text.contains("| 10 (S0.F10): the source calls it a singularity;"))
    #expect(text.contains("clino observe I01 I02 I03 I04 I05"))
    #expect(text.contains("[How to run it](M0.1-liquidation-cascade.md)"))
    #expect(text.contains("| S0.F07 | "))
  }

  @Test("A system without experiment or indicator says so")
  func absent() throws {
    #expect(try page("M2.1").contains("No experiment yet."))
    #expect(
      try page("M1.1").contains(
        "No indicator of the program measures this system. Not applicable: the lengths"
      )
    )
  }

  @Test("A page names what no indicator reads, and the index says what works means")
  func gaps() throws {
    #expect(try page("M0.6").contains("Not measured: debt over product"))
    #expect(!(try page("M2.1").contains("Not measured:")))
    let index = try #require(try pages().last).text
    #expect(index.contains(SystemPages.whatWorks))
    #expect(index.contains("| in part: L02 |"))
  }

  @Test("A claim is shown with what decides it, and no page holds a verdict of a date")
  func decided() throws {
    #expect(try page("M0.2").contains("`68/94-1` (fraction), expected -0.28 ± 0.005"))
    #expect(try page("M0.3").contains("| F01 | "))
    for page in try pages() {
      for verdict in ["**supported**", "**contradicted**", "**undecided**", "As of 2"] {
        #expect(!page.text.contains(verdict), "\(page.name)")
      }
    }
  }

  @Test("Only errors that a rule corrects are called computed")
  func computed() throws {
    let text = try pages().dropLast().map(\.text).joined()
    let rows = text.split(separator: "\n").filter { $0.contains("computed where the store") }
    let ids = Set(rows.map { $0.dropFirst(2).prefix(3) })
    #expect(ids.count == 19)
    #expect(ids.contains("E30"))
    #expect(!ids.contains("E01"))
  }
}

@Suite("Thresholds of indicators")
struct IndicatorThresholdTests {
  @Test("A level that a page prints is the level of the reading, wherever one is read")
  func agreement() throws {
    let view = MarketView(MemoryStore(), asOf: Instant(startOf: .at(2026, 8, 22)))
    for indicator in Indicators.all {
      if let read = try indicator.reading(view).threshold {
        #expect(read == indicator.threshold, "\(indicator.id)")
      }
      #expect(!indicator.summary.isEmpty && indicator.summary.hasSuffix("."))
      let facts = try FactBase.embedded().facts.map(\.id)
      for word in (indicator.threshold?.source ?? "").split(separator: ", ")
      where word.contains(".F") && word.count == 6 {
        #expect(facts.contains(String(word)), "\(indicator.id): \(word)")
      }
    }
  }
}
