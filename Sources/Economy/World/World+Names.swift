extension World {
  /// The names of the spot markets, by place: what a ``CauseEvent`` and a ``WorldDay`` count.
  public var marketNames: [String] { markets.map(\.plan.name) }

  /// Whether news of its own moves a market's value, by place; not so where it is at par, is what an issuer
  /// publishes or follows another market.
  public var marketsDrivenByNews: [Bool] {
    markets.map { if case .news = $0.source { true } else { false } }
  }

  /// The names of the participants, by place.
  public var participantNames: [String] { roster.map(\.name) }

  /// The opening prices of the spot markets, dollars per unit.
  public var openingPrices: [Double] { markets.map(\.plan.price) }

  /// The kinds of the participants, by place.
  public var participantKinds: [String] { roster.map(\.kind) }

  /// The names of all accounts of the ledger.
  public var accountNames: [String] {
    (0..<UInt32(ledger.accountCount)).map { ledger.name(of: LedgerAccountID(index: $0)) }
  }

  /// The places of the markets that dated futures are on, in the order of their bases.
  public var futureMarkets: [Int] { futures.map(\.spot) }

  /// The names of the published figures, by place.
  public var publishedFigures: [String] { figureNames }

  /// The name of the shock that an event is; nil for anything else.
  public func shockName(of event: CauseID) -> String? {
    shockEvents.firstIndex(of: event).map { plan.shocks[$0].name }
  }

  /// The plan of a market, also of one that a participant opened for its claim.
  package func marketPlan(named name: String) -> MarketPlan? {
    markets.first { $0.plan.name == name }?.plan
  }
}
