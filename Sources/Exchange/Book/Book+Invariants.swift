extension Book {
  /// A structural fault of a book, found by ``checkInvariants()``.
  public enum InvariantViolation: Error, Hashable, CustomStringConvertible {
    /// The best bid is not below the best ask.
    case crossed(bid: Int64, ask: Int64)
    /// A level's total differs from the sum of its orders.
    case levelTotal(price: Int64, recorded: Int64, summed: Int64)
    /// A side's total differs from the sum of its levels.
    case sideTotal(side: OrderSide, recorded: Int64, summed: Int64)
    /// An order's quantity is not positive, or it lies at another level than its price.
    case order(id: OrderID, quantity: Int64, price: Int64)
    /// A queue's links disagree with each other.
    case queueLinks(price: Int64)
    /// An order cannot be found by its id.
    case lostOrder(id: OrderID)
    /// The number of orders in the queues differs from the number counted.
    case orderCount(recorded: Int, found: Int)
    /// An account's list of orders is broken or incomplete.
    case accountList(recorded: Int, found: Int)

    /// A stable code.
    public var code: String { "book.invariant" }

    /// One line for a person.
    public var description: String {
      switch self {
      case .crossed(let bid, let ask):
        "best bid \(bid) is not below best ask \(ask)"
      case .levelTotal(let price, let recorded, let summed):
        "level \(price) records \(recorded) lots, its orders sum to \(summed)"
      case .sideTotal(let side, let recorded, let summed):
        "side \(side) records \(recorded) lots, its levels sum to \(summed)"
      case .order(let id, let quantity, let price):
        "order \(id) at \(price) is misplaced or has quantity \(quantity)"
      case .queueLinks(let price):
        "the queue at \(price) has links that disagree"
      case .lostOrder(let id):
        "order \(id) rests but cannot be found by its id"
      case .orderCount(let recorded, let found):
        "the book counts \(recorded) orders, its queues hold \(found)"
      case .accountList(let recorded, let found):
        "the book counts \(recorded) orders, account lists hold \(found)"
      }
    }
  }

  /// Checks every structural invariant of the book.
  ///
  /// - Throws: The first fault found.
  /// - Complexity: O(orders · 2); for tests and for the end of a run.
  public func checkInvariants() throws(InvariantViolation) {
    if let bid = bestBid, let ask = bestAsk, bid >= ask { throw .crossed(bid: bid, ask: ask) }
    var orders = 0
    var linked = 0
    for side in OrderSide.allCases {
      var total: Int64 = 0
      for level in levels(of: side) {
        let (count, listed) = try checkLevel(level, side)
        orders += count
        linked += listed
        total += level.quantity
      }
      guard total == totalQuantity(of: side) else {
        throw .sideTotal(side: side, recorded: totalQuantity(of: side), summed: total)
      }
    }
    guard orders == liveCount else { throw .orderCount(recorded: liveCount, found: orders) }
    guard linked == liveCount else { throw .accountList(recorded: liveCount, found: linked) }
  }

  /// The number of orders at a level, and how many of them their account lists hold properly.
  private func checkLevel(
    _ level: BookLevel,
    _ side: OrderSide
  ) throws(InvariantViolation) -> (count: Int, listed: Int) {
    var sum: Int64 = 0
    var count = 0
    var listed = 0
    var previous = OrderSlot.none
    var slot = ladder.level(at: Int32(level.price)).head
    while slot != OrderSlot.none {
      let order = slots[slot]
      guard order.quantity > 0, Int64(order.price) == level.price,
        OrderTraits.side(of: slots[slot].traits) == side
      else { throw .order(id: order.id, quantity: order.quantity, price: level.price) }
      guard order.previous == previous else { throw .queueLinks(price: level.price) }
      guard self.slot(of: order.id) == slot else { throw .lostOrder(id: order.id) }
      sum += order.quantity
      count += 1
      if isListed(slot, order.account) { listed += 1 }
      previous = slot
      slot = order.next
    }
    guard ladder.level(at: Int32(level.price)).tail == previous, count > 0 else {
      throw .queueLinks(price: level.price)
    }
    guard sum == level.quantity else {
      throw .levelTotal(price: level.price, recorded: level.quantity, summed: sum)
    }
    return (count, listed)
  }

  /// Whether an order's neighbours in its account's list point back at it.
  private func isListed(_ slot: Int32, _ account: AccountID) -> Bool {
    let link = slots[slot]
    let newerPointsBack =
      link.newer == OrderSlot.none
      ? newest.slot(of: UInt64(account)) == slot : slots[link.newer].older == slot
    let olderPointsBack = link.older == OrderSlot.none || slots[link.older].newer == slot
    return newerPointsBack && olderPointsBack
  }
}
