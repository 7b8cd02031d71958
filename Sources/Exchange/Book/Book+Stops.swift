extension Book {
  /// Accepts a stop order, which waits outside the book until its reference reaches its trigger.
  ///
  /// The order inside is checked for form, quantity and price now, and in full when the stop fires.
  @inlinable
  @discardableResult
  public mutating func submit<Observer: BookObserver>(
    stop: StopOrder,
    observer: inout Observer
  ) -> OrderReceipt {
    if let reason = refusal(of: stop) { return refuse(stop.order.id, reason, &observer) }
    stops.insert(stop)
    observer.stopAccepted(stop)
    return OrderReceipt(resting: stop.order.quantity)
  }

  @usableFromInline
  func refusal(of stop: StopOrder) -> OrderRejection? {
    let order = stop.order
    if slot(of: order.id) != OrderSlot.none || stops.contains(order.id) { return .duplicateID }
    if stop.trigger <= 0 || stop.trigger > rules.priceTicksMax { return .triggerOutsideDomain }
    if let known = stops.price(of: stop.reference),
      stop.condition.isMet(reference: known, trigger: stop.trigger)
    {
      return .stopWouldTrigger
    }
    if let reason = formRefusal(of: order)
      ?? quantityRefusal(of: order.quantity, type: order.type)
    {
      return reason
    }
    if order.type == .market && order.price == 0 { return nil }
    if let reason = priceRefusal(of: order.price) { return reason }
    return order.price.multipliedReportingOverflow(by: order.quantity).overflow
      ? .notionalOverflow : nil
  }

  /// Gives the book a reference price and fires the stops it meets, one at a time.
  ///
  /// Stops that fire from below come first, the lowest trigger first; then those from above, the
  /// highest first; equal triggers in order of arrival. Each is taken out of the queue before its
  /// order enters the book, so fills cannot disturb the order. Stops beyond `limit` wait for the
  /// next call with the same or another price, and are tested again then.
  ///
  /// - Parameters:
  ///   - reference: The series.
  ///   - price: Its value in ticks.
  ///   - limit: The most stops to fire in this call.
  ///   - observer: Sees the events; answers for positions and margin.
  /// - Returns: How many stops fired, and whether more are due.
  /// - Complexity: O(log stops) per stop fired.
  @inlinable
  @discardableResult
  public mutating func trigger<Observer: BookObserver>(
    _ reference: StopReference,
    at price: Int64,
    limit: Int = .max,
    observer: inout Observer
  ) -> StopSweep {
    stops.setPrice(price, of: reference)
    var fired = 0
    while fired < limit, let order = stops.popDue(reference, at: price) {
      fired += 1
      observer.stopFired(order: order.id)
      submit(order, observer: &observer)
    }
    return StopSweep(firedCount: fired, isIncomplete: stops.hasDue(reference, at: price))
  }

  /// The number of stops that wait.
  public var stopCount: Int { stops.count }

  /// A waiting stop.
  public func stop(_ id: OrderID) -> StopOrder? { stops.stop(id) }

  /// The waiting stops of one reference and condition, in the order in which they would fire.
  public func stops(
    of reference: StopReference,
    condition: StopCondition
  ) -> [StopOrder] {
    stops.inOrder(reference, condition)
  }
}
