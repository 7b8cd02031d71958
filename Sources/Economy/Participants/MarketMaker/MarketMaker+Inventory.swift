import Statistics

extension MarketMaker {
  /// Coins beyond the working stock, dollars.
  func inventory(_ view: ParticipantView, _ place: Int) -> Double {
    let market = places[place]
    return (view.units(view.instrument(market)) - targets[place]) * view.price(market)
  }

  /// Takes the other side of a part of the last bar's flow, and unwinds what it has.
  mutating func work(
    _ view: ParticipantView,
    _ place: Int,
    _ willingness: Double,
    _ isNewDay: Bool,
    _ intents: inout IntentList
  ) {
    let market = places[place]
    let total = view.flowToday(market)
    let flow = isNewDay ? 0 : total - flowsSeen[place]
    flowsSeen[place] = isNewDay ? 0 : total
    let excess = inventory(view, place)
    let unwound = excess * (1 - Libm.pow(0.5, view.clock.barDays / rule.unwindHalfLifeDays))
    let room = max(0, 1 - abs(excess) / max(1, rule.inventoryMax * openingEquity))
    let taken = rule.absorbedShare * willingness * room * flow
    intents.trade(market, dollars: -taken - unwound, money: money)
  }
}
