import Exchange
import Quantities
import Statistics

extension WorldBuilder {
  /// Opens the spot markets in the order of their names.
  mutating func openMarkets() throws(WorldError) {
    let opening = causes.add(
      CauseEvent(
        parent: .none,
        kind: .opening,
        participant: -1,
        place: -1,
        step: 0,
        notional: 0,
        price: 0,
        logMove: 0
      )
    )
    setup.marketPlans.sort { $0.name < $1.name }
    for (place, market) in setup.marketPlans.enumerated() {
      guard setup.marketPlaces.updateValue(place, forKey: market.name) == nil else {
        throw .invalid(field: "markets", value: market.name, expected: "a name once", known: [])
      }
    }
    for market in setup.marketPlans {
      guard let instrument = setup.ledger.instrument(named: market.name) else {
        throw .invalid(
          field: "markets.\(market.name).name",
          value: market.name,
          expected: "an instrument of the opening sheet, a coin or a participant's claim",
          known: []
        )
      }
      let opened = SpotMarket(
        market,
        instrument: instrument,
        description: setup.ledger.description(of: instrument),
        source: try source(of: market),
        barsPerDay: plan.barsPerDay,
        hasResilience: setup.isOn(.resilience),
        opening: opening
      )
      markets.append(opened)
      guard opened.source != .par else { continue }
      do throws(LedgerError) {
        try setup.ledger.revalue(instrument, to: opened.price)
      } catch { throw .ledger(error) }
    }
    // A follower keeps its distance to what it follows: the constant of ``MarketPlan/ValueRule``.
    for place in markets.indices {
      guard case .market(let followed) = markets[place].source else { continue }
      markets[place].followedLog = markets[followed.index].impact.logMid
    }
  }

  private mutating func source(of market: MarketPlan) throws(WorldError) -> SpotMarket.Source {
    switch market.value {
    case .par: return .par
    case .follows(let name):
      guard let place = setup.marketPlaces[name] else {
        throw .invalid(
          field: "markets.\(market.name).follows",
          value: name,
          expected: "a market of the world",
          known: setup.marketPlaces.keys.sorted()
        )
      }
      return .market(MarketID(index: place))
    case .published(let name):
      return .figure(setup.figure(named: name, opening: market.price))
    case .news(let volatility, let common):
      guard (0...1).contains(common) else {
        throw .invalid(
          field: "markets.\(market.name).common",
          value: "\(common)",
          expected: "a share from 0 to 1",
          known: []
        )
      }
      let days = market.hours == .always ? 365.0 : 252.0
      let bars = days * Double(plan.barsPerDay)
      return .news(barVolatility: volatility / bars.squareRoot(), common: common)
    }
  }

  /// Opens perpetual contracts and dated futures with the positions that participants bring along.
  mutating func openContracts() throws(WorldError) {
    for contract in plan.perpetuals { try open(contract) }
    for place in setup.futureOwners.keys.sorted() { try openFuture(place) }
  }

