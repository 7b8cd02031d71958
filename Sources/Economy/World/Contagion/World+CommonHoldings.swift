import Quantities

extension World {
  /// The common holdings of everyone who owes callable debt, as they stand now.
  ///
  /// - Complexity: O(accounts · instruments).
  public func commonHoldings() -> CommonHoldings {
    let priced = markets.indices.filter { markets[$0].plan.dailyVolume > 0 }
    var holders: [CommonHoldings.Holder] = []
    var insolvent: [String] = []
    for index in 0..<ledger.accountCount {
      let account = LedgerAccountID(index: UInt32(index))
      let holdings = priced.map { max(0, value(of: markets[$0].instrument, heldBy: account)) }
      let debt = callableDebt(of: account)
      guard debt > 0, holdings.contains(where: { $0 > 0 }) else { continue }
      let equity = Double(ledger.netWorth(of: account)) / 1e12
      guard equity > 0 else {
        insolvent.append(ledger.name(of: account))
        continue
      }
      holders.append(
        .init(name: ledger.name(of: account), equity: equity, debt: debt, holdings: holdings)
      )
    }
    return CommonHoldings(
      markets: priced.map { markets[$0].plan.name },
      depths: priced.map {
        let plan = markets[$0].plan
        return plan.dailyVolume / (plan.prefactor * plan.dailyVolatility)
      },
      holders: holders.sorted { $0.name < $1.name },
      insolvent: insolvent.sorted()
    )
  }

  /// What lenders can call of an account, less what it can call itself, dollars.
  private func callableDebt(of account: LedgerAccountID) -> Double {
    let sheet = ledger.balanceSheet(of: account)
    func sum(_ entries: [LedgerBalanceSheet.Entry]) -> Double {
      entries.reduce(0) {
        CommonHoldings.callableFamilies.contains($1.family) ? $0 + Double($1.value) / 1e12 : $0
      }
    }
    return sum(sheet.liabilities) - sum(sheet.assets)
  }

  private func value(of instrument: InstrumentID, heldBy account: LedgerAccountID) -> Double {
    let description = ledger.description(of: instrument)
    let scale = powerOfTen(description.quantityDecimals + description.priceDecimals)
    let held = Double(ledger.holding(of: account, in: instrument).units)
    return held * Double(ledger.price(of: instrument).units) / Double(Int64(scale))
  }
}
