import Quantities

extension Venue {
  /// Closes what the fund keeps wherever the book pays at least its entry value.
  ///
  /// The cause is whatever moved the price last: the book came back to the entry by it.
  ///
  /// - Returns: Whether anything traded.
  /// - Throws: ``ClearingError`` if a posting fails.
  mutating func unwindFund() throws(ClearingError) -> Bool {
    var hasTraded = false
    let fund = SystemAccount.insuranceFund
    for number in state.markets.indices where !state.markets[number].isSettled {
      let contract = ContractID(number)
      let position = state.house.position(of: fund, contract: contract)
      guard !position.isFlat,
        let limit = bankruptcyTicks(of: position.size, value: position.entryValue, contract)
      else { continue }
      let side: OrderSide = position.size.units > 0 ? .sell : .buy
      guard let best = books[number].book.bestPrice(of: side.opposite),
        side == .sell ? best >= limit : best <= limit
      else { continue }
      let asset = state.market(contract).settlementAsset
      let before = state.house.wallet(of: fund, asset: asset)
      let fill = trade(
        side,
        lots: abs(state.lots(of: fund, contract, .net)),
        limit: limit,
        contract: contract,
        account: fund,
        slot: .net
      )
      if let fault = state.fault { throw fault }
      guard fill.lots > 0 else { continue }
      try record(
        .takeoverClose,
        parent: currentCause(),
        Target(account: fund, contract: contract, slot: .net),
        side: side,
        fill: fill,
        bankruptcy: limit,
        fundDelta: state.house.wallet(of: fund, asset: asset) - before,
        movesPrice: true
      )
      refreshMarks()
      hasTraded = true
    }
    return hasTraded
  }
}
