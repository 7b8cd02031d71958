import Quantities

/// A bank's overnight lending: reserves beyond what it wants to keep, offered through its desks.
///
/// It keeps x of its assets, x solving s(x) = EFFR − IORB on ``ReserveDemand``: what the market of reserves
/// says that banks want of them.
struct BankRepoDesk {
  private let terms: LenderDesks
  private let claims: [InstrumentID]
  private let risks: [FigureID]
  private let names: Set<String>
  private let refuses: Bool
  private let followsDemand: Bool
  private let fixedKept: Double
  private let ratios: ClosedRange<Double>
  private let demand = ReserveDemand()

  /// Joins the lenders; nil for a bank that lends to nobody overnight.
  init?(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup,
    followsDemand: Bool,
    refuses: Bool
  ) throws(WorldError) {
    guard !setup.word("borrowers").isEmpty else { return nil }
    var (claims, risks): ([InstrumentID], [FigureID]) = ([], [])
    for name in setup.word("borrowers").split(separator: ",") {
      claims.append(try setup.instrument(named: "repo \(name)"))
      risks.append(setup.figure(named: "default probability \(name)", assumed: 0.05))
    }
    (self.claims, self.risks) = (claims, risks)
    names = ["", plan.name, setup.ledger.name(of: setup.account)]
    terms = LenderDesks(setup)
    fixedKept = setup.number("cash_kept_usd")
    let (low, high) = (setup.number("reserve_ratio_min"), setup.number("reserve_ratio_max"))
    guard low <= high else {
      throw setup.invalid("numbers.reserve_ratio_min", "\(low)", "at most reserve_ratio_max", [])
    }
    ratios = low...high
    self.followsDemand = followsDemand
    self.refuses = refuses
    setup.joinRepoLenders()
  }

  /// Offers what it has or gets back tonight, less what it keeps.
  func offer(
    _ view: ParticipantView,
    _ sheet: BankSheet,
    _ figures: BankFigures,
    owed: Double,
    _ intents: inout IntentList
  ) {
    let lent = claims.reduce(0) { $0 + view.units($1) }
    let spare =
      view.units(sheet.reserves)
      - kept(view, figures, assets: sheet.assets(view, owed: owed))
    // Who follows the demand for reserves calls loans to have them; a fixed sum only limits new ones.
    let cash = max(0, lent + (followsDemand ? spare : max(0, spare)))
    let shock = refuses ? refusal(view) : nil
    var stream = view.stream(1)
    let desks = terms.draw(
      cash: view.amount(cash, of: sheet.reserves),
      outside: view.figure(figures.reserveRate) - terms.balanceSheetCost,
      hasAccess: false,
      refuses: refuses,
      refusingShare: shock?.share ?? 0,
      using: &stream
    )
    intents.add(
      .lendOvernight(RepoOffer(money: sheet.reserves, desks: desks, because: cause(view, shock)))
    )
  }

  /// The reserves that it wants to keep, dollars.
  private func kept(
    _ view: ParticipantView,
    _ figures: BankFigures,
    assets: Double
  ) -> Double {
    guard followsDemand else { return fixedKept }
    let spread = view.figure(figures.effective) - view.figure(figures.reserveRate)
    // At or below the floor of the curve no number of reserves is too many.
    let ratio = demand.ratio(for: spread) ?? ratios.upperBound
    return assets * min(ratios.upperBound, max(ratios.lowerBound, ratio))
  }

  /// The shock that makes its desks refuse, and how many of them.
  private func refusal(_ view: ParticipantView) -> (cause: CauseReference, share: Double)? {
    view.shocksBegun(.lenderRefusal).first {
      names.contains($0.shock.target) && view.clock.day < $0.shock.day + $0.shock.dayCount
    }.map { (.shock($0.place), $0.shock.size) }
  }

  private func cause(
    _ view: ParticipantView,
    _ shock: (cause: CauseReference, share: Double)?
  ) -> CauseReference {
    if let shock { return shock.cause }
    let feared = risks.first { refuses && view.figure($0) > terms.defaultLimit }
    return feared.map { .figure($0) } ?? .decision
  }
}
