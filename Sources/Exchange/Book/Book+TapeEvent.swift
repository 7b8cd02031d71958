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
        tradeSlices(of: aggressor, event, &report)
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
    _ change: TapeRecord, makesWay: Bool, _ report: inout TapeReport
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
    _ aggressor: TapeEvent.Aggressor, _ event: TapeEvent, _ report: inout TapeReport
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
          id: aggressor.id, account: 0, side: aggressor.side, price: price, quantity: quantity,
          timeInForce: remainder == nil ? .immediateOrCancel : .goodTillCancelled),
        observer: &log)
    }
    let made = log.fills
    for (place, recorded) in aggressor.fills.enumerated() {
      let isEqual =
        place < made.count && made[place].maker == recorded.id
        && made[place].price == recorded.price && made[place].quantity == recorded.size
      if isEqual { report.equalFills += 1 } else { report.differingFills += 1 }
    }
    report.surplusFills += max(0, made.count - aggressor.fills.count)
    if order(aggressor.id)?.quantity != remainder?.size { report.unexplainedRecords += 1 }
  }

  /// Enters an aggressor one recorded fill at a time, showing hidden quantity when it is due.
  private mutating func tradeSlices(
    of aggressor: TapeEvent.Aggressor, _ event: TapeEvent, _ report: inout TapeReport
  ) {
    var log = BookEventLog()
    cancel(order: aggressor.id, observer: &log)
    for recorded in aggressor.fills {
      let shownBefore = order(recorded.id)?.quantity ?? 0
      var open = recorded.size
      var isSameMaker = true
      while open > 0 && isSameMaker {
        if order(recorded.id) == nil {
          submit(
            .limit(
              id: recorded.id, account: 0, side: aggressor.side.opposite, price: recorded.price,
              quantity: open), observer: &log)
        }
        let slice = min(open, order(recorded.id)?.quantity ?? 0)
        log.events.removeAll()
        submit(
          .limit(
            id: aggressor.id, account: 0, side: aggressor.side, price: recorded.price,
            quantity: slice, timeInForce: .immediateOrCancel), observer: &log)
        isSameMaker =
          slice > 0 && log.fills.count == 1 && log.fills[0].maker == recorded.id
          && log.fills[0].price == recorded.price
        open -= slice
      }
      if !isSameMaker {
        report.differingFills += 1
      } else if recorded.size > shownBefore || reappears(recorded.id, event) {
        report.hiddenQuantityFills += 1
      } else {
        report.equalFills += 1
      }
    }
    if let remainder = event.remainder(of: aggressor.id) {
      submit(
        .limit(
          id: aggressor.id, account: 0, side: aggressor.side, price: remainder.price,
          quantity: remainder.size), observer: &log)
    }
  }

  /// Whether a filled maker is gone from the book but shown again by the event.
  private func reappears(_ id: OrderID, _ event: TapeEvent) -> Bool {
    order(id) == nil && event.changes.contains { $0.id == id && $0.action == .modify }
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
      observer: &silent)
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
          id: change.id, account: 0, side: side, price: change.price, quantity: change.size),
        observer: &silent)
    } else {
      report.ownerAmendments += 1
      receipt = amend(
        order: change.id, price: change.price, quantity: change.size, observer: &silent)
    }
    if receipt.resting != change.size { report.unexplainedRecords += 1 }
    if receipt.filled > 0 { report.surplusFills += 1 }
  }
}
