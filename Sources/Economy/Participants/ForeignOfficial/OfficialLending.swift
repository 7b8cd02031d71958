import Quantities

/// What a foreign official institution lends overnight, by the rule of a cash lender.
struct OfficialLending {
  private let outside: OutsideOption
  private let outsideRate: FigureID
  private let desks: OvernightDesks

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    outside = try OutsideOption.choice(setup)
    outsideRate = outside.figure(in: &setup)
    desks = try OvernightDesks(plan, &setup, refuses: setup.isOn(CashLender.kind.mechanisms[0]))
  }

  /// Offers everything that is not kept for something else, what it has lent included.
  func offer(
    _ view: ParticipantView,
    money: InstrumentID,
    kept: Double,
    _ intents: inout IntentList
  ) {
    desks.offer(
      view,
      money: money,
      cash: desks.lent(view) + max(0, view.units(money) - kept),
      outside: outside.rate(view, outsideRate, cost: desks.terms.balanceSheetCost),
      hasAccess: false,
      &intents
    )
  }
}
