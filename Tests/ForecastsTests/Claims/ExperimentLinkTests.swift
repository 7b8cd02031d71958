import Forecasts
import Observatory
import Quantities
import Testing

@Suite("Claims and the experiments that ask them")
struct ExperimentLinkTests {
  private func assessment(
    of id: String,
    _ outcomes: [String: Bool]
  ) throws -> ClaimAssessment {
    let base = try FactBase.embedded()
    let entries = outcomes.keys.sorted().map { name in
      SystemRegistries.ExperimentEntry(
        id: name,
        text: name,
        systems: ["M0.1"],
        hasControl: true,
        coversWhole: true,
        isReproduced: outcomes[name]
      )
    }
    let view = MarketView(MemoryStore(), asOf: Instant(startOf: .at(2026, 8, 22)))
    return try ClaimExaminer(base, experiments: entries).assessment(of: base.claim(id), view)
  }

  @Test("A claim about what a mechanism does has the verdict of the experiments that ask it")
  func settled() throws {
    let refuted = try assessment(of: "S1.C18", ["M1.11-floor": false])
    #expect(refuted.verdict == .contradicted)
    #expect(refuted.evidence[0].kind == .experiment && refuted.evidence[0].number?.value == 0)
    #expect(refuted.evidence[0].text.contains("M1.11-floor not reproduced"))
    #expect(try assessment(of: "S1.C18", ["M1.11-floor": true]).verdict == .supported)
    let both = ["M0.3-collapse": false, "M0.3-varcycle": true]
    #expect(try assessment(of: "S0.C47", both).verdict == .mixed)
  }

  @Test("Without a result of every experiment it stays open")
  func waiting() throws {
    #expect(try assessment(of: "S1.C18", [:]).verdict == .undecided)
    #expect(try assessment(of: "S0.C28", ["M0.8-floor": false]).verdict == .undecided)
  }

  @Test(
    "A claim about the world stays open whatever an experiment shows to be possible",
    arguments: [true, false]
  )
  func world(isReproduced: Bool) throws {
    let found = try assessment(
      of: "S0.C07",
      ["M0.2-world": isReproduced, "M0.2-readings": isReproduced]
    )
    #expect(found.verdict == .undecided)
    let text = try #require(found.evidence.first { $0.kind == .experiment }).text
    #expect(text.contains("M0.2-world \(isReproduced ? "" : "not ")reproduced"))
    #expect(text.contains("not what happened"))
  }

  @Test("A claim whose experiment nobody has built says so")
  func absent() throws {
    let found = try assessment(of: "S4.C07", ["M4.1-run": true])
    #expect(found.verdict == .undecided)
    #expect(
      found.evidence.contains { $0.text.hasSuffix("No experiment of the program asks this yet.") }
    )
  }
}
