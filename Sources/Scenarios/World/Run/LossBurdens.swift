import Economy

/// Who bore the losses of liquidated positions that neither collateral nor insurance fund covered.
///
/// All values are dollars over the whole run, read from the events of the causal forest.
public struct LossBurdens: Hashable, Sendable {
  /// Positions that auto-deleveraging closed, by place of the market.
  public private(set) var deleveragedByMarket: [Double]
  /// Losses taken back from realised profits, by place of the market.
  public private(set) var socialisedByMarket: [Double]
  /// Positions that auto-deleveraging closed, by place of the participant that held them.
  public private(set) var deleveragedByParticipant: [Double]
  /// Losses taken back from realised profits, by place of the participant that had them.
  public private(set) var socialisedByParticipant: [Double]

  init(of world: World) {
    let markets = Array(repeating: 0.0, count: world.marketNames.count)
    let participants = Array(repeating: 0.0, count: world.participantNames.count)
    deleveragedByMarket = markets
    socialisedByMarket = markets
    deleveragedByParticipant = participants
    socialisedByParticipant = participants
    for event in world.causes.events where event.place >= 0 {
      let market = Int(event.place)
      let participant = Int(event.participant)
      let dollars = abs(event.notional)
      switch event.kind {
      case .autoDeleveraging:
        deleveragedByMarket[market] += dollars
        if participant >= 0 { deleveragedByParticipant[participant] += dollars }
      case .socialisation:
        socialisedByMarket[market] += dollars
        if participant >= 0 { socialisedByParticipant[participant] += dollars }
      default: break
      }
    }
  }
}
