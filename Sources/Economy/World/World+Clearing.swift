import Exchange
import Quantities
import Statistics

extension World {
  /// D3c, D3d: clears one market's orders of the bar, liquidates, and posts every fill.
  func clear(_ place: Int, news: Double) throws(WorldError) {
    var orders = collect(place)
    let newsEvent = enterNews(news, place)
    let pressing = enterOrders(&orders, place)
    try checkReach(place, news: news, pressing: pressing)
    let before: Double
    let after: Double
    if let contract = markets[place].perpetual {
      setLiquidationRange(contract, place)
      let outcome = perpetuals[contract].market.clear(
        newsLogReturn: news,
        orders: pressing,
        in: &markets[place].impact
      )
      before = outcome.logMidBeforeOrders
      after = outcome.logMidAfterOrders
      enterMarks(news: newsEvent, pressing, place, contract, outcome)
      perpetuals[contract].holdsLiquidations = stopsLiquidations(contract, place)
      if isContractHalted(place), !isHalted(place) {
        keepWaiting { $0.market == place && isHeld($0) }
      }
    } else {
      markets[place].impact.moveValue(by: news)
      before = markets[place].impact.logMid
      recordMark(newsEvent, place)
      for order in pressing {
        _ = markets[place].impact.clear(order.volume)
        recordMark(CauseID(index: order.label), place)
      }
      after = markets[place].impact.logMid
    }
    try settle(orders, place, average: average(before, after, place))
    let net = orders.net
    markets[place].flowToday += net
    try keepBand(place)
    try checkReach(place, volume: 0, within: World.logMoves)
  }

  /// The log price at which a bar's orders settle: the mean of its ends, at the edge where a board stands there.
  func average(_ before: Double, _ after: Double, _ place: Int) -> Double {
    let mean = 0.5 * (before + after)
    guard let undertaking = undertakings[place] else { return mean }
    let band = undertaking.lowestLog...undertaking.highestLog
    // A market that opens the bar outside has a board that could not keep it.
    guard band.contains(before) else { return mean }
    return min(max(mean, band.lowerBound), band.upperBound)
  }

  /// Ends the run before exact arithmetic does: a price far from its opening means nothing.
  private func checkReach(
    _ place: Int,
    volume: Double,
    news: Double = 0,
    within moves: ClosedRange<Double>
  ) throws(WorldError) {
    let opening = Libm.log(markets[place].plan.price)
    let move = markets[place].impact.logMid(after: volume) + news - opening
    guard moves.contains(move) else {
      throw .market(
        name: markets[place].plan.name,
        reason:
          "a bar's orders move the price to e^\(move) times its opening: the plan is explosive"
      )
    }
  }

  /// Checks what a bar's orders can do, and what they and every position together can.
  private func checkReach(
    _ place: Int,
    news: Double,
    pressing: [CascadeOrder]
  ) throws(WorldError) {
    let net = pressing.reduce(0) { $0 + $1.volume }
    try checkReach(place, volume: net, news: news, within: World.logMoves)
    guard let contract = markets[place].perpetual else { return }
    let price = markets[place].price
    let coins = markets[place].unitsPerOne
    let worth = markets[place].scale.value(of: price) / coins
    let longs = Double(perpetuals[contract].market.openInterest(of: .long).units) * worth
    let shorts = Double(perpetuals[contract].market.openInterest(of: .short).units) * worth
    try checkReach(place, volume: net - longs, news: news, within: World.cascadeMoves)
    try checkReach(place, volume: net + shorts, news: news, within: World.cascadeMoves)
  }

  // MARK: - Collecting

  /// Takes a market's waiting orders, cut to what a bar takes and what their senders and the residual
  /// provider can pay; what a day's order has left goes on waiting.
  private func collect(_ place: Int) -> BarOrders {
    var orders = BarOrders()
    guard !waiting.isEmpty else { return orders }
    var budgets = Budgets()
    let price = markets[place].dollars
    var kept: [PlacedOrder] = []
    for order in waiting {
      guard order.market == place, !isHeld(order) else {
        kept.append(order)
        continue
      }
      let wanted = dollars(of: order, place, price)
      let slice = min(order.most, max(-order.most, wanted))
      let dollars = affordable(slice, order, place, price, &budgets)
      if dollars != 0 {
        var sliced = order
        if slice != wanted { sliced.size = .dollars(dollars) }
        orders.append(sliced, dollars: dollars, presses: presses(order, place))
        countShock(order, dollars: abs(dollars))
      }
      if slice != wanted, clock.step < order.lastStep {
        var rest = order
        rest.size = .dollars(wanted - dollars)
        kept.append(rest)
      }
    }
    waiting = kept
    return orders
  }

  /// Counts what an order of a shock trades, for ``shockOutcomes``.
  private func countShock(_ order: PlacedOrder, dollars: Double) {
    guard order.participant < 0, let shock = shockEvents.firstIndex(of: order.parent) else {
      return
    }
    shockDone[shock] += dollars
  }

  /// Whether an order presses on the spot price: not if it is for a future with a book of its own.
  private func presses(_ order: PlacedOrder, _ place: Int) -> Bool {
    guard case .future = order.contract else { return true }
    return futures.first { $0.spot == place }?.terms?.pressesOnSpot ?? true
  }

