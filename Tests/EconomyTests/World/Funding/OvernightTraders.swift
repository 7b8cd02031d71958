import Quantities

@testable import Economy

/// Offers all its cash overnight through one desk.
struct OvernightLender: Participant {
  static let kind = ParticipantKind(
    id: "overnight_lender",
    summary: "Lends overnight.",
    systems: [],
    parameters: [
      ParameterDeclaration("cash_usd", 1e9, in: 0...1e13, "what it offers", basis: "test"),
      ParameterDeclaration("rate_percent", 3.9, in: 0...100, "what it asks", basis: "test"),
      ParameterDeclaration("default_limit", 1, in: 0...1, "above it, it refuses", basis: "test"),
      ParameterDeclaration("last_day", 1e6, in: 0...1e6, "when it stops", basis: "test"),
    ],
    words: [WordDeclaration("money", "deposits", "what it lends")],
    stages: [.settlement]
  )

  let money: InstrumentID
  let numbers: [Double]

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    money = try setup.instrument(named: setup.word("money"))
    numbers = Self.kind.parameters.map { setup.number($0.name) }
    setup.joinRepoLenders()
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let isDone = Double(view.clock.day) > numbers[3]
    let desk = RepoLender(
      cash: isDone ? .zero : view.amount(numbers[0], of: money),
      outsideOption: numbers[1],
      defaultProbabilityLimit: numbers[2]
    )
    intents.add(.lendOvernight(RepoOffer(money: money, desks: [desk])))
  }
}

/// Wants the same debt every night and spends nothing of it, or a part at once.
struct OvernightBorrower: Participant {
  static let kind = ParticipantKind(
    id: "overnight_borrower",
    summary: "Borrows overnight.",
    systems: [],
    parameters: [
      ParameterDeclaration("demand_usd", 1e9, in: 0...1e13, "its debt", basis: "test"),
      ParameterDeclaration("maximum_rate_percent", 5, in: 0...100, "the most", basis: "test"),
      ParameterDeclaration("default_probability", 0, in: 0...1, "its risk", basis: "test"),
      ParameterDeclaration("is_eligible", 0, in: 0...1, "for the facility", basis: "test"),
      ParameterDeclaration("spent_share", 0, in: 0...1, "of its money", basis: "test"),
    ],
    stages: [.settlement, .settled]
  )

  let money: InstrumentID
  let claim: InstrumentID
  let standing: InstrumentID
  let receiver: LedgerAccountID
  let numbers: [Double]

  static func declare(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    _ = try setup.addClaim("repo of \(plan.name)", family: "repo")
    _ = try setup.addClaim("facility repo of \(plan.name)", family: "repo")
  }

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    money = try setup.instrument(named: "deposits")
    claim = try setup.instrument(named: "repo of \(plan.name)")
    standing = try setup.instrument(named: "facility repo of \(plan.name)")
    receiver = try setup.account(named: "HN")
    numbers = Self.kind.parameters.map { setup.number($0.name) }
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.stage == .settlement else {
      let spent = view.amount(numbers[4] * view.units(money), of: money)
      intents.add(.transfer(money, spent, to: receiver, as: .payment))
      return
    }
    let desk = RepoBorrower(
      demand: view.amount(numbers[0], of: money),
      maximumRate: numbers[1],
      defaultProbability: numbers[2],
      isStandingFacilityEligible: numbers[3] > 0
    )
    intents.add(
      .borrowOvernight(
        RepoNeed(claim: claim, standingClaim: standing, money: money, desks: [desk])
      )
    )
  }
}
