extension Book {
  /// Carries out one event of a tape: cancels that make way, aggressors, then the other changes.
  mutating func carryOut(_ event: TapeEvent, _ report: inout TapeReport) {
    report.aggressors += event.aggressors.count
    report.aggressorOwnFills += event.ownFillCount
    let hasNewOrder = !event.aggressors.isEmpty || event.changes.contains { $0.action == .add }
    for change in event.changes where change.action == .cancel && isByOwner(change, event) {
      cancel(change, makesWay: hasNewOrder, &report)
    }
    let isHidden = event.revealsHiddenQuantity(self)
    for aggressor in event.aggressors {
      if isHidden {
        tradeRevealing(aggressor, event, &report)
      } else {
        trade(aggressor, event, &report)
      }
    }
    for change in event.changes {
      if event.filled[change.id] != nil {
        confirm(change, &report)
      } else if !event.isAggressor(change.id) && change.action != .cancel {
        apply(change, &report)
      }
    }
  }

  private func isByOwner(_ change: TapeRecord, _ event: TapeEvent) -> Bool {
    event.filled[change.id] == nil && !event.isAggressor(change.id)
  }

  private mutating func cancel(
    _ change: TapeRecord,
    makesWay: Bool,
    _ report: inout TapeReport
  ) {
    var silent = SilentBookObserver()
    guard cancel(order: change.id, observer: &silent).cancelled == change.size else {
      report.unexplainedRecords += 1
      return
    }
    if makesWay { report.selfTradeCancels += 1 } else { report.ownerCancels += 1 }
  }

  /// Enters an aggressor as one order and compares the fills the book makes.
  private mutating func trade(
    _ aggressor: TapeEvent.Aggressor,
    _ event: TapeEvent,
    _ report: inout TapeReport
  ) {
    var log = BookEventLog()
    let remainder = event.remainder(of: aggressor.id)
    let price = remainder?.price ?? aggressor.price
    let quantity = aggressor.quantity + (remainder?.size ?? 0)
    if order(aggressor.id) != nil {
      amend(order: aggressor.id, price: price, quantity: quantity, observer: &log)
    } else {
      submit(
        .limit(
          id: aggressor.id,
          account: 0,
          side: aggressor.side,
          price: price,
          quantity: quantity,
          timeInForce: remainder == nil ? .immediateOrCancel : .goodTillCancelled
        ),
        observer: &log
      )
    }
    compare(aggressor, made: log.fills, hidden: [], &report)
    if order(aggressor.id)?.quantity != remainder?.size { report.unexplainedRecords += 1 }
  }

  /// Enters an aggressor that met hidden quantity, one price at a time.
  ///
  /// Displayed orders trade first; then each hidden part joins the back of its level, as a refreshed
  /// display does, and trades as far as the record says.
  private mutating func tradeRevealing(
    _ aggressor: TapeEvent.Aggressor,
    _ event: TapeEvent,
    _ report: inout TapeReport
  ) {
    var log = BookEventLog()
    cancel(order: aggressor.id, observer: &log)
    var hidden = Set(event.changes.filter { isRefresh($0, event) }.map(\.id))
    var place = 0
    while place < aggressor.fills.count {
      let price = aggressor.fills[place].price
      let level = aggressor.fills[place...].prefix { $0.price == price }
      place = level.endIndex
      let before = log.fills.count
      take(level.reduce(0) { $0 + $1.size }, aggressor, price, &log)
      for recorded in level {
        let made = log.fills[before...].reduce(Int64(0)) {
          $1.maker == recorded.id ? $0 + $1.quantity : $0
        }
        guard made < recorded.size, order(recorded.id) == nil else { continue }
        hidden.insert(recorded.id)
        let part = recorded.size - made
        submit(
          .limit(
            id: recorded.id,
            account: 0,
            side: aggressor.side.opposite,
            price: price,
            quantity: part
          ),
          observer: &log
        )
        take(part, aggressor, price, &log)
      }
    }
    compare(aggressor, made: log.fills, hidden: hidden, &report)
    guard let remainder = event.remainder(of: aggressor.id) else { return }
    let receipt = submit(
      .limit(
        id: aggressor.id,
        account: 0,
        side: aggressor.side,
        price: remainder.price,
        quantity: remainder.size
      ),
      observer: &log
    )
    if receipt.resting != remainder.size { report.unexplainedRecords += 1 }
  }

  private mutating func take(
    _ quantity: Int64,
    _ aggressor: TapeEvent.Aggressor,
    _ price: Int64,
    _ log: inout BookEventLog
  ) {
    submit(
      .limit(
        id: aggressor.id,
        account: 0,
        side: aggressor.side,
        price: price,
        quantity: quantity,
        timeInForce: .immediateOrCancel
      ),
      observer: &log
    )
  }

  /// Whether a modify shows more of a filled order than its displayed size left.
  private func isRefresh(_ change: TapeRecord, _ event: TapeEvent) -> Bool {
    guard let filled = event.filled[change.id], change.action == .modify else { return false }
    return (order(change.id)?.quantity ?? 0) - filled != change.size
  }

  /// Counts every recorded fill in its class.
  private func compare(
    _ aggressor: TapeEvent.Aggressor,
    made: [Fill],
    hidden: Set<OrderID>,
    _ report: inout TapeReport
  ) {
    let recorded = aggressor.fills.filter { !hidden.contains($0.id) }
    let shown = made.filter { !hidden.contains($0.maker) }
    report.hiddenQuantityFills += aggressor.fills.count - recorded.count
    for (place, record) in recorded.enumerated() {
      let isSame = { (fill: Fill) in
        fill.maker == record.id && fill.price == record.price && fill.quantity == record.size
      }
      if place < shown.count && isSame(shown[place]) {
        report.equalFills += 1
      } else if shown.contains(where: isSame) {
        report.reorderedFills += 1
      } else {
        report.differingFills += 1
      }
    }
    report.surplusFills += max(0, shown.count - recorded.count)
  }

  /// Compares a record that reports the effect of a fill with the book.
  private mutating func confirm(_ change: TapeRecord, _ report: inout TapeReport) {
    let shown = change.action == .cancel ? nil : change.size
    if order(change.id)?.quantity == shown {
      report.confirmedEffects += 1
      return
    }
    report.displayRefreshes += 1
    var silent = SilentBookObserver()
    cancel(order: change.id, observer: &silent)
    guard let shown, let side = change.side else { return }
    submit(
      .limit(id: change.id, account: 0, side: side, price: change.price, quantity: shown),
      observer: &silent
    )
  }

  /// Enters an order or an amendment that the tape says did not trade.
  private mutating func apply(_ change: TapeRecord, _ report: inout TapeReport) {
    guard let side = change.side else {
      report.unexplainedRecords += 1
      return
    }
    var silent = SilentBookObserver()
    let receipt: OrderReceipt
    if change.action == .add {
      report.restingAdds += 1
      receipt = submit(
        .limit(
          id: change.id,
          account: 0,
          side: side,
          price: change.price,
          quantity: change.size
        ),
        observer: &silent
      )
    } else {
      report.ownerAmendments += 1
      receipt = amend(
        order: change.id,
        price: change.price,
        quantity: change.size,
        observer: &silent
      )
    }
    if receipt.resting != change.size { report.unexplainedRecords += 1 }
    if receipt.filled > 0 { report.surplusFills += 1 }
  }
}
