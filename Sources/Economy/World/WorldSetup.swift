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
  var facilities: [Facility] = []
  /// Opening positions in perpetuals, in the order of the participants' names.
  var openings: [PerpetualOpening] = []

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

  /// Adds an account of one's own beside the participant's: a vehicle, a fund.
  public mutating func addAccount(_ name: String, sector: String) throws(WorldError) -> LedgerAccountID {
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

  /// Opens a perpetual position that the participant brings along.
  ///
  /// - Parameters:
  ///   - market: The spot market's name.
  ///   - notional: Dollars, negative for a short.
  ///   - leverage: Notional over margin.
  ///   - entryPremium: ln of the median entry price over the opening price.
  ///   - entrySpread: The standard deviation of ln entry prices.
  public mutating func openPerpetual(
    _ market: MarketID,
    notional: Double,
    leverage: Double,
    entryPremium: Double = 0,
    entrySpread: Double = 0
  ) {
    openings.append(
      PerpetualOpening(
        account: account,
        market: market,
        notional: notional,
        leverage: leverage,
        entryPremium: entryPremium,
        entrySpread: entrySpread
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
      throw invalid("quantity of \(ledger.name(of: instrument))", "\(units)", "a quantity of 64 bits", [])
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
