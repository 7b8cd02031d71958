import Quantities

/// What an exchange operator owes and where its customers reach it, found by the operator's name.
struct ExchangeClaims: Sendable {
  let balances: InstrumentID
  let custody: InstrumentID
  let money: InstrumentID
  let coin: InstrumentID
  let market: MarketID
  let balanceWindow: FacilityID
  let custodyWindow: FacilityID
  /// What was stolen so far, dollars when it was.
  let loss: FigureID
  /// The part of the last loss that nothing covers yet, dollars.
  let hole: FigureID
  /// Own funds over own funds and hole.
  let confidence: FigureID
  /// Fees of a day, dollars.
  let fees: FigureID

  /// Finds the claims on a declared operator.
  init(
    of name: String,
    market: String,
    money: String,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    balances = try setup.instrument(named: "balances \(name)")
    custody = try setup.instrument(named: "custody \(name)")
    self.money = try setup.instrument(named: money)
    coin = try setup.instrument(named: market)
    self.market = try setup.market(named: market)
    balanceWindow = try setup.facility(claim: balances, asset: self.money)
    custodyWindow = try setup.facility(claim: custody, asset: coin)
    loss = setup.figure(named: "loss of \(name)")
    hole = setup.figure(named: "hole of \(name)")
    confidence = setup.figure(named: "confidence in \(name)")
    fees = setup.figure(named: "fees of \(name)")
  }

  /// Adds an operator's claims, its windows, and the market that prices coins in custody.
  static func declare(
    _ name: String,
    market: String,
    money: String,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let coin = try setup.instrument(named: market)
    let balances = try setup.addClaim("balances \(name)", family: "exchange balances")
    guard let plan = setup.plan.markets.first(where: { $0.name == market }) else {
      throw setup.invalid("market", market, "a market of the plan", setup.plan.markets.map(\.name))
    }
    let description = setup.ledger.description(of: coin)
    let custody: InstrumentID
    do throws(LedgerError) {
      custody = try setup.ledger.addInstrument(
        LedgerInstrument(
          name: "custody \(name)",
          family: "exchange custody",
          form: .claim(issuer: setup.account),
          quantityDecimals: description.quantityDecimals,
          priceDecimals: description.priceDecimals,
          unit: description.unit
        ),
        price: setup.ledger.price(of: coin)
      )
    } catch { throw .ledger(error) }
    // Nobody trades here: the market only keeps the claim at the coin's price.
    setup.addMarket(
      MarketPlan(
        "custody \(name)",
        price: plan.price,
        value: .follows(market: market),
        dailyVolume: plan.dailyVolume,
        dailyVolatility: plan.dailyVolatility
      )
    )
    let money = try setup.instrument(named: money)
    _ = setup.addFacility(claim: balances, asset: money, exchange: .par)
    _ = setup.addFacility(claim: custody, asset: coin, exchange: .par)
    _ = setup.figure(named: "confidence in \(name)", opening: 1)
  }

  /// What customers are owed, dollars.
  func owed(_ view: ParticipantView) -> Double {
    view.outstanding(balances) + view.outstanding(custody) * view.price(market)
  }
}
