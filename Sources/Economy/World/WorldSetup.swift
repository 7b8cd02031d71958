public import Quantities

/// A world while it is being built: what a participant may add and look up.
public struct WorldSetup: Sendable {
  /// The books.
  public internal(set) var ledger: Ledger
  /// The plan.
  public let plan: WorldPlan
  /// The account of the participant that is being declared or created.
  public internal(set) var account = LedgerAccountID.outside
  var kind: ParticipantKind?
  var participant: ParticipantPlan?
  var marketPlans: [MarketPlan]
  var marketPlaces: [String: Int] = [:]
  var figureNames: [String] = []
  var figurePlaces: [String: Int] = [:]
  var figures: [Double] = []
  /// What the overnight market publishes; nil where nobody lends.
  var repoFigures: RepoFigures?
  var facilities: [Facility] = []
  /// What market makers offer, by market.
  var makers: [Int: [MakerShare]] = [:]
  /// Who trades perpetual contracts and dated futures in which money, by market.
  var perpetualOwners: [Int: [PerpetualBook.Owner]] = [:]
  var futureOwners: [Int: [PerpetualBook.Owner]] = [:]
  /// Claims that have the price of another instrument, which has a market.
  var priceAlike: [InstrumentID: InstrumentID] = [:]
  /// The same by the market's place, once markets are open.
  var pricedLike: [Int: [InstrumentID]] = [:]
  /// Accounts that lend overnight, day by day.
  var lenders: [LedgerAccountID] = []
  /// The participant's place.
  var place: Int32 = -1
  /// Opening positions in perpetuals, in the order of the participants' names.
  var brought: [BroughtPosition] = []
  /// Opening positions in dated futures, in the order of the participants' names.
  var broughtFutures: [BroughtFuture] = []

  init(ledger: Ledger, plan: WorldPlan) {
    self.ledger = ledger
    self.plan = plan
    marketPlans = plan.markets
  }

  // MARK: - The participant's own plan

  /// A number of the plan, or the kind's default.
  public func number(_ name: String) -> Double {
    guard let declaration = kind?.parameters.first(where: { $0.name == name }) else {
      preconditionFailure("\(kind?.id ?? "nobody") does not declare \(name)")
    }
    return participant?.numbers[name] ?? declaration.standard
  }

  /// A name of the plan, or the kind's default.
  public func word(_ name: String) -> String {
    guard let declaration = kind?.words.first(where: { $0.name == name }) else {
      preconditionFailure("\(kind?.id ?? "nobody") does not declare \(name)")
    }
    return participant?.words[name] ?? declaration.standard
  }

  /// Whether a mechanism is on.
  public func isOn(_ mechanism: WorldMechanism) -> Bool { !plan.without.contains(mechanism.id) }

  // MARK: - Looking up

  /// The account of a name.
  public func account(named name: String) throws(WorldError) -> LedgerAccountID {
    guard let account = ledger.account(named: name) else {
      throw invalid("account", name, "an account of the opening sheet or a participant", [])
    }
    return account
  }

  /// The instrument of a name.
  public func instrument(named name: String) throws(WorldError) -> InstrumentID {
    guard let instrument = ledger.instrument(named: name) else {
      throw invalid("instrument", name, "an instrument of the opening sheet or a participant", [])
    }
    return instrument
  }

  /// The market of a name; markets are known once all participants are declared.
  public func market(named name: String) throws(WorldError) -> MarketID {
    guard let place = marketPlaces[name] else {
      throw invalid("market", name, "a market of the world", marketPlaces.keys.sorted())
    }
    return MarketID(index: place)
  }

  /// The markets of a name field that lists them with commas.
  public func markets(inWord name: String) throws(WorldError) -> [MarketID] {
    var found: [MarketID] = []
    for part in word(name).split(separator: ",") {
      found.append(try market(named: String(part.drop { $0 == " " })))
    }
    return found
  }

  /// What the participant holds of an instrument at the opening, in whole units.
  public func units(of instrument: InstrumentID) -> Double {
    let decimals = ledger.description(of: instrument).quantityDecimals
    return Double(ledger.holding(of: account, in: instrument).units)
      / Double(Int64(powerOfTen(decimals)))
  }

