import Quantities

extension ParticipantView {
  /// Who holds a claim on the participant and how much, in whole units: a debtor knows its creditors.
  ///
  /// - Precondition: The participant's account owes the claim.
  public func creditors(
    of claim: InstrumentID
  ) -> [(account: LedgerAccountID, units: Double)] {
    precondition(world.issuer(of: claim) == account, "only a debtor sees who holds its claim")
    return world.ledger.holdings(in: claim).map {
      ($0.account, Double($0.quantity.units) / unitsPerOne(claim))
    }
  }
}
