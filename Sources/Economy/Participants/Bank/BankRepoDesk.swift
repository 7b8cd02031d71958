import Quantities

/// A bank's overnight lending: reserves beyond what it wants to keep, offered through its desks.
///
/// It keeps x of its assets, x solving s(x) = EFFR − IORB on ``ReserveDemand``: what the market of reserves
/// says that banks want of them.
struct BankRepoDesk {
  private let desks: OvernightDesks
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
    desks = try OvernightDesks(plan, &setup, refuses: refuses)
    fixedKept = setup.number("cash_kept_usd")
    let (low, high) = (setup.number("reserve_ratio_min"), setup.number("reserve_ratio_max"))
    guard low <= high else {
      throw setup.invalid("numbers.reserve_ratio_min", "\(low)", "at most reserve_ratio_max", [])
    }
    ratios = low...high
    self.followsDemand = followsDemand
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
    let spare =
      view.units(sheet.reserves)
      - kept(view, figures, assets: sheet.assets(view, owed: owed))
    // Who follows the demand for reserves calls loans to have them; a fixed sum only limits new ones.
    let cash = max(0, desks.lent(view) + (followsDemand ? spare : max(0, spare)))
    desks.offer(
      view,
      money: sheet.reserves,
      cash: cash,
      outside: view.figure(figures.reserveRate) - desks.terms.balanceSheetCost,
      hasAccess: false,
      &intents
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
}
