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
  private func checkTotal(
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

  /// Recomputes every sum from the positions: the end of a step.
  ///
  /// - Throws: ``LedgerError/violated(_:)`` naming the account, the instrument and the last posting.
  /// - Complexity: O(positions + accounts + instruments).
  public func checkInvariants() throws(LedgerError) {
    var held = [Int128](repeating: 0, count: instrumentCount)
    var worth = [Int128](repeating: 0, count: accountCount)
    for row in 0..<positions.count {
      let instrument = Int(positions.instruments[row])
      let units = Int128(positions.quantities[row])
      held[instrument] += units
      worth[Int(positions.accounts[row])] +=
        units * Int128(prices[instrument].units) * Int128(valueMultipliers[instrument])
      guard units < 0, instruments[instrument].form != .derivative else { continue }
      throw violation(
        .holdingsNotNegative,
        account: LedgerAccountID(index: positions.accounts[row]),
        instrument: InstrumentID(index: positions.instruments[row]),
        actual: units,
        expected: 0
      )
    }
    var outside: Int128 = 0
    for column in 0..<instrumentCount {
      let id = InstrumentID(index: UInt32(column))
      let unitValue = Int128(prices[column].units) * Int128(valueMultipliers[column])
      if let issuer = counterpart(of: id) {
        worth[issuer.column] -= Int128(outstandingUnits[column]) * unitValue
      }
      if instruments[column].form == .outside {
        outside +=
          (initialUnits[column] + producedUnits[column] - consumedUnits[column]) * unitValue
      }
    }
    for column in 0..<instrumentCount {
      let id = InstrumentID(index: UInt32(column))
      let suspect = holdings(in: id).first {
        worth[$0.account.column] != balances[$0.account.column]
      }
      try checkTotal(
        of: id,
        held: held[column],
        account: suspect?.account ?? lastPostings[column]?.posting.account
      )
    }
    try checkNetWorths(worth, outside: outside)
    try checkFlows()
  }

  private func checkNetWorths(_ worth: [Int128], outside: Int128) throws(LedgerError) {
    var total: Int128 = 0
    for account in 0..<accountCount {
      if account != LedgerAccountID.outside.column { total += netWorths[account] }
      guard worth[account] != netWorths[account] || worth[account] != balances[account] else {
        continue
      }
      let id = LedgerAccountID(index: UInt32(account))
      throw violation(
        .balanceSheetsBalance,
        account: id,
        instrument: lastInstrument(of: id),
        actual: worth[account],
        expected: netWorths[account]
      )
    }
    guard total != outside else { return }
    throw violation(
      .netWorthIsOutsideAssets,
      account: nil,
      instrument: nil,
      actual: total,
      expected: outside
    )
  }

  /// I7: each kind of flow sums to zero over sectors, and each sector's flows explain its stocks.
  private func checkFlows() throws(LedgerError) {
    for kind in LedgerFlowKind.allCases {
      let total = flowMatrix.total(of: kind)
      guard total != 0 else { continue }
      let flow = flows.last { $0.kind == kind }
      throw violation(
        .flowsBalance,
        account: flow?.receiver,
        instrument: flow?.instrument,
        actual: total,
        expected: 0
      )
    }
    let stocks = stocks()
    for sector in sectors.indices {
      let change = stocks.total(ofSector: sector) - stocksAtStart.total(ofSector: sector)
      let explained = flowMatrix.total(ofSector: sector)
      guard change != explained else { continue }
      let account = sectorOfAccount.firstIndex(of: UInt16(sector)) ?? 0
      let id = LedgerAccountID(index: UInt32(account))
      throw violation(
        .flowsBalance,
        account: id,
        instrument: lastInstrument(of: id),
        actual: explained,
        expected: change
      )
    }
  }

  private func lastInstrument(of account: LedgerAccountID) -> InstrumentID? {
    flows.last { $0.payer == account || $0.receiver == account }?.instrument
      ?? holdings(of: account).first?.instrument
  }

  private func violation(
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
