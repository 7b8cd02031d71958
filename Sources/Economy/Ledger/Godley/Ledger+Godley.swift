import Quantities

extension Ledger {
  /// Begins a step: flows so far are closed, and stocks are remembered to be explained by the next.
  ///
  /// Call it after ``checkInvariants()`` of the step before.
  ///
  /// - Complexity: O(positions + instruments).
  public mutating func beginStep() {
    stocksAtStart = stocks()
    flowMatrix.clear()
    flows.removeAll(keepingCapacity: true)
  }

  /// The balance sheets of all sectors at the current prices: instruments in rows, sectors in columns.
  ///
  /// Assets are positive, liabilities negative, and the last row is minus the net worth that the
  /// flows have left; the outside owes every outside asset. So every row and every column sums to
  /// zero, and a column that does not is a sector whose stocks are not explained by its flows.
  public func balanceSheetMatrix() -> GodleyTable {
    let stocks = stocks()
    var rows: [GodleyTable.Row] = []
    for (family, name) in families.enumerated() {
      rows.append(
        GodleyTable.Row(name: name, cells: sectors.indices.map { stocks[family, $0] })
      )
    }
    var worth = [Int128](repeating: 0, count: sectors.count)
    for (account, sector) in sectorOfAccount.enumerated() {
      worth[Int(sector)] -= netWorths[account]
    }
    rows.append(GodleyTable.Row(name: "net worth", cells: worth))
    return GodleyTable(title: "Balance sheets", columns: sectors, rows: rows)
  }

  /// The flows since the step began: kinds of flow, then changes of stocks, in rows.
  ///
  /// A kind's row is what each sector received less what it paid. A stock's row, "Δ" and the family,
  /// is minus its change: what the receipts were used for. Every row and every column sums to zero.
  public func flowMatrixTable() -> GodleyTable {
    var rows: [GodleyTable.Row] = []
    for kind in LedgerFlowKind.allCases {
      let cells = sectors.indices.map { flowMatrix[kind, $0] }
      rows.append(GodleyTable.Row(name: kind.title, cells: cells))
    }
    let now = stocks()
    for (family, name) in families.enumerated() {
      let cells = sectors.indices.map { stocksAtStart[family, $0] - now[family, $0] }
      rows.append(GodleyTable.Row(name: "Δ \(name)", cells: cells))
    }
    return GodleyTable(title: "Flows of the step", columns: sectors, rows: rows)
  }

  /// One account's balance sheet: assets and liabilities by family, and its net worth (I6).
  public func balanceSheet(of account: LedgerAccountID) -> LedgerBalanceSheet {
    var assets = [Int128](repeating: 0, count: families.count)
    var liabilities = [Int128](repeating: 0, count: families.count)
    for holding in holdings(of: account) {
      let column = holding.instrument.column
      assets[Int(familyOfInstrument[column])] +=
        Int128(holding.quantity.units) * unitValue(of: column)
    }
    for column in instruments.indices
    where counterpart(of: InstrumentID(index: UInt32(column))) == account {
      liabilities[Int(familyOfInstrument[column])] +=
        Int128(outstandingUnits[column]) * unitValue(of: column)
    }
    return LedgerBalanceSheet(
      account: name(of: account),
      assets: entries(assets),
      liabilities: entries(liabilities),
      netWorth: netWorths[account.column]
    )
  }

  private func unitValue(of column: Int) -> Int128 {
    Int128(prices[column].units) * Int128(valueMultipliers[column])
  }

  private func entries(_ values: [Int128]) -> [LedgerBalanceSheet.Entry] {
    zip(families, values).compactMap { family, value in
      value == 0 ? nil : LedgerBalanceSheet.Entry(family: family, value: value)
    }
  }
}
