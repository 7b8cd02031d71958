import Quantities

extension OpeningBalanceSheet {
  /// The ledger with every row posted, its totals and residuals checked, at the start of a step.
  ///
  /// - Throws: ``OpeningSheetError`` naming the row.
  public func ledger() throws(OpeningSheetError) -> Ledger {
    var ledger = Ledger()
    do throws(LedgerError) {
      for account in accounts { _ = try ledger.addAccount(account.account) }
    } catch {
      throw .refused(error)
    }
    var batch = LedgerBatch(.opening)
    for line in lines { try add(line, to: &ledger, batch: &batch) }
    do throws(LedgerError) {
      try ledger.apply(batch)
      try ledger.checkInvariants()
    } catch {
      throw .refused(error)
    }
    try checkTotals(in: ledger)
    try checkResiduals(in: ledger)
    ledger.beginStep()
    return ledger
  }

  private func add(
    _ line: Line,
    to ledger: inout Ledger,
    batch: inout LedgerBatch
  ) throws(OpeningSheetError) {
    var form = line.isDerivative ? LedgerInstrument.Form.derivative : .outside
    if let issuer = line.issuer {
      form = .claim(issuer: try account(issuer, of: line, in: ledger))
    }
    let instrument: InstrumentID
    do throws(LedgerError) {
      instrument = try ledger.addInstrument(
        LedgerInstrument(
          name: line.name,
          family: line.family,
          form: form,
          quantityDecimals: line.quantityDecimals,
          priceDecimals: line.priceDecimals,
          unit: line.unit
        ),
        price: line.price
      )
    } catch {
      throw .refused(error)
    }
    var longs: [(LedgerAccountID, Int64)] = []
    var shorts: [(LedgerAccountID, Int64)] = []
    for holder in line.holders {
      let account = try account(holder.account, of: line, in: ledger)
      switch form {
      case .claim(let issuer):
        batch.issue(instrument, issuer: issuer, to: account, holder.quantity)
      case .outside: batch.produce(instrument, by: account, holder.quantity)
      case .derivative:
        if holder.quantity.units > 0 {
          longs.append((account, holder.quantity.units))
        } else {
          shorts.append((account, -holder.quantity.units))
        }
      }
    }
    guard longs.reduce(0, { $0 + $1.1 }) == shorts.reduce(0, { $0 + $1.1 }) else {
      throw .invalid(
        field: line.name,
        value: "positions that do not sum to zero",
        expected: "as much short as long"
      )
    }
    for pair in PairedAmounts(payers: shorts, receivers: longs) {
      batch.novate(instrument, from: pair.payer, to: pair.receiver, pair.amount)
    }
  }

  private func account(
    _ name: String,
    of line: Line,
    in ledger: Ledger
  ) throws(OpeningSheetError) -> LedgerAccountID {
    guard let account = ledger.account(named: name), account != .outside else {
      throw .invalid(field: line.name, value: name, expected: "an account of the sheet")
    }
    return account
  }

  private func checkTotals(in ledger: Ledger) throws(OpeningSheetError) {
    for total in totals {
      var sum: Int128 = 0
      var isKnown = false
      for line in lines where line.family == total.family {
        guard let instrument = ledger.instrument(named: line.name) else { continue }
        isKnown = true
        for holding in ledger.holdings(in: instrument) where holding.quantity.units > 0 {
          sum += Int128(holding.quantity.units)
        }
      }
      guard isKnown else {
        throw .invalid(field: "totals", value: total.family, expected: "a family of the sheet")
      }
      guard sum == Int128(total.quantity.units) else {
        throw .totalMismatch(
          family: total.family,
          stated: Int128(total.quantity.units),
          sum: sum
        )
      }
    }
  }

  private func checkResiduals(in ledger: Ledger) throws(OpeningSheetError) {
    for residual in residuals {
      guard let account = ledger.account(named: residual.account) else {
        throw .invalid(
          field: "residuals",
          value: residual.account,
          expected: "an account of the sheet"
        )
      }
      guard let value = residual.value else { continue }
      let stated = Int128(value.units) * powerOfTen(LedgerInstrument.valueDecimals - 4)
      guard ledger.netWorth(of: account) == stated else {
        throw .residualMismatch(
          account: residual.account,
          name: residual.name,
          stated: stated,
          sum: ledger.netWorth(of: account)
        )
      }
    }
  }
}
