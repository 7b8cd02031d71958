import Quantities

/// Desks that lend overnight for an account: whose debt they hold, whom they fear, and what they offer.
///
/// Money funds, banks and foreign officials differ in the cash that they offer and in what it earns elsewhere; they
/// refuse alike. Source: `model.md` §3.17.
struct OvernightDesks {
  private let claims: [InstrumentID]
  private let risks: [FigureID]
  private let names: Set<String>
  private let refuses: Bool
  let terms: LenderDesks

  /// Looks up the debts of the account's borrowers.
  init(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup,
    refuses: Bool
  ) throws(WorldError) {
    var (claims, risks): ([InstrumentID], [FigureID]) = ([], [])
    for word in setup.word("borrowers").split(separator: ",") {
      let name = word.drop { $0 == " " }
      claims.append(try setup.instrument(named: "repo \(name)"))
      risks.append(setup.figure(named: "default probability \(name)", assumed: 0.05))
    }
    (self.claims, self.risks) = (claims, risks)
    names = ["", plan.name, setup.ledger.name(of: setup.account)]
    self.refuses = refuses
    terms = LenderDesks(setup)
  }

  /// What borrowers owe, dollars.
  func lent(_ view: ParticipantView) -> Double { claims.reduce(0) { $0 + view.units($1) } }

  /// Offers cash through the desks, at least at what it earns elsewhere, percent a year.
  func offer(
    _ view: ParticipantView,
    money: InstrumentID,
    cash: Double,
    outside: Double,
    hasAccess: Bool,
    _ intents: inout IntentList
  ) {
    let shock = refuses ? refusal(view) : nil
    var stream = view.stream(1)
    let desks = terms.draw(
      cash: view.amount(cash, of: money),
      outside: outside,
      hasAccess: hasAccess,
      refuses: refuses,
      refusingShare: shock?.share ?? 0,
      using: &stream
    )
    intents.add(.lendOvernight(RepoOffer(money: money, desks: desks, because: cause(view, shock))))
  }

  /// The shock that makes its desks refuse, and how many of them.
  private func refusal(_ view: ParticipantView) -> (cause: CauseReference, share: Double)? {
    view.shocksBegun(.lenderRefusal).first {
      names.contains($0.shock.target) && view.clock.day < $0.shock.day + $0.shock.dayCount
    }.map { (.shock($0.place), $0.shock.size) }
  }

  /// Why it refuses: a shock, or a borrower whom a typical desk does not trust any more.
  private func cause(
    _ view: ParticipantView,
    _ shock: (cause: CauseReference, share: Double)?
  ) -> CauseReference {
    if let shock { return shock.cause }
    let feared = risks.first { refuses && view.figure($0) > terms.defaultLimit }
    return feared.map { .figure($0) } ?? .decision
  }
}
