import Exchange
import Statistics

extension World {
  /// The event behind what a participant names as its reason; a root of its own if it is a decision.
  func event(
    behind reference: CauseReference
  ) -> CauseID {
    switch reference {
    case .decision: .none
    case .shock(let place): shockEvents[place]
    case .fall(let market, let price):
      markets[market.index].crossings.cause(ofFallTo: Libm.log(max(0, price)))
    case .rise(let market, let price):
      markets[market.index].crossings.cause(ofRiseTo: Libm.log(max(0, price)))
    case .figure(let figure): cause(of: figure)
    case .event(let event): event
    }
  }

  /// The event that last changed a figure; an announcement of its own if nothing made it.
  private func cause(of figure: FigureID) -> CauseID {
    if figureCauses[figure.index] == .none {
      figureCauses[figure.index] = enter(.announcement, place: Int32(figure.index))
    }
    return figureCauses[figure.index]
  }

  /// Enters an event of the present bar.
  func enter(
    _ kind: CauseKind,
    parent: CauseID = .none,
    participant: Int32 = -1,
    place: Int32 = -1,
    notional: Double = 0,
    price: Double = 0,
    logMove: Double = 0
  ) -> CauseID {
    causes.add(
      CauseEvent(
        parent: parent,
        kind: kind,
        participant: participant,
        place: place,
        step: Int32(clock.step),
        notional: notional,
        price: price,
        logMove: logMove
      )
    )
  }
}