  private func dollars(of order: PlacedOrder, _ place: Int, _ price: Double) -> Double {
    switch order.size {
    case .dollars(let dollars): dollars
    case .quantity(let amount):
      Double(amount.units) / markets[place].unitsPerOne * price
    }
  }

  /// What has been set aside of holdings by earlier orders of the bar.
  private struct Budgets {
    private var entries: [(account: LedgerAccountID, instrument: InstrumentID, left: Double)] = []

    /// Takes up to a wanted amount in the units of the holding.
    mutating func take(
      _ wanted: Double,
      _ account: LedgerAccountID,
      _ instrument: InstrumentID,
      holding: @autoclosure () -> Double
    ) -> Double {
      let place = entries.firstIndex { $0.account == account && $0.instrument == instrument }
      let left = place.map { entries[$0].left } ?? holding()
      let taken = min(wanted, max(0, left))
      if let place {
        entries[place].left = left - taken
      } else {
        entries.append((account, instrument, left - taken))
      }
      return taken
    }
  }

  private func affordable(
    _ wanted: Double,
    _ order: PlacedOrder,
    _ place: Int,
    _ price: Double,
    _ budgets: inout Budgets
  ) -> Double {
    guard wanted.isFinite else { return 0 }
    switch order.contract {
    case .spot(let money):
      let isIssuer = issuer(of: markets[place].instrument) == order.account
      let buyer = wanted > 0 ? order.account : residual
      let seller = wanted > 0 ? residual : order.account
      var dollars = abs(wanted)
      // The residual provider keeps two percent back, for the price of the bar is not known yet.
      let paid = buyer == residual ? residualMoney(for: money) : money
      if buyer != settlement.centralBank {
        let units = Double(ledger.holding(of: buyer, in: paid).units) / unitsPerOne(paid)
        let moneyHeld = 0.98 * units * dollarsPerUnit(of: paid)
        dollars = budgets.take(dollars, buyer, paid, holding: moneyHeld)
      }
      if !(isIssuer && wanted < 0) {
        let held =
          Double(ledger.holding(of: seller, in: markets[place].instrument).units)
          / markets[place].unitsPerOne * price
        dollars = budgets.take(dollars, seller, markets[place].instrument, holding: held)
      }
      return wanted > 0 ? dollars : -dollars
    case .open(let leverage):
      return openable(wanted, leverage, order, place)
    case .close:
      return closable(wanted, order, place)
    case .future:
      return wanted
    }
  }

  private func unitsPerOne(_ instrument: InstrumentID) -> Double {
    Double(Int64(powerOfTen(ledger.description(of: instrument).quantityDecimals)))
  }

  func issuer(of instrument: InstrumentID) -> LedgerAccountID? {
    guard case .claim(let issuer) = ledger.description(of: instrument).form else { return nil }
    return issuer
  }

  // MARK: - Events

  private func enterNews(_ news: Double, _ place: Int) -> CauseID {
    guard news != 0 else { return .none }
    let shock = newsShockEvent(of: place)
    guard shock == .none else { return shock }
    return enter(.news, place: Int32(place), price: markets[place].dollars, logMove: news)
  }

  /// Enters the orders as events and nets them: what is left presses on the market.
  ///
  /// An order that is forced or makes up a hundredth of the net is an event of its own; the small
  /// voluntary ones, arbitrage among them, share one.
  private func enterOrders(_ orders: inout BarOrders, _ place: Int) -> [CascadeOrder] {
    let net = orders.net
    let share = orders.pressingShare
    var pressing: [CascadeOrder] = []
    var rest = 0.0
    for index in orders.lines.indices {
      let line = orders.lines[index]
      let push = line.presses && line.dollars * net > 0 ? line.dollars * share : 0
      let isArbitrage = line.order.tag == .neutral && line.order.parent != .none
      let isOwn = line.order.tag == .forced || (line.order.parent != .none && !isArbitrage)
      guard isOwn || abs(push) >= 0.01 * abs(net) else {
        rest += push
        continue
      }
      let event = enter(line, place)
      orders.setEvent(event, at: index)
      if push != 0 { pressing.append(CascadeOrder(volume: push, label: event.index)) }
    }
    if rest != 0 {
      let event = enter(
        .decision,
        place: Int32(place),
        notional: rest,
        price: markets[place].dollars
      )
      pressing.append(CascadeOrder(volume: rest, label: event.index))
    }
    return pressing
  }

  private func enter(_ line: BarOrders.Line, _ place: Int) -> CauseID {
    // An order of a shock is the shock; everything else is an event of its own.
    if line.order.participant < 0 { return line.order.parent }
    let isForced = line.order.parent != .none
    return enter(
      isForced ? (line.order.tag == .neutral ? .arbitrage : .forcedOrder) : .decision,
      parent: line.order.parent,
      participant: line.order.participant,
      place: Int32(place),
      notional: line.dollars,
      price: markets[place].dollars
    )
  }

  func recordMark(_ event: CauseID, _ place: Int) {
    guard event != .none else { return }
    markets[place].crossings.record(logPrice: markets[place].impact.logMid, event: event)
  }
}
