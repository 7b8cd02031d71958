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
  /// - Complexity: O(n log n) in the number of holders: price what a population holds once a step.
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
    let holders = holdings(in: instrument)
    let total = outstandingUnits[instrument.column]
    var gains: [Int128] = []
    gains.reserveCapacity(holders.count)
    for holder in holders {
      guard let after = value(holder.quantity.units, of: instrument, at: price),
        let before = value(holder.quantity.units, of: instrument, at: old)
      else { throw revaluationOverflow(of: instrument, holder: holder.account) }
      gains.append(after - before)
    }
    guard let after = value(total, of: instrument, at: price),
      let before = value(total, of: instrument, at: old)
    else { throw revaluationOverflow(of: instrument, holder: counterpart(of: instrument)) }
    prices[instrument.column] = price
    for (holder, gain) in zip(holders, gains) { book(gain, to: holder.account) }
    if let counterpart = counterpart(of: instrument) {
      book(before - after, to: counterpart)
      if counterpart == .outside { outsideValue += after - before }
    }
    try checkTotals(after: .revaluation, instrument: instrument, account: holders.first?.account)
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
