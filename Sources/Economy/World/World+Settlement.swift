import Exchange
import Quantities
import Statistics

extension World {
  /// D3d: pays what every contract gained in the bar, all against the residual provider.
  func settleContracts() throws(WorldError) {
    for contract in perpetuals.indices { try settlePerpetual(contract) }
    for contract in futures.indices {
      try markFuture(
        contract,
        to: futures[contract].price(spot: markets[futures[contract].spot].dollars)
      )
      try deliverFutures(contract)
    }
  }

  private func settlePerpetual(_ contract: Int) throws(WorldError) {
    let mark = markets[perpetuals[contract].spot].price
    let result = perpetuals[contract].market.settle(at: mark)
    let owners = perpetuals[contract].owners
    for (owner, change) in zip(owners, result.ownerChanges) where change != .zero {
      try payMargin(change, to: owner.account, in: owner.money)
    }
    let money = perpetuals[contract].fundMoney
    let fund = perpetuals[contract].fundAccount
    try payMargin(result.insuranceFundChange, to: fund, in: money)
    try payMargin(result.feeChange, to: perpetuals[contract].feeAccount, in: money)
    var batch = LedgerBatch(.trade)
    let instrument = perpetuals[contract].instrument
    for (owner, position) in zip(owners, result.ownerPositions) {
      novate(instrument, owner.account, to: position, adding: &batch)
    }
    try apply(batch)
  }

  private func novate(
    _ instrument: InstrumentID,
    _ account: LedgerAccountID,
    to position: Amount,
    adding batch: inout LedgerBatch
  ) {
    let change = position - ledger.holding(of: account, in: instrument)
    if change > .zero {
      batch.novate(instrument, from: residual, to: account, change)
    } else if change < .zero {
      batch.novate(instrument, from: account, to: residual, -change)
    }
  }

  /// Pays variation margin between an account and the residual provider.
  ///
  /// Whoever cannot pay owes the rest: an unsecured debt, repaid from its next gains.
  func payMargin(
    _ change: Amount,
    to account: LedgerAccountID,
    in money: InstrumentID
  ) throws(WorldError) {
    if change > .zero {
      try replenish(money, change)
      try pay(change, from: residual, to: account, in: money)
    } else if change < .zero {
      try pay(-change, from: account, to: residual, in: money)
    }
  }

  /// Nets a debt the other way, then pays what is there, and owes the rest.
  private func pay(
    _ amount: Amount,
    from payer: LedgerAccountID,
    to receiver: LedgerAccountID,
    in money: InstrumentID
  ) throws(WorldError) {
    var batch = LedgerBatch(.variationMargin)
    var left = amount
    if let debt = unsecuredDebts[receiver] {
      let netted = min(left, ledger.holding(of: payer, in: debt))
      batch.redeem(debt, issuer: receiver, from: payer, netted)
      left -= netted
    }
    let paid = min(left, ledger.holding(of: payer, in: money))
    batch.transfer(money, from: payer, to: receiver, paid)
    left -= paid
    if left > .zero {
      let claim: InstrumentID
      if let debt = unsecuredDebts[payer] {
        claim = debt
      } else {
        claim = try addUnsecuredDebt(of: payer)
      }
      batch.issue(claim, issuer: payer, to: receiver, left)
    }
    try apply(batch)
  }

  private func addUnsecuredDebt(of account: LedgerAccountID) throws(WorldError) -> InstrumentID {
    let name = "unsecured debt of \(ledger.name(of: account))"
    do throws(LedgerError) {
      let claim = try ledger.addInstrument(
        LedgerInstrument(name: name, family: "unsecured debts", form: .claim(issuer: account)),
        price: Price(10_000)
      )
      unsecuredDebts[account] = claim
      return claim
    } catch { throw .ledger(error) }
  }

  /// Lets the residual provider create money at a window if it has too little of one kind.
  func replenish(_ money: InstrumentID, _ amount: Amount) throws(WorldError) {
    let missing = amount - ledger.holding(of: residual, in: money)
    guard missing > .zero else { return }
    for place in facilities.indices
    where facilities[place].claim == money && facilities[place].exchange == .par {
      try create(FacilityID(index: place), missing, by: residual)
    }
  }