  private mutating func open(_ contract: PerpetualPlan) throws(WorldError) {
    let name = contract.market
    guard let spot = setup.marketPlaces[name] else {
      throw .invalid(
        field: "perpetuals.\(name).market",
        value: name,
        expected: "a market of the world",
        known: setup.marketPlaces.keys.sorted()
      )
    }
    let instrument = try addDerivative("\(name) swap", like: spot)
    let fund = try addFund(name, contract.insuranceFund)
    let terms = try terms(of: contract, grid: markets[spot].impact.grid)
    var book = PerpetualBook(
      plan: contract,
      spot: spot,
      instrument: instrument,
      fundAccount: fund.account,
      feeAccount: try setup.account(named: "EXC"),
      fundMoney: fund.money,
      market: PerpetualMarket(terms: terms, openingPrice: markets[spot].price),
      premium: PerpetualPremium(
        slope: 0.01 / (contract.premiumDepthShare * markets[spot].plan.dailyVolume),
        resiliencePerSecond: Libm.log(2) / (contract.premiumHalfLifeHours * 3600)
      ),
      halt: contract.breaker.map { TradingHalt($0, logPrice: markets[spot].impact.logMid) }
    )
    for owner in setup.perpetualOwners[spot] ?? [] {
      guard book.owners.count < PerpetualMarket.ownerCountMax else {
        throw .invalid(
          field: "perpetuals.\(name)",
          value: "\(setup.perpetualOwners[spot]?.count ?? 0) owners",
          expected: "at most \(PerpetualMarket.ownerCountMax) participants that trade it",
          known: []
        )
      }
      _ = book.market.addOwner(accountCount: owner.accountCount)
      book.owners.append(owner)
    }
    for brought in setup.brought where brought.market.index == spot {
      guard let owner = book.owner(of: brought.account) else { continue }
      try checkCap(brought.opening.notional, of: book.owners[owner], in: terms)
      let opening = backed(brought, of: book.owners[owner], in: terms)
      do throws(CascadeError) {
        try book.market.openBook(opening, owner: owner, at: markets[spot].price)
      } catch { throw .market(name: name, reason: error.description) }
    }
    try novateOpenings(&book)
    markets[spot].perpetual = perpetuals.count
    perpetuals.append(book)
  }

  /// Positions enter the ledger; gains before the opening were paid before it.
  private mutating func novateOpenings(_ book: inout PerpetualBook) throws(WorldError) {
    let result = book.market.settle(at: markets[book.spot].price)
    var batch = LedgerBatch(.opening)
    for (owner, position) in zip(book.owners, result.ownerPositions) {
      if position > .zero {
        batch.novate(book.instrument, from: residual, to: owner.account, position)
      } else if position < .zero {
        batch.novate(book.instrument, from: owner.account, to: residual, -position)
      }
    }
    try setup.apply(batch)
  }

  private mutating func addFund(
    _ name: String,
    _ dollars: Double
  ) throws(WorldError) -> (account: LedgerAccountID, money: InstrumentID) {
    let money = try setup.instrument(named: "stablecoins")
    let account = try setup.addAccount("insurance fund \(name)", sector: "EXC")
    try setup.move(money, dollars, from: try setup.account(named: "EXC"), to: account)
    return (account, money)
  }

  private mutating func openFuture(_ place: Int) throws(WorldError) {
    let market = markets[place]
    let instrument = try addDerivative("\(market.plan.name) future", like: place)
    let terms = setup.futureTerms[place]
    var book = FutureBook(
      spot: place,
      instrument: instrument,
      basis: DatedBasis(
        financingRate: terms.map { setup.figures[$0.rate.index] / 100 } ?? plan.futureBasis,
        slope: terms == nil ? 0.01 / (plan.futureDepthShare * market.plan.dailyVolume) : 0,
        resiliencePerSecond: Libm.log(2) / (plan.futureHalfLifeDays * 86_400)
      ),
      terms: terms
    )
    book.settledPrice = book.price(spot: market.dollars)
    var batch = LedgerBatch(.opening)
    for brought in setup.broughtFutures where brought.market.index == place {
      if brought.quantity > .zero {
        batch.novate(instrument, from: residual, to: brought.account, brought.quantity)
      } else {
        batch.novate(instrument, from: brought.account, to: residual, -brought.quantity)
      }
    }
    try setup.apply(batch)
    futures.append(book)
    futureHolders.append(setup.futureOwners[place] ?? [])
  }

  private mutating func addDerivative(
    _ name: String,
    like place: Int
  ) throws(WorldError) -> InstrumentID {
    let base = setup.ledger.description(of: markets[place].instrument)
    do throws(LedgerError) {
      return try setup.ledger.addInstrument(
        LedgerInstrument(
          name: name,
          form: .derivative,
          quantityDecimals: base.quantityDecimals,
          priceDecimals: base.priceDecimals,
          unit: base.unit
        ),
        price: Price(0)
      )
    } catch { throw .ledger(error) }
  }
}
