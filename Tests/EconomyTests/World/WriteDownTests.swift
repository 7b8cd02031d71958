import Quantities
import Testing

@testable import Economy

@Suite("Writing a claim down")
struct WriteDownTests {
  /// Owes a quantity that no floating-point number is, and writes all of it down.
  private struct Debtor: Participant {
    static let kind = ParticipantKind(
      id: "debtor",
      summary: "Writes its debt down.",
      systems: [],
      parameters: [],
      stages: [.bar]
    )
    static let owed = Amount((1 << 53) + 3)

    let claim: InstrumentID

    static func declare(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
      let claim = try setup.addClaim("debt", family: "loans")
      var batch = LedgerBatch(.opening)
      let holder = try setup.account(named: "HN")
      batch.issue(claim, issuer: setup.account, to: holder, owed)
      try setup.apply(batch)
    }

    init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
      claim = try setup.instrument(named: "debt")
    }

    mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
      intents.add(.writeDown(claim, fraction: 1))
    }
  }

  @Test("the whole of a debt beyond 2⁵³ units can be written down, and no more than it")
  func whole() throws {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 1)
    plan.participants = [ParticipantPlan("debtor", "debtor")]
    let world = try World(plan, catalogue: ParticipantCatalogue([Debtor.self]), seed: 1, run: 0)
    #expect(try world.quantityOutstanding("debt") == Debtor.owed.units)
    try world.step()
    #expect(try world.quantityOutstanding("debt") == 0)
  }
}
