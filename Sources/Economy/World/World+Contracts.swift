import Exchange
import Quantities
import Statistics

extension World {
  // MARK: - Orders

  /// What an account may open, by its free margin and the venue's cap.
  func openable(
    _ wanted: Double,
    _ leverage: Double,
    _ order: PlacedOrder,
    _ place: Int
  ) -> Double {
    guard let contract = markets[place].perpetual,
      let owner = perpetuals[contract].owner(of: order.account)
    else { return 0 }
    let held = ledger.holding(of: order.account, in: perpetuals[contract].owners[owner].money)
    let free = Double((held - perpetuals[contract].market.marginUsed(by: owner)).units) / 10_000
    let byMargin = perpetuals[contract].market.openable(
      owner: owner,
      side: wanted > 0 ? .long : .short,
      margin: max(0, 0.98 * free),
      leverage: leverage,
      at: markets[place].price
    )
    let most = min(max(0, byMargin), coverable(wanted > 0, contract, place))
    return wanted > 0 ? min(wanted, most) : max(wanted, -most)
  }

  /// What the residual provider can still take the other side of: it covers shorts with its coins and
  /// longs with its money.
  private func coverable(_ isPurchase: Bool, _ contract: Int, _ place: Int) -> Double {
    let unitsPerOne = markets[place].unitsPerOne
    let price = markets[place].dollars
    let position =
      Double(perpetuals[contract].market.residualPosition.units) / unitsPerOne * price
    if isPurchase {
      let coins = ledger.holding(of: residual, in: markets[place].instrument)
      return max(0, Double(coins.units) / unitsPerOne * price + position)
    }
    let money = ledger.holding(of: residual, in: perpetuals[contract].fundMoney)
    return max(0, Double(money.units) / 10_000 - position)
  }

  /// What an account may close: a purchase closes shorts, a sale closes longs.
  func closable(_ wanted: Double, _ order: PlacedOrder, _ place: Int) -> Double {
    guard let contract = markets[place].perpetual,
      let owner = perpetuals[contract].owner(of: order.account)
    else { return 0 }
    let side: PositionSide = wanted > 0 ? .short : .long
    let open = perpetuals[contract].market.notionalValue(
      of: owner,
      side: side,
      at: markets[place].price
    )
    return wanted > 0 ? min(wanted, open) : max(wanted, -open)
  }

  func open(
    _ line: BarOrders.Line,
    _ place: Int,
    _ price: Price,
    _ leverage: Double
  ) throws(WorldError) {
    try change(line, place) { market, owner, notional throws(CascadeError) in
      _ = try market.open(
        owner: owner,
        side: line.dollars > 0 ? .long : .short,
        notional: notional,
        leverage: leverage,
        at: price
      )
    }
  }

  func close(_ line: BarOrders.Line, _ place: Int, _ price: Price) throws(WorldError) {
    try change(line, place) { market, owner, notional throws(CascadeError) in
      _ = try market.reduce(
        owner: owner,
        side: line.dollars > 0 ? .short : .long,
        byNotional: notional,
        at: price
      )
    }
  }

  private func change(
    _ line: BarOrders.Line,
    _ place: Int,
    _ body: (inout PerpetualMarket, Int, Amount) throws(CascadeError) -> Void
  ) throws(WorldError) {
    guard let contract = markets[place].perpetual,
      let owner = perpetuals[contract].owner(of: line.order.account)
    else { return }
    let notional = Amount(Int64((abs(line.dollars) * 10_000).rounded(.down)))
    do throws(CascadeError) {
      try body(&perpetuals[contract].market, owner, notional)
    } catch { throw .market(name: markets[place].plan.name, reason: error.description) }
    perpetuals[contract].premium.add(perpetualFlow: line.dollars, spotFlow: 0)
  }

  // MARK: - Causes

  /// Enters the forced trades of a bar with their parents, and who carried the price where.
  func enterMarks(
    news: CauseID,
    _ orders: [CascadeOrder],
    _ place: Int,
    _ contract: Int,
    _ outcome: CascadeBatchOutcome
  ) {
    let forest = perpetuals[contract].market.forest
    let isResuming = perpetuals[contract].holdsLiquidations
    var events: [CauseID] = []
    var log = outcome.cascade.logMidBefore
    var order = 0
    for node in outcome.nodeRange {
      let entry = forest.nodes[node]
      log += entry.logMove
      switch entry.kind {
      case .news: events.append(news)
      case .exogenousOrder, .voluntaryOrder:
        events.append(CauseID(index: orders[order].label))
        order += 1
      case .standingState:
        // After a halt what stands is what carried the price there before, one event for each side.
        events.append(
          isResuming ? .none : enter(.standing, place: Int32(place), price: Libm.exp(log))
        )
        if isResuming { continue }
      case .liquidation, .autoDeleveraging, .socialisation:
        var parent = events[Int(entry.parent) - outcome.nodeRange.lowerBound]
        let trade = forest.trades[Int(entry.tradeIndex)]
        if parent == .none {
          parent = carrier(of: trade, to: outcome.cascade.logMidBefore, place)
        }
        events.append(enterForced(entry, trade, parent, place, contract, Libm.exp(log)))
      }
      markets[place].crossings.record(logPrice: log, event: events[events.count - 1])
    }
    markets[place].flowToday += tally.forcedFlowOfBar
    tally.forcedFlowOfBar = 0
  }

  /// What carried the price to where positions of a side had to wait for the end of a halt.
  private func carrier(of trade: CascadeTrade, to log: Double, _ place: Int) -> CauseID {
    trade.trade.side == .sell
      ? markets[place].crossings.cause(ofFallTo: log)
      : markets[place].crossings.cause(ofRiseTo: log)
  }

  private func enterForced(
    _ node: CausalNode,
    _ trade: CascadeTrade,
    _ parent: CauseID,
    _ place: Int,
    _ contract: Int,
    _ price: Double
  ) -> CauseID {
    let owner = Int(trade.ownerClass)
    let participant =
      owner < perpetuals[contract].owners.count
      ? perpetuals[contract].owners[owner].participant : -1
    let dollars = Double(trade.trade.fillNotional.units) / 10_000
    let isSale = trade.trade.side == .sell
    if node.kind == .liquidation {
      perpetuals[contract].forcedCountToday += 1
      if isSale {
        perpetuals[contract].liquidatedLongToday += dollars
      } else {
        perpetuals[contract].liquidatedShortToday += dollars
      }
      tally.forcedFlowOfBar += isSale ? -dollars : dollars
      perpetuals[contract].premium.add(perpetualFlow: isSale ? -dollars : dollars, spotFlow: 0)
      tally.addForced(dollars, market: place, participant: Int(participant))
      markets[place].volumeToday += dollars
    }
    let kind: CauseKind =
      switch node.kind {
      case .autoDeleveraging: .autoDeleveraging
      case .socialisation: .socialisation
      default: .liquidation
      }
    return enter(
      kind,
      parent: parent,
      participant: participant,
      place: Int32(place),
      notional: isSale ? -dollars : dollars,
      price: price,
      logMove: node.logMove
    )
  }
}