  func units(of instrument: InstrumentID, heldBy account: LedgerAccountID) -> Double {
    let decimals = ledger.description(of: instrument).quantityDecimals
    return Double(ledger.holding(of: account, in: instrument).units)
      / Double(Int64(powerOfTen(decimals)))
  }

  /// The figure of a name, zero until someone publishes it.
  public mutating func figure(named name: String, opening: Double? = nil) -> FigureID {
    if let place = figurePlaces[name] {
      if let opening { figures[place] = opening }
      return FigureID(index: place)
    }
    figurePlaces[name] = figureNames.count
    figureNames.append(name)
    figures.append(opening ?? 0)
    return FigureID(index: figureNames.count - 1)
  }

  /// The figure of a name that someone else publishes, at an assumed value while nobody does.
  public mutating func figure(named name: String, assumed value: Double) -> FigureID {
    figurePlaces[name] == nil ? figure(named: name, opening: value) : figure(named: name)
  }

  /// What a figure is before anyone publishes it.
  public mutating func open(_ figure: FigureID, _ value: Double) { figures[figure.index] = value }

  /// The facility that exchanges a claim for an asset.
  public func facility(
    claim: InstrumentID,
    asset: InstrumentID
  ) throws(WorldError) -> FacilityID {
    guard let place = facilities.firstIndex(where: { $0.claim == claim && $0.asset == asset })
    else {
      throw invalid(
        "facility",
        "\(ledger.name(of: claim)) for \(ledger.name(of: asset))",
        "a window that an issuer declares",
        []
      )
    }
    return FacilityID(index: place)
  }

  // MARK: - Adding

  /// Adds a claim on the participant.
  public mutating func addClaim(
    _ name: String,
    family: String,
    price: Double = 1,
    unit: String = "USD"
  ) throws(WorldError) -> InstrumentID {
    let instrument = LedgerInstrument(
      name: name,
      family: family,
      form: .claim(issuer: account),
      unit: unit
    )
    do throws(LedgerError) {
      return try ledger.addInstrument(
        instrument,
        price: Price(Int64((price * 10_000).rounded(.toNearestOrEven)))
      )
    } catch { throw .ledger(error) }
  }

  /// Adds a claim on the participant in the units of an instrument, always at its price: a debt in yen.
  public mutating func addClaim(
    _ name: String,
    family: String,
    in instrument: InstrumentID
  ) throws(WorldError) -> InstrumentID {
    let unit = ledger.description(of: instrument)
    let claim = LedgerInstrument(
      name: name,
      family: family,
      form: .claim(issuer: account),
      quantityDecimals: unit.quantityDecimals,
      priceDecimals: unit.priceDecimals,
      unit: unit.unit
    )
    do throws(LedgerError) {
      let id = try ledger.addInstrument(claim, price: ledger.price(of: instrument))
      priceAlike[id] = instrument
      return id
    } catch { throw .ledger(error) }
  }

  /// The ledger's price of an instrument, dollars per unit.
  func price(of instrument: InstrumentID) -> Double {
    let decimals = ledger.description(of: instrument).priceDecimals
    return Double(ledger.price(of: instrument).units) / Double(Int64(powerOfTen(decimals)))
  }

  /// Adds an account of one's own beside the participant's: a vehicle, a fund.
  public mutating func addAccount(
    _ name: String,
    sector: String
  ) throws(WorldError) -> LedgerAccountID {
    do throws(LedgerError) {
      return try ledger.addAccount(LedgerAccount(name: name, sector: sector))
    } catch { throw .ledger(error) }
  }

  /// Adds a spot market for a claim or asset.
  public mutating func addMarket(_ plan: MarketPlan) {
    marketPlans.append(plan)
  }

  /// Opens a window for a claim on the participant.
  public mutating func addFacility(
    claim: InstrumentID,
    asset: InstrumentID,
    exchange: Facility.Exchange,
    terms: FacilityTerms = FacilityTerms()
  ) -> FacilityID {
    facilities.append(
      Facility(issuer: account, claim: claim, asset: asset, exchange: exchange, terms: terms)
    )
    return FacilityID(index: facilities.count - 1)
  }

