import Quantities

extension ForeignBank {
  /// Sells bonds for what no source has met.
  func sell(_ view: ParticipantView, _ start: Opening, _ intents: inout IntentList) {
    let missing = target(start) - money.total(view)
    guard sells, isMissing(missing, start) else { return }
    let held = view.units(view.instrument(market)) * view.price(market)
    intents.trade(
      market,
      dollars: -min(missing, held),
      money: money.deposits,
      .forced,
      because: cause
    )
  }

  /// Publishes sales of bonds and draws on onshore dollars since the last settlement, USD billion a day.
  mutating func publishBackflow(
    _ view: ParticipantView,
    _ start: Opening,
    _ intents: inout IntentList
  ) {
    let bonds = view.units(view.instrument(market))
    let dollars = money.total(view)
    let now = OnshorePosition(
      day: view.clock.day,
      dollars: dollars,
      bonds: bonds,
      paidInterest: paidInterest
    )
    let before =
      last
      ?? OnshorePosition(
        day: view.clock.day - 1,
        dollars: dollars,
        bonds: bonds,
        paidInterest: paidInterest
      )
    last = now
    let sold = max(0, before.bonds - bonds) * view.price(market)
    // Interest is a cost and not a draw.
    let cost = paidInterest - before.paidInterest
    let left = before.dollars - cost - dollars
    let drawn = isMissing(left, start) ? left : 0
    let days = Double(max(1, view.clock.day - before.day))
    let backflow = (sold + drawn) / 1e9 / days
    intents.publish(figures.backflow, backflow, because: backflow > 0 ? cause : .decision)
  }
}
