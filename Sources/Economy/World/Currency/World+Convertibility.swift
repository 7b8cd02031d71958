import Exchange
import Quantities
import Statistics

extension World {
  /// Lets a currency board exchange what keeps its market in the band, after the bar's orders.
  ///
  /// Banks are the residual provider: it brings dollars for currency at the strong edge, and currency for
  /// dollars at the weak one. Both legs and the balance are one batch of whole lots.
  func keepBand(_ place: Int) throws(WorldError) {
    guard let undertaking = undertakings[place] else { return }
    let mid = markets[place].impact.logMid
    let isStrong = mid > undertaking.highestLog
    guard isStrong || mid < undertaking.lowestLog else { return }
    let edge = isStrong ? undertaking.highestLog : undertaking.lowestLog
    let crossing =
      isStrong
      ? markets[place].crossings.cause(ofRiseTo: edge)
      : markets[place].crossings.cause(ofFallTo: edge)
    // Only whole lots are exchanged: one more than the mid needs.
    let lot = CurrencyBoard.lot(at: isStrong ? undertaking.strongEdge : undertaking.weakEdge)
    let wanted = dollars(bringing: place, to: edge) + Amount(lot)
    let exchange = try exchange(wanted, undertaking, isStrong: isStrong)
    interventions.append(
      CurrencyIntervention(
        market: MarketID(index: place),
        day: clock.day,
        bar: clock.bar,
        dollars: exchange.dollars,
        local: exchange.local,
        unmet: wanted - exchange.dollars.magnitude
      )
    )
    guard exchange.dollars != .zero else { return }
    try post(exchange, undertaking)
    // Currency sold is a sale in the market of the currency.
    let flow = -Double(exchange.dollars.units) / 10_000
    _ = markets[place].impact.clear(flow)
    let event = enter(
      .forcedOrder,
      parent: crossing,
      participant: undertaking.participant,
      place: Int32(place),
      notional: flow,
      price: markets[place].dollars
    )
    recordMark(event, place)
    tally.add(
      flow,
      tag: .policy,
      market: place,
      participant: Int(undertaking.participant)
    )
    markets[place].flowToday += flow
    markets[place].volumeToday += abs(flow)
  }

  /// The least dollars, in 10⁻⁴, whose exchange brings a market's mid back to a log price.
  private func dollars(bringing place: Int, to edge: Double) -> Amount {
    let impact = markets[place].impact
    let side: Double = impact.logMid > edge ? -1 : 1
    func isInside(_ size: Double) -> Bool {
      side * (impact.logMid(after: side * size) - edge) >= 0
    }
    var (low, high) = (0.0, 1.0)
    while !isInside(high), high < 1e14 { (low, high) = (high, 2 * high) }
    while high - low > 0.000_05 {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      if isInside(middle) { high = middle } else { low = middle }
    }
    return Amount(Int64((high * 10_000).rounded(.up)))
  }

  /// What the board and the residual provider can exchange of some dollars.
  private func exchange(
    _ wanted: Amount,
    _ undertaking: ConvertibilityUndertaking,
    isStrong: Bool
  ) throws(WorldError) -> CurrencyBoard.Conversion {
    let provider = LedgerSettlement.Party(residual, in: residualMoney(for: undertaking.money))
    let board = LedgerSettlement.Party(undertaking.board, in: undertaking.money)
    do throws(ModelError) {
      var books = try CurrencyBoard(
        strongEdge: undertaking.strongEdge,
        weakEdge: undertaking.weakEdge,
        aggregateBalance: available(undertaking.balance, to: undertaking.bank),
        dollars: isStrong
          ? available(undertaking.money, to: undertaking.board) : payable(from: board, to: provider)
      )
      guard !isStrong else {
        return try books.buyDollars(min(wanted, payable(from: provider, to: board)))
      }
      let held = Int128(available(undertaking.currency, to: residual).units)
      let most =
        held * Int128(CurrencyBoard.priceStepsPerOne) / Int128(undertaking.weakEdge.units)
      return try books.sellDollars(min(wanted, Amount(Int64(most))))
    } catch {
      throw .market(name: ledger.name(of: undertaking.currency), reason: "\(error)")
    }
  }

  /// Posts dollars, currency and balance of an exchange.
  private func post(
    _ exchange: CurrencyBoard.Conversion,
    _ undertaking: ConvertibilityUndertaking
  ) throws(WorldError) {
    let provider = LedgerSettlement.Party(residual, in: residualMoney(for: undertaking.money))
    let board = LedgerSettlement.Party(undertaking.board, in: undertaking.money)
    let local = exchange.local.magnitude
    var batch = LedgerBatch(.trade)
    if exchange.dollars > .zero {
      try addPayment(exchange.dollars, from: provider, to: board, adding: &batch)
      batch.issue(
        undertaking.balance,
        issuer: undertaking.board,
        to: undertaking.bank,
        local
      )
      batch.issue(undertaking.currency, issuer: undertaking.bank, to: residual, local)
    } else {
      try addPayment(-exchange.dollars, from: board, to: provider, adding: &batch)
      batch.redeem(
        undertaking.balance,
        issuer: undertaking.board,
        from: undertaking.bank,
        local
      )
      batch.redeem(undertaking.currency, issuer: undertaking.bank, from: residual, local)
    }
    try apply(batch)
  }
}
