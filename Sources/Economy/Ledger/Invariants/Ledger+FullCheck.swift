import Quantities

extension Ledger {
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
}
