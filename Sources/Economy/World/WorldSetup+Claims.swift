import Quantities

extension WorldSetup {
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

  /// Adds a spot market for a claim or asset; one of the same name in the scenario takes its place.
  public mutating func addMarket(_ plan: MarketPlan) {
    guard !self.plan.markets.contains(where: { $0.name == plan.name }) else { return }
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
}
