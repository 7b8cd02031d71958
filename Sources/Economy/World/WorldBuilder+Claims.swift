import Quantities

extension WorldBuilder {
  /// Adds a claim that the sheet lacks, with what its issuer gets for it.
  mutating func add(_ claim: ClaimPlan) throws(WorldError) {
    let issuer = try issuer(of: claim)
    let instrument = try addInstrument(claim, claim.name, issuer: issuer)
    switch claim.origin {
    case .replaces(let name): try replace(name, by: instrument, claim, issuer)
    case .owedBy(let debtor, let name): try lend(instrument, claim, issuer, to: debtor, as: name)
    }
  }

  private mutating func issuer(of claim: ClaimPlan) throws(WorldError) -> LedgerAccountID {
    if let account = setup.ledger.account(named: claim.issuer) { return account }
    do throws(LedgerError) {
      return try setup.ledger.addAccount(LedgerAccount(name: claim.issuer, isBank: claim.isBank))
    } catch { throw .ledger(error) }
  }

  private mutating func addInstrument(
    _ claim: ClaimPlan,
    _ name: String,
    issuer: LedgerAccountID
  ) throws(WorldError) -> InstrumentID {
    let units = claim.price * Double(Int64(powerOfTen(claim.priceDecimals)))
    do throws(LedgerError) {
      return try setup.ledger.addInstrument(
        LedgerInstrument(
          name: name,
          form: .claim(issuer: issuer),
          quantityDecimals: claim.quantityDecimals,
          priceDecimals: claim.priceDecimals,
          unit: claim.unit
        ),
        price: Price(Int64(units.rounded(.toNearestOrEven)))
      )
    } catch { throw .ledger(error) }
  }

  /// Holders give up an old claim of the same value for the new one.
  private mutating func replace(
    _ name: String,
    by instrument: InstrumentID,
    _ claim: ClaimPlan,
    _ issuer: LedgerAccountID
  ) throws(WorldError) {
    let old = try setup.instrument(named: name)
    guard case .claim(let debtor) = setup.ledger.description(of: old).form else {
      throw setup.invalid("claims.\(claim.name).replaces", name, "a claim", [])
    }
    let price = setup.price(of: old)
    var batch = LedgerBatch(.opening)
    for holder in claim.holders {
      let account = try setup.account(named: holder.account)
      let given = try setup.amount(holder.quantity * claim.price / price, of: old)
      guard given <= setup.ledger.holding(of: account, in: old) else {
        throw setup.invalid(
          "claims.\(claim.name).holders.\(holder.account)",
          "\(holder.quantity)",
          "at most the \(name) that it holds, \(setup.units(of: old, heldBy: account)) units",
          []
        )
      }
      batch.redeem(old, issuer: debtor, from: account, given)
      batch.issue(
        instrument,
        issuer: issuer,
        to: account,
        try setup.amount(holder.quantity, of: instrument)
      )
    }
    try setup.apply(batch)
  }

  /// The issuer owes its holders what a debtor owes the issuer.
  private mutating func lend(
    _ instrument: InstrumentID,
    _ claim: ClaimPlan,
    _ issuer: LedgerAccountID,
    to debtor: String,
    as name: String
  ) throws(WorldError) {
    let debtor = try setup.account(named: debtor)
    let loan = try addInstrument(claim, name, issuer: debtor)
    setup.priceAlike[loan] = instrument
    var batch = LedgerBatch(.opening)
    for holder in claim.holders {
      let amount = try setup.amount(holder.quantity, of: instrument)
      let account = try setup.account(named: holder.account)
      batch.issue(instrument, issuer: issuer, to: account, amount)
      batch.issue(loan, issuer: debtor, to: issuer, amount)
    }
    try setup.apply(batch)
  }

  /// Which claims each market prices beside its own instrument; without a market a price never changes.
  mutating func priceClaimsAlike() throws(WorldError) {
    for (claim, priced) in setup.priceAlike.sorted(by: { $0.key < $1.key }) {
      guard let place = setup.marketPlaces[setup.ledger.name(of: priced)] else { continue }
      setup.pricedLike[place, default: []].append(claim)
      do throws(LedgerError) {
        try setup.ledger.revalue(claim, to: setup.ledger.price(of: priced))
      } catch { throw .ledger(error) }
    }
  }
}