  // MARK: - Funding

  /// D3e: the premium of the bar, and every eight hours the payment.
  func payFundingIfDue() throws(WorldError) {
    let perDay = min(3, clock.barsPerDay)
    let isDue = (clock.bar + 1) % (clock.barsPerDay / perDay) == 0
    for contract in perpetuals.indices {
      perpetuals[contract].premium.sample(at: clock.instant)
      perpetuals[contract].premium.elapse(seconds: clock.barSeconds)
      if isDue { try payFunding(contract, eightHours: 3 / perDay) }
    }
    for contract in futures.indices { futures[contract].basis.elapse(seconds: clock.barSeconds) }
  }

  private func payFunding(_ contract: Int, eightHours: Int) throws(WorldError) {
    let rate = perpetuals[contract].premium.endInterval(at: clock.instant)
    perpetuals[contract].lastFundingRate = rate.fraction
    perpetuals[contract].fundingRates.append(rate.fraction)
    let price = markets[perpetuals[contract].spot].price
    do throws(QuantityError) {
      let exact = try Rate(nearest: rate.fraction * Double(eightHours))
      do throws(CascadeError) {
        try perpetuals[contract].market.applyFunding(rate: exact, at: price)
      } catch {
        throw QuantityError.overflow(operation: error.description)
      }
    } catch { throw .market(name: perpetuals[contract].plan.market, reason: "\(error)") }
  }

  // MARK: - Dated futures

  /// Orders of the bar, delivered at the mark once old positions have been settled to it.
  func tradeFuture(_ line: BarOrders.Line, _ place: Int, _ price: Price) throws(WorldError) {
    guard let contract = futures.firstIndex(where: { $0.spot == place }) else { return }
    futures[contract].basis.add(futuresFlow: line.dollars, spotFlow: 0)
    futureOrders.append((contract, line.order.account, line.dollars))
  }

  private func deliverFutures(_ contract: Int) throws(WorldError) {
    guard !futureOrders.isEmpty else { return }
    let market = markets[futures[contract].spot]
    var batch = LedgerBatch(.trade)
    for order in futureOrders where order.contract == contract {
      let coins = abs(order.dollars) / futures[contract].settledPrice * market.unitsPerOne
      let quantity = Amount(Int64(coins.rounded(.down)))
      if order.dollars > 0 {
        batch.novate(futures[contract].instrument, from: residual, to: order.account, quantity)
      } else {
        batch.novate(futures[contract].instrument, from: order.account, to: residual, quantity)
      }
    }
    futureOrders.removeAll { $0.contract == contract }
    try apply(batch)
  }

  /// Pays the change of the mark to every holder.
  private func markFuture(_ contract: Int, to mark: Double) throws(WorldError) {
    let change = mark - futures[contract].settledPrice
    futures[contract].settledPrice = mark
    guard change != 0 else { return }
    let unitsPerOne = markets[futures[contract].spot].unitsPerOne
    for holder in futureHolders[contract] {
      let coins = ledger.holding(of: holder.account, in: futures[contract].instrument)
      guard coins != .zero else { continue }
      let gain = (Double(coins.units) / unitsPerOne * change * 10_000).rounded(.toNearestOrEven)
      try payMargin(Amount(Int64(gain)), to: holder.account, in: holder.money)
    }
  }

  /// D9: positions roll into the new constant maturity; carry is what the day at the basis costs.
  func rollFutures() throws(WorldError) {
    for contract in futures.indices {
      let spot = markets[futures[contract].spot].dollars
      try markFuture(contract, to: futures[contract].price(spot: spot, aged: 1))
      if let rate = futures[contract].terms?.rate {
        futures[contract].basis.financingRate = figures[rate.index] / 100
      }
      futures[contract].settledPrice = futures[contract].price(spot: spot)
      futures[contract].basisHistory.append(futures[contract].basis.annualised)
    }
  }

  /// D9: contracts and cash of every perpetual market are conserved.
  func checkContracts() throws(WorldError) {
    for book in perpetuals {
      let violations = book.market.engine.checkConservation()
      guard violations.isEmpty else {
        throw .market(name: book.plan.market, reason: violations.joined(separator: "; "))
      }
    }
  }
}
