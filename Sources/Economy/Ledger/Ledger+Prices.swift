public import Quantities

extension Ledger {
  /// Sets the price of an instrument; holders and issuer gain and lose the same.
  ///
  /// For a derivative the price is what one unit gained since its last settlement, of either sign.
  ///
  /// - Parameters:
  ///   - instrument: What is priced.
  ///   - price: Dollars per unit in the instrument's price decimals; not negative but for a derivative.
  /// - Throws: ``LedgerError`` with nothing changed.
  /// - Complexity: O(n) in the number of holders: price what a population holds once a step.
  public mutating func revalue(
    _ instrument: InstrumentID,
    to price: Price
  ) throws(LedgerError) {
    guard instrument.column < instrumentCount else {
      throw .instrumentUnknown(index: instrument.index)
    }
    let isDerivative = instruments[instrument.column].form == .derivative
    guard price.units >= 0 || isDerivative else {
      throw .actUnsuitable(
        posting: "price of \(name(of: instrument))",
        expected: "a price that is not negative"
      )
    }
    let old = prices[instrument.column]
    let valuation = valuation(of: instrument)
    let rows = positions.unorderedRows(of: instrument)
    var gains: [Int128] = []
    gains.reserveCapacity(rows.count)
    for row in rows {
      guard let after = valuation.value(positions.quantities[row], at: price),
        let before = valuation.value(positions.quantities[row], at: old)
      else {
        let holder = LedgerAccountID(index: positions.accounts[row])
        throw revaluationOverflow(of: instrument, holder: holder)
      }
      gains.append(after - before)
    }
    let total = outstandingUnits[instrument.column]
    guard let after = valuation.value(total, at: price),
      let before = valuation.value(total, at: old)
    else { throw revaluationOverflow(of: instrument, holder: counterpart(of: instrument)) }
    prices[instrument.column] = price
    for (row, gain) in zip(rows, gains) {
      book(gain, to: LedgerAccountID(index: positions.accounts[row]))
    }
    if let counterpart = counterpart(of: instrument) {
      book(before - after, to: counterpart)
      if counterpart == .outside { outsideValue += after - before }
    }
    try checkTotals(after: .revaluation, instrument: instrument, account: nil)
  }

  private mutating func book(_ gain: Int128, to account: LedgerAccountID) {
    balances[account.column] += gain
    netWorths[account.column] += gain
    totalBalance += gain
    flowMatrix[.revaluation, Int(sectorOfAccount[account.column])] += gain
  }

  private func revaluationOverflow(
    of instrument: InstrumentID,
    holder: LedgerAccountID?
  ) -> LedgerError {
    .overflow(
      account: holder.map { name(of: $0) } ?? "nobody",
      instrument: name(of: instrument),
      posting: "revaluation after batch \(batchCount)"
    )
  }
}
