extension ParticipantView {
  /// What the participant's sector has received today in flows of a kind less what it paid, dollars.
  func received(_ kind: LedgerFlowKind) -> Double {
    let sector = Int(world.ledger.sectorOfAccount[account.column])
    return Double(world.ledger.flowMatrix[kind, sector]) / 1e12
  }
}
