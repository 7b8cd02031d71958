import Quantities

extension Ledger {
  /// Checks every invariant on what a batch touched, without a pass over the positions.
  ///
  /// - Complexity: O(postings + sectors).
  func checkTouched(
    by postings: [LedgerPosting],
    kind: LedgerFlowKind
  ) throws(LedgerError) {
    for posting in postings {
      let column = posting.instrument.column
      try checkTotal(of: posting.instrument, held: heldTotals[column], account: posting.account)
      guard posting.side == .asset, instruments[column].form != .derivative else { continue }
      let quantity = positions.quantity(posting.account, posting.instrument)
      guard quantity < 0 else { continue }
      throw violation(
        .holdingsNotNegative,
        account: posting.account,
        instrument: posting.instrument,
        actual: Int128(quantity),
        expected: 0
      )
    }
    for posting in postings {
      let account = posting.account.column
      guard balances[account] != netWorths[account] else { continue }
      throw violation(
        .balanceSheetsBalance,
        account: posting.account,
        instrument: posting.instrument,
        actual: balances[account],
        expected: netWorths[account]
      )
    }
    try checkTotals(
      after: kind,
      instrument: postings.last?.instrument,
      account: postings.last?.account
    )
  }

  /// Checks the sums that need no pass: I4 over all accounts and I7 over one kind of flow.
  func checkTotals(
    after kind: LedgerFlowKind,
    instrument: InstrumentID?,
    account: LedgerAccountID?
  ) throws(LedgerError) {
    let inside = totalBalance - balances[LedgerAccountID.outside.column]
    guard inside == outsideValue else {
      throw violation(
        .netWorthIsOutsideAssets,
        account: account,
        instrument: instrument,
        actual: inside,
        expected: outsideValue
      )
    }
    let unpaired = flowMatrix.total(of: kind)
    guard unpaired == 0 else {
      throw violation(
        .flowsBalance,
        account: account,
        instrument: instrument,
        actual: unpaired,
        expected: 0
      )
    }
  }

  /// Checks I1, I2 or I3 of one instrument against what its holders have.
  func checkTotal(
    of instrument: InstrumentID,
    held: Int128,
    account: LedgerAccountID?
  ) throws(LedgerError) {
    let column = instrument.column
    let invariant: LedgerInvariant
    let expected: Int128
    switch instruments[column].form {
    case .claim:
      invariant = .claimsMatch
      expected = Int128(outstandingUnits[column])
    case .outside:
      invariant = .outsideAssetsConserved
      expected = initialUnits[column] + producedUnits[column] - consumedUnits[column]
    case .derivative:
      invariant = .positionsOffset
      expected = 0
    }
    guard held != expected else { return }
    throw violation(
      invariant,
      account: account,
      instrument: instrument,
      actual: held,
      expected: expected
    )
  }

  /// The error of a broken invariant, with the posting that last touched the instrument.
  func violation(
    _ invariant: LedgerInvariant,
    account: LedgerAccountID?,
    instrument: InstrumentID?,
    actual: Int128,
    expected: Int128
  ) -> LedgerError {
    var posting = "no posting yet"
    if let instrument, let last = lastPostings[instrument.column] {
      let side = last.posting.side == .asset ? "holding" : "liability"
      posting =
        "last posting in batch \(last.batchNumber) (\(last.kind.title)): "
        + "\(name(of: last.posting.account)) \(side) \(last.posting.change.units)"
    }
    return .violated(
      LedgerViolation(
        invariant: invariant,
        account: account.map { name(of: $0) } ?? "any",
        instrument: instrument.map { name(of: $0) } ?? "any",
        posting: posting,
        actual: actual,
        expected: expected
      )
    )
  }
}
