import Quantities

extension WorldBuilder {
  /// Posts an exchange of the opening sheet.
  ///
  /// - Throws: ``WorldError`` naming the place and the field, or the side that holds too little.
  mutating func adjust(_ change: SheetAdjustment, place: Int) throws(WorldError) {
    let field = "sheet[\(place)]"
    guard change.dollars.isFinite, change.dollars >= 0 else {
      throw setup.invalid("\(field).dollars", "\(change.dollars)", "0 or more dollars", [])
    }
    let account = try setup.account(named: change.account)
    let counterparty = try setup.account(named: change.counterparty)
    var batch = LedgerBatch(.opening)
    if account == counterparty {
      try turn(change, of: account, field: field, in: &batch)
    } else {
      try hand(
        change.instrument,
        change.dollars,
        from: counterparty,
        to: account,
        field: field,
        in: &batch
      )
      try hand(
        change.payment,
        change.dollars,
        from: account,
        to: counterparty,
        field: field,
        in: &batch
      )
    }
    try setup.apply(batch)
  }

  /// One side of an exchange: a debtor's own claim is issued or cancelled, anything else changes hands.
  private func hand(
    _ name: String,
    _ dollars: Double,
    from giver: LedgerAccountID,
    to taker: LedgerAccountID,
    field: String,
    in batch: inout LedgerBatch
  ) throws(WorldError) {
    let instrument = try parInstrument(name, field: field)
    let amount = try setup.amount(dollars, of: instrument)
    if case .claim(let issuer) = setup.ledger.description(of: instrument).form {
      if issuer == giver {
        batch.issue(instrument, issuer: issuer, to: taker, amount)
        return
      }
      try requireHeld(amount, of: instrument, by: giver, field: field)
      if issuer == taker {
        batch.redeem(instrument, issuer: issuer, from: giver, amount)
        return
      }
    } else {
      try requireHeld(amount, of: instrument, by: giver, field: field)
    }
    batch.transfer(instrument, from: giver, to: taker, amount)
  }

  /// An account turns one outside asset into another.
  private func turn(
    _ change: SheetAdjustment,
    of account: LedgerAccountID,
    field: String,
    in batch: inout LedgerBatch
  ) throws(WorldError) {
    let made = try parInstrument(change.instrument, field: field)
    let used = try parInstrument(change.payment, field: field)
    for instrument in [made, used]
    where setup.ledger.description(of: instrument).form != .outside {
      throw setup.invalid(
        field,
        setup.ledger.name(of: instrument),
        "an outside asset: an account turns nothing else into another",
        []
      )
    }
    let amount = try setup.amount(change.dollars, of: used)
    try requireHeld(amount, of: used, by: account, field: field)
    batch.consume(used, by: account, amount)
    batch.produce(made, by: account, try setup.amount(change.dollars, of: made))
  }

  private func parInstrument(
    _ name: String,
    field: String
  ) throws(WorldError) -> InstrumentID {
    let instrument = try setup.instrument(named: name)
    guard setup.ledger.description(of: instrument).form != .derivative,
      setup.price(of: instrument) == 1
    else {
      throw setup.invalid(field, name, "a claim or asset at one dollar a unit", [])
    }
    return instrument
  }

  private func requireHeld(
    _ amount: Amount,
    of instrument: InstrumentID,
    by account: LedgerAccountID,
    field: String
  ) throws(WorldError) {
    guard amount <= setup.ledger.holding(of: account, in: instrument) else {
      let name = setup.ledger.name(of: instrument)
      throw setup.invalid(
        field,
        "\(Double(amount.units) / 10_000) dollars of \(name) from \(setup.ledger.name(of: account))",
        "at most the \(setup.units(of: instrument, heldBy: account)) that it holds",
        []
      )
    }
  }

  /// Sets the figures of the plan, whoever publishes them later.
  mutating func openFigures() {
    for (name, value) in plan.openingFigures.sorted(by: { $0.key < $1.key }) {
      _ = setup.figure(named: name, opening: value)
    }
  }
}
