import Quantities

extension World {
  /// Creates claims at a window as far as the customer can pay and the issuer offers.
  func create(
    _ id: FacilityID,
    _ claims: Amount,
    by customer: LedgerAccountID
  ) throws(WorldError) {
    let facility = facilities[id.index]
    let offered = facility.terms.creationCapacity - facility.createdToday
    var units = min(claims, offered)
    let held = available(facility.asset, to: customer)
    var given = assets(for: units, facility, .up)
    if given > held {
      units = self.claims(for: held, facility)
      given = min(held, assets(for: units, facility, .up))
    }
    guard units > .zero, given > .zero else { return }
    var batch = LedgerBatch(.lending)
    batch.transfer(facility.asset, from: customer, to: facility.issuer, given)
    batch.issue(facility.claim, issuer: facility.issuer, to: customer, units)
    try apply(batch)
    facilities[id.index].createdToday += units
  }

  /// Redeems claims at a window as far as the issuer holds what it must give; the parent is the event
  /// that forces it, if one does.
  func redeem(
    _ id: FacilityID,
    _ claims: Amount,
    by customer: LedgerAccountID,
    parent: CauseID
  ) throws(WorldError) {
    let facility = facilities[id.index]
    let wanted = min(claims, available(facility.claim, to: customer))
    guard wanted > .zero else { return }
    if parent != .none { facilities[id.index].lastCause = parent }
    var units = min(wanted, max(.zero, facility.terms.redemptionCapacity - facility.redeemedToday))
    let held = available(facility.asset, to: facility.issuer)
    var given = assets(for: units, facility, .down)
    if given > held {
      units = min(units, self.claims(for: held, facility))
      given = min(held, assets(for: units, facility, .down))
    }
    facilities[id.index].refusedToday += wanted - units
    guard units > .zero, given > .zero else { return }
    let fee = Int64((Double(given.units) * facility.terms.redemptionFee).rounded(.up))
    var batch = LedgerBatch(.lending)
    batch.redeem(facility.claim, issuer: facility.issuer, from: customer, units)
    batch.transfer(facility.asset, from: facility.issuer, to: customer, given - Amount(fee))
    try apply(batch)
    facilities[id.index].redeemedToday += units
  }

  /// What a number of claims is exchanged for; roundings stay with the issuer.
  private func assets(
    for claims: Amount,
    _ facility: Facility,
    _ rounding: Rounding
  ) -> Amount {
    switch facility.exchange {
    case .par: return claims
    case .proRata:
      let pool = ledger.holding(of: facility.issuer, in: facility.asset)
      let outstanding = ledger.outstanding(facility.claim)
      guard outstanding > .zero else { return claims }
      let product = Int128(claims.units) * Int128(pool.units)
      return Amount(
        Int64(product.divided(by: Int128(outstanding.units), rounding: rounding))
      )
    }
  }

  /// The number of claims that an amount is exchanged for, rounded down.
  private func claims(for assets: Amount, _ facility: Facility) -> Amount {
    switch facility.exchange {
    case .par: return assets
    case .proRata:
      let pool = ledger.holding(of: facility.issuer, in: facility.asset)
      let outstanding = ledger.outstanding(facility.claim)
      guard pool > .zero else { return .zero }
      let product = Int128(assets.units) * Int128(outstanding.units)
      return Amount(Int64(product.divided(by: Int128(pool.units), rounding: .down)))
    }
  }
}
