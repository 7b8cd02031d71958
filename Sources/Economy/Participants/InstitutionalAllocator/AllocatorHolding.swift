/// One asset of an allocator: how much of it there should be, and what is being traded.
struct AllocatorHolding: Sendable {
  let market: MarketID
  let instrument: InstrumentID
  let isCrypto: Bool
  /// Capital per dollar of it.
  let charge: Double
  /// Its strategic share of the assets.
  var weight = 0.0
  /// Whether the mandate has cut it this quarter.
  var isCut = false
  /// Units that the mandate still wants sold, over how many sessions, and what forced it.
  var cutUnits = 0.0
  var cutSessions = 0
  var cutCause = CauseReference.decision
  /// Dollars of rebalancing left, over how many sessions.
  var rebalancing = 0.0
  var rebalancingSessions = 0
  /// What each bar of the session trades: dollars at will, and units forced by a cause.
  var voluntaryPerBar = 0.0
  var forced: [(unitsPerBar: Double, cause: CauseReference)] = []

  init(
    _ market: MarketID,
    isCrypto: Bool,
    charge: Double,
    _ setup: WorldSetup
  ) throws(WorldError) {
    self.market = market
    self.isCrypto = isCrypto
    self.charge = charge
    instrument = try setup.instrument(named: setup.marketPlans[market.index].name)
  }

  /// Dollars of it.
  func value(_ view: ParticipantView) -> Double { view.units(instrument) * view.price(market) }

  /// Whether the session has anything to trade.
  var isIdle: Bool { voluntaryPerBar == 0 && forced.isEmpty }
}
