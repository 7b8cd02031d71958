import Quantities

/// What a foreign official institution lends overnight, by the rule of a cash lender.
struct OfficialLending {
  private let claims: [InstrumentID]
  private let risks: [FigureID]
  private let outside: OutsideOption
  private let outsideRate: FigureID
  private let names: Set<String>
  private let refuses: Bool
  private let terms: LenderDesks

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    outside = try OutsideOption.choice(setup)
    outsideRate = outside.figure(in: &setup)
    var (claims, risks): ([InstrumentID], [FigureID]) = ([], [])
    for name in setup.word("borrowers").split(separator: ",") {
      claims.append(try setup.instrument(named: "repo \(name)"))
      risks.append(setup.figure(named: "default probability \(name)", assumed: 0.05))
    }
    (self.claims, self.risks) = (claims, risks)
    names = ["", plan.name, setup.ledger.name(of: setup.account)]
    refuses = setup.isOn(CashLender.kind.mechanisms[0])
    terms = LenderDesks(setup)
  }

  /// Offers everything that is not kept for something else, what it has lent included.
  func offer(
    _ view: ParticipantView,
    money: InstrumentID,
    kept: Double,
    _ intents: inout IntentList
  ) {
    let lent = claims.reduce(0) { $0 + view.units($1) }
    let cash = lent + max(0, view.units(money) - kept)
    let shock = refuses ? refusal(view) : nil
    var stream = view.stream(1)
    let desks = terms.draw(
      cash: view.amount(cash, of: money),
      outside: outside.rate(view, outsideRate, cost: terms.balanceSheetCost),
      hasAccess: false,
      refuses: refuses,
      refusingShare: shock?.share ?? 0,
      using: &stream
    )
    let feared = risks.first { refuses && view.figure($0) > terms.defaultLimit }
    let cause = shock?.cause ?? feared.map { .figure($0) } ?? .decision
    intents.add(.lendOvernight(RepoOffer(money: money, desks: desks, because: cause)))
  }

  private func refusal(
    _ view: ParticipantView
  ) -> (cause: CauseReference, share: Double)? {
    view.shocksBegun(.lenderRefusal).first {
      names.contains($0.shock.target) && view.clock.day < $0.shock.day + $0.shock.dayCount
    }.map { (.shock($0.place), $0.shock.size) }
  }
}
