import Exchange
import Quantities
import Statistics

extension World {
  /// Whether a market's trading pauses in the bar.
  func isHalted(_ place: Int) -> Bool {
    markets[place].halt?.isHalted(at: clock.step) ?? false
  }

  /// Whether the trading of a market's contract pauses in the bar, with the market or by its own rule.
  func isContractHalted(_ place: Int) -> Bool {
    guard let contract = markets[place].perpetual else { return false }
    return isHalted(place) || perpetuals[contract].halt?.isHalted(at: clock.step) ?? false
  }

  // MARK: - Orders

  /// Whether an order cannot be matched in the bar.
  func isHeld(_ order: PlacedOrder) -> Bool {
    isHeld(order.contract, order.market)
  }

  private func isHeld(_ contract: PlacedOrder.Contract, _ place: Int) -> Bool {
    switch contract {
    case .open, .close: isContractHalted(place)
    case .spot, .future: isHalted(place)
    }
  }

  /// Refuses a decision in a halt; lets what something forced wait.
  ///
  /// A rule that acts every bar asks anew in every bar of the halt: only its last order waits.
  ///
  /// - Returns: Whether the order may wait for its market.
  func admitsInHalt(_ order: PlacedOrder) -> Bool {
    guard isHeld(order) else { return true }
    guard order.isForced else {
      markets[order.market].refusedToday += abs(dollars(of: order))
      return false
    }
    if order.isRepeated {
      waiting.removeAll {
        $0.isRepeated && $0.isForced && $0.participant == order.participant
          && $0.market == order.market && $0.contract == order.contract
          && $0.placedStep < order.placedStep
      }
    }
    return true
  }

  private func dollars(of order: PlacedOrder) -> Double {
    switch order.size {
    case .dollars(let dollars): dollars
    case .quantity(let amount):
      Double(amount.units) / markets[order.market].unitsPerOne * markets[order.market].dollars
    }
  }

  // MARK: - Bars

  /// A bar of a halted market: nothing is matched, and what forced orders have left lasts a bar longer.
  ///
  /// Where the rule lets the venue go on, positions past their trigger are closed.
  func passHalt(_ place: Int) throws(WorldError) {
    keepWaiting { $0.market == place }
    guard markets[place].perpetual != nil, markets[place].halt?.rule.haltsLiquidations == false
    else { return }
    try clear(place, news: 0)
  }

  /// Lets orders outlast a bar in which they could not be matched, and drops decisions whose day is over.
  func keepWaiting(_ concerns: (PlacedOrder) -> Bool) {
    let step = clock.step
    for index in waiting.indices where waiting[index].isForced && concerns(waiting[index]) {
      waiting[index].lastStep += 1
    }
    waiting.removeAll { !$0.isForced && $0.lastStep <= step && concerns($0) }
  }

  /// Sets the prices between which the venue of a contract sends forced orders in the bar.
  func setLiquidationRange(_ contract: Int, _ place: Int) {
    let market = markets[place]
    guard market.halt != nil || perpetuals[contract].halt != nil else { return }
    let rules = perpetuals[contract].market.engine.book.rules
    var ticks = (low: Int32.min, high: Int32.max)
    for halt in [market.halt, perpetuals[contract].halt] {
      guard let halt, halt.rule.haltsLiquidations else { continue }
      let range = halt.logRange
      let isPausing = halt.isHalted(at: clock.step)
      let low = rules.tick(at: market.impact.grid.price(ofLog: range.low))
      let high = rules.tick(at: market.impact.grid.price(ofLog: range.high))
      ticks.low = max(ticks.low, isPausing ? .max : low)
      ticks.high = min(ticks.high, isPausing ? .min : high)
    }
    perpetuals[contract].market.engine.liquidationTicks = ticks
  }

  /// Whether forced orders had to stop in the bar.
  func stopsLiquidations(_ contract: Int, _ place: Int) -> Bool {
    guard markets[place].halt != nil || perpetuals[contract].halt != nil else { return false }
    let ticks = perpetuals[contract].market.engine.liquidationTicks
    let rules = perpetuals[contract].market.engine.book.rules
    let mark = rules.tick(at: markets[place].price)
    return mark < ticks.low || mark > ticks.high
  }

  /// Ends the bar for the breakers of a market; a breach is an event that follows from what carried the price.
  func watchBreakers(_ place: Int) {
    if isHalted(place) || isContractHalted(place) { markets[place].haltedBarsToday += 1 }
    let before = markets[place].history.barMove
    let log = markets[place].impact.logMid
    var isBreach = markets[place].halt?.endBar(logPrice: log, step: clock.step) ?? false
    if let contract = markets[place].perpetual {
      let isContractBreach =
        perpetuals[contract].halt?.endBar(logPrice: log, step: clock.step) ?? false
      isBreach = isBreach || isContractBreach
    }
    guard isBreach else { return }
    let cause =
      before < 0
      ? markets[place].crossings.cause(ofFallTo: log)
      : markets[place].crossings.cause(ofRiseTo: log)
    _ = enter(.halt, parent: cause, place: Int32(place), price: markets[place].dollars)
  }
}
