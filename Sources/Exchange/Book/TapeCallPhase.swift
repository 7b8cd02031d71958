/// Orders that collect before an opening auction, and their uncross.
struct TapeCallPhase {
  private struct Waiting {
    var order: Order
    var turn: Int
  }

  /// Looked up by id; sorted by turn wherever it is listed.
  private var waiting: [OrderID: Waiting] = [:]
  private var nextTurn = 0

  /// Adds, amends or cancels an order by the book's rule of priority.
  mutating func collect(_ record: TapeRecord) {
    guard let side = record.side else { return }
    nextTurn += 1
    switch record.action {
    case .add:
      waiting[record.id] = Waiting(
        order: .limit(
          id: record.id,
          account: 0,
          side: side,
          price: record.price,
          quantity: record.size
        ),
        turn: nextTurn
      )
    case .modify:
      guard let old = waiting[record.id] else { return }
      let keeps = old.order.price == record.price && record.size <= old.order.quantity
      waiting[record.id]?.order.price = record.price
      waiting[record.id]?.order.quantity = record.size
      if !keeps { waiting[record.id]?.turn = nextTurn }
    case .cancel:
      waiting[record.id] = nil
    case .trade, .fill:
      return
    }
  }

  /// Matches bids and asks by price and time, compares each order's part with the recorded fills.
  ///
  /// - Returns: What is left, in order of arrival.
  mutating func uncross(comparing event: [TapeRecord], _ report: inout TapeReport) -> [Order] {
    var bids = queue(of: .buy)
    var asks = queue(of: .sell)
    guard let trade = event.first(where: { $0.action == .trade }) else { return [] }
    addUnshown(&bids, .buy, trade, event)
    addUnshown(&asks, .sell, trade, event)
    report.auctionPriceMaximisesVolume = isBest(trade.price, bids, asks)
    var parts: [OrderID: Int64] = [:]
    var bid = 0
    var ask = 0
    while bid < bids.count, ask < asks.count, bids[bid].order.price >= asks[ask].order.price {
      let quantity = min(bids[bid].order.quantity, asks[ask].order.quantity)
      parts[bids[bid].order.id, default: 0] += quantity
      parts[asks[ask].order.id, default: 0] += quantity
      bids[bid].order.quantity -= quantity
      asks[ask].order.quantity -= quantity
      if bids[bid].order.quantity == 0 { bid += 1 }
      if asks[ask].order.quantity == 0 { ask += 1 }
    }
    for record in event where record.action == .fill {
      if waiting[record.id] == nil {
        report.auctionFillsOfUnshownOrders += 1
      } else if parts[record.id] == record.size {
        report.auctionFills += 1
      } else {
        report.auctionDifferences += 1
      }
    }
    return (bids[bid...] + asks[ask...]).sorted { $0.turn < $1.turn }.map(\.order)
  }

  /// Puts the side's quantity that the auction traded but the tape never showed at the front.
  ///
  /// Stops elected by the opening and market orders have no add record; only their sum is inferred.
  private func addUnshown(
    _ queue: inout [Waiting],
    _ side: OrderSide,
    _ trade: TapeRecord,
    _ event: [TapeRecord]
  ) {
    let shown = event.reduce(Int64(0)) { sum, record in
      record.action == .fill && waiting[record.id]?.order.side == side ? sum + record.size : sum
    }
    guard trade.size > shown else { return }
    let price = side == .buy ? BookRules.priceTicksLimit : 1
    queue.insert(
      Waiting(
        order: .limit(
          id: 0,
          account: 0,
          side: side,
          price: price,
          quantity: trade.size - shown
        ),
        turn: 0
      ),
      at: 0
    )
  }

  private func queue(of side: OrderSide) -> [Waiting] {
    waiting.values.filter { $0.order.side == side }.sorted { first, second in
      if first.order.price == second.order.price { return first.turn < second.turn }
      return (first.order.price > second.order.price) == (side == .buy)
    }
  }

  /// Whether no price would trade more than this one.
  private func isBest(_ price: Int64, _ bids: [Waiting], _ asks: [Waiting]) -> Bool {
    func volume(_ price: Int64) -> Int64 {
      let demand = bids.reduce(Int64(0)) { $1.order.price >= price ? $0 + $1.order.quantity : $0 }
      let supply = asks.reduce(Int64(0)) { $1.order.price <= price ? $0 + $1.order.quantity : $0 }
      return min(demand, supply)
    }
    guard let lowest = asks.first?.order.price, let highest = bids.first?.order.price else {
      return false
    }
    let here = volume(price)
    let prices = Set((bids + asks).map(\.order.price)).sorted()
    return lowest > highest || prices.allSatisfy { volume($0) <= here }
  }
}
