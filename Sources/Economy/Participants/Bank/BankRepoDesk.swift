import Quantities

/// A bank's overnight lending: reserves beyond what it wants to keep, offered through its desks.
///
/// It keeps x of its assets, x solving s(x) = r − cost − IORB on ``ReserveDemand``: reserves until the last
/// one is worth what it would earn in the market. r is SOFR smoothed over days, EFFR before any trade.
struct BankRepoDesk {
  private let terms: LenderDesks
  private let claims: [InstrumentID]
  private let risks: [FigureID]
  private let names: Set<String>
  private let refuses: Bool
  private let followsDemand: Bool
  private let fixedKept: Double
  private let ratios: ClosedRange<Double>
  private let speed: Double
  private let demand = ReserveDemand()
  private var rate: Double?

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
    speed = setup.number("reserve_speed_per_day")
    self.followsDemand = followsDemand
    self.refuses = refuses
    setup.joinRepoLenders()
  }

  /// Offers what it has or gets back tonight, less what it keeps.
  mutating func offer(
    _ view: ParticipantView,
    _ sheet: BankSheet,
    _ figures: BankFigures,
    owed: Double,
    _ intents: inout IntentList
  ) {
    let lent = claims.reduce(0) { $0 + view.units($1) }
    let kept = kept(view, figures, assets: sheet.assets(view, owed: owed))
    let cash = max(0, lent + max(0, view.units(sheet.reserves) - kept))
    let shock = refuses ? refusal(view) : nil
    var stream = view.stream(1)
    let desks = terms.draw(
      cash: view.amount(min(cash, lent + view.units(sheet.reserves)), of: sheet.reserves),
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
  private mutating func kept(
    _ view: ParticipantView,
    _ figures: BankFigures,
    assets: Double
  ) -> Double {
    guard followsDemand else { return fixedKept }
    let secured = view.figure(figures.secured)
    let today = secured > 0 ? secured : view.figure(figures.effective)
    let smooth = rate.map { $0 + speed * (today - $0) } ?? today
    rate = smooth
    let spread = smooth - terms.balanceSheetCost - view.figure(figures.reserveRate)
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
