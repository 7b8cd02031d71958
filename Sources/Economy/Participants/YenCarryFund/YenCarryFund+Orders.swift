import Quantities

extension YenCarryFund {
  /// Sends what brings assets and debt to what is wanted, assets before the debt that they repay.
  mutating func trade(_ view: ParticipantView, _ intents: inout IntentList) {
    let waiting = tradeAssets(view, &intents)
    let price = view.price(yen)
    let debt = view.outstanding(loan)
    let held = view.units(currency)
    if debt < debtTarget - 1 / price {
      let more = view.amount(debtTarget - debt, of: currency)
      intents.add(.borrow(loan: loan, more, from: lender, money: currency))
      return
    }
    // Debt is repaid with what assets bring, so that it falls as they are sold.
    let excess = max(0, debt - debtTarget - waiting / price)
    let repaid = min(held, excess)
    if repaid * price > 0.01 {
      intents.add(
        .repay(loan: loan, view.amount(repaid, of: currency), to: lender, money: currency)
      )
    }
    // Yen that no debt waits for are borrowed ones, to be sold for dollars.
    let bought = excess > 0 ? excess - repaid : -held
    send(bought * price, in: yen, view, &intents)
    let isDone = waiting < 1 && abs(bought) * price < 1
    if isDone { forcedBy = nil }
  }

  /// - Returns: Dollars of assets that are to be sold and are still there.
  private func tradeAssets(_ view: ParticipantView, _ intents: inout IntentList) -> Double {
    var waiting = 0.0
    for leg in legs {
      let gap = leg.gap(view)
      waiting -= min(0, gap)
      send(gap, in: leg.market, view, &intents)
    }
    return waiting
  }

  private func send(
    _ dollars: Double,
    in market: MarketID,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    // Orders sent to a closed market would all arrive at its opening.
    guard abs(dollars) > 1, view.isOpen(market) else { return }
    let share = forcedBy == nil ? terms.chosenShare : terms.forcedShare
    let most = share * view.dailyVolume(market) / Double(view.barsOfSession(market))
    let order = min(most, max(-most, dollars))
    if let forcedBy {
      intents.trade(market, dollars: order, money: money, .forced, because: forcedBy)
    } else {
      intents.trade(market, dollars: order, money: money)
    }
  }

  /// Gives up when nothing is left to sell or to buy yen with: the rest is the lender's loss.
  func writeOff(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.outstanding(loan) * view.price(yen) > 1, lastForce != .decision,
      view.dollars(money) < 1, view.dollars(currency) < 1,
      legs.allSatisfy({ $0.target == 0 && $0.dollars(view) < 1 })
    else { return }
    intents.add(.writeDown(loan, fraction: 1), .forced, because: lastForce)
  }
}
