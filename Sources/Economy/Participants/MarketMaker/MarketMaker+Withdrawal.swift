import Statistics

extension MarketMaker {
  mutating func frighten(
    _ view: ParticipantView,
    _ place: Int,
    _ move: Double,
    _ hasDrawdown: Bool
  ) {
    let market = places[place]
    let volatility = view.dailyVolatility(market) * view.clock.barDays.squareRoot()
    let isJump = abs(move) > rule.jumpSigmas * volatility
    let isDislocated = abs(view.premium(market)) > rule.premiumLimit
    if isJump || isDislocated || hasDrawdown { switches[place].trip(isFailure: false) }
    guard abs(move) > rule.failureSigmas * volatility else { return }
    var stream = view.stream(UInt32(place))
    if stream.nextEvent(probability: rule.failureProbability) {
      switches[place].trip(isFailure: true)
    }
  }

  /// Publishes what it offers; a withdrawal carries the move that caused it.
  mutating func publish(
    _ view: ParticipantView,
    _ place: Int,
    _ offered: Double,
    _ move: Double,
    _ intents: inout IntentList
  ) {
    guard offered != published[place] else { return }
    let isWithdrawal = offered < 0.5 * published[place]
    published[place] = offered
    intents.publish(
      figures[place],
      offered,
      because: isWithdrawal ? cause(view, places[place], isFall: move <= 0) : .decision
    )
  }

  private func cause(_ view: ParticipantView, _ market: MarketID, isFall: Bool) -> CauseReference {
    isFall ? .fall(market, to: view.price(market)) : .rise(market, to: view.price(market))
  }

  /// Sells what is left and stays away for thirty days; then what it has is its new capital.
  mutating func leaveIfRuined(
    _ view: ParticipantView,
    _ equity: Double,
    _ intents: inout IntentList
  ) {
    if exitDaysLeft > 0 {
      exitDaysLeft -= view.clock.barDays
      guard exitDaysLeft <= 0 else { return }
      exitDaysLeft = 0
      openingEquity = max(0, equity)
    }
    guard openingEquity > 0, equity < rule.ruinShare * openingEquity else { return }
    exitDaysLeft = rule.exitDays
    for place in places.indices {
      let excess = inventory(view, place)
      intents.trade(
        places[place],
        dollars: -excess,
        money: money,
        .forced,
        because: cause(view, places[place], isFall: excess > 0)
      )
    }
  }
}