  /// Issues a claim on the participant to an account at the opening.
  public mutating func issue(
    _ claim: InstrumentID,
    _ units: Double,
    to holder: LedgerAccountID
  ) throws(WorldError) {
    var batch = LedgerBatch(.opening)
    batch.issue(claim, issuer: account, to: holder, try amount(units, of: claim))
    try apply(batch)
  }

  /// Moves an asset between accounts at the opening.
  public mutating func move(
    _ instrument: InstrumentID,
    _ units: Double,
    from source: LedgerAccountID,
    to target: LedgerAccountID
  ) throws(WorldError) {
    var batch = LedgerBatch(.opening)
    batch.transfer(instrument, from: source, to: target, try amount(units, of: instrument))
    try apply(batch)
  }

  /// Registers the participant as an owner of a perpetual contract whose margin it keeps in a money.
  public mutating func joinPerpetual(_ market: MarketID, margin money: InstrumentID) {
    perpetualOwners[market.index, default: []].append(
      PerpetualBook.Owner(account: account, participant: place, money: money)
    )
  }

  /// Registers the participant as a holder of a dated future whose margin it pays in a money.
  public mutating func joinFuture(_ market: MarketID, margin money: InstrumentID) {
    futureOwners[market.index, default: []].append(
      PerpetualBook.Owner(account: account, participant: place, money: money)
    )
  }

  /// Registers the participant as a market maker with a share of a market's depth in calm.
  ///
  /// - Returns: The figure in which it publishes which part of it it offers, from 0 to 1.
  public mutating func addMaker(_ market: MarketID, share: Double) -> FigureID {
    let figure = figure(
      named: "depth \(marketPlans[market.index].name) \(ledger.name(of: account))",
      opening: 1
    )
    makers[market.index, default: []].append(MakerShare(figure: figure, share: share))
    return figure
  }

  /// Registers the participant as a lender in the overnight market: its debts mature every settlement.
  public mutating func joinRepoLenders() {
    lenders.append(account)
    if repoFigures == nil { repoFigures = RepoFigures(in: &self) }
  }

  /// Opens perpetual positions that the participant brings along.
  public mutating func bring(_ opening: PerpetualOpening, to market: MarketID) {
    brought.append(BroughtPosition(account: account, market: market, opening: opening))
  }

  /// Opens a position in a dated future that the participant brings along, in signed coins.
  ///
  /// - Throws: ``WorldError`` if the position exceeds 64 bits.
  public mutating func bringFuture(_ market: MarketID, coins: Double) throws(WorldError) {
    let instrument = try instrument(named: marketPlans[market.index].name)
    broughtFutures.append(
      BroughtFuture(
        account: account,
        market: market,
        quantity: try amount(coins, of: instrument)
      )
    )
  }

  /// The smallest quantity of whole units.
  public func amount(
    _ units: Double,
    of instrument: InstrumentID
  ) throws(WorldError) -> Amount {
    let decimals = ledger.description(of: instrument).quantityDecimals
    let scaled = (units * Double(Int64(powerOfTen(decimals)))).rounded(.toNearestOrEven)
    guard let exact = Int64(exactly: scaled) else {
      throw invalid(
        "quantity of \(ledger.name(of: instrument))",
        "\(units)",
        "a quantity of 64 bits",
        []
      )
    }
    return Amount(exact)
  }

  mutating func apply(_ batch: LedgerBatch) throws(WorldError) {
    do throws(LedgerError) { try ledger.apply(batch) } catch { throw .ledger(error) }
  }

  /// The error of a field of the participant's plan.
  public func invalid(
    _ field: String,
    _ value: String,
    _ expected: String,
    _ known: [String]
  ) -> WorldError {
    let owner = participant.map { "participants.\($0.name)." } ?? ""
    return .invalid(field: owner + field, value: value, expected: expected, known: known)
  }
}
