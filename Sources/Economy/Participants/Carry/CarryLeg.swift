/// One market of the long leg of a carry position, counted in coins.
struct CarryLeg: Sendable {
  let market: MarketID
  private let instrument: InstrumentID
  /// The figure that says how many coins a share stands for; nil for coins.
  private let coinsPerShare: FigureID?
  /// What it opens with; a share stands for one coin then.
  let openingCoins: Double
  /// The share of the long leg.
  private(set) var weight = 0.0

  init(_ market: MarketID, coin: MarketID, _ setup: inout WorldSetup) throws(WorldError) {
    self.market = market
    instrument = try setup.instrument(named: setup.marketPlans[market.index].name)
    openingCoins = setup.units(of: instrument)
    guard market != coin else {
      coinsPerShare = nil
      return
    }
    guard case .claim(let issuer) = setup.ledger.description(of: instrument).form else {
      throw setup.invalid(
        "long_legs",
        setup.marketPlans[market.index].name,
        "shares of a fund or the future's coin",
        []
      )
    }
    coinsPerShare = setup.figure(named: setup.ledger.name(of: issuer) + " coins per share")
  }

  /// Coins that it stands for.
  func coins(_ view: ParticipantView) -> Double {
    view.units(instrument) * (coinsPerShare.map { view.figure($0) } ?? 1)
  }

  /// Weighs legs by what they open with; equally if nothing.
  static func weigh(_ legs: inout [CarryLeg]) {
    let whole = legs.reduce(0) { $0 + $1.openingCoins }
    for place in legs.indices {
      legs[place].weight =
        whole > 0 ? legs[place].openingCoins / whole : 1 / Double(legs.count)
    }
  }
}
