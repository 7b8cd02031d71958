public import Exchange

/// The readable book: one array of orders, sorted whenever priority is asked for.
///
/// It is written for the eye, from the rules and not from the fast book.
public final class ReferenceBook {
  struct Entry {
    var order: Order
    var turn: Int
  }

  struct WaitingStop {
    var stop: StopOrder
    var turn: Int
  }

  var rules: BookRules
  var bandReference: Int64 = 0
  var resting: [Entry] = []
  var stops: [WaitingStop] = []
  var referencePrices: [StopReference: Int64] = [:]
  var turn = 0

  /// Signed positions, moved by the fills.
  public internal(set) var positions: [AccountID: Int64]
  /// Cash in tick-lots, moved by the fills.
  public internal(set) var cash: [AccountID: Int64] = [:]
  /// Events since the last command began.
  public internal(set) var events: [BookEvent] = []

  /// An empty book with these rules and positions.
  public init(rules: BookRules, positions: [AccountID: Int64]) {
    self.rules = rules
    self.positions = positions
  }

  /// The ids of the resting orders.
  public var restingIDs: [OrderID] { resting.map(\.order.id) }

  /// Carries out a command; `events` then holds what it did.
  public func carryOut(_ command: BookCommand) {
    events = []
    switch command {
    case .submit(let order): submit(order)
    case .stop(let stop): submit(stop)
    case .cancel(let id): cancel(id)
    case .cancelAll(let account): cancelAll(account, .requested)
    case .amend(let id, let price, let quantity): amend(id, price, quantity)
    case .trigger(let reference, let price, let limit): trigger(reference, price, limit)
    case .trimReduceOnly(let account): trimReduceOnly(account)
    case .setBandReference(let price): bandReference = price
    }
  }

  /// The orders of a side, the best price first and the earliest turn first within a price.
  func queue(_ side: OrderSide) -> [Entry] {
    resting.filter { $0.order.side == side }.sorted { first, second in
      if first.order.price != second.order.price {
        return side == .buy
          ? first.order.price > second.order.price : first.order.price < second.order.price
      }
      return first.turn < second.turn
    }
  }

  /// Waiting stops in firing order.
  func firing(_ reference: StopReference, _ condition: StopCondition) -> [WaitingStop] {
    stops.filter { $0.stop.reference == reference && $0.stop.condition == condition }
      .sorted { first, second in
        if first.stop.trigger != second.stop.trigger {
          return condition == .atOrAbove
            ? first.stop.trigger < second.stop.trigger
            : first.stop.trigger > second.stop.trigger
        }
        return first.turn < second.turn
      }
  }

  /// The canonical state hash, as the book's.
  public var stateHash: UInt64 {
    var hasher = StateHasher()
    for side in OrderSide.allCases {
      for entry in queue(side) { hasher.combine(entry.order) }
    }
    for reference in StopReference.allCases {
      for condition in StopCondition.allCases {
        for waiting in firing(reference, condition) { hasher.combine(waiting.stop) }
      }
      hasher.combine(UInt64(bitPattern: referencePrices[reference] ?? 0))
    }
    hasher.combine(UInt64(bitPattern: bandReference))
    return hasher.value
  }

  /// An independent copy, used to try a fill-or-kill order.
  func copied() -> ReferenceBook {
    let other = ReferenceBook(rules: rules, positions: positions)
    other.bandReference = bandReference
    other.resting = resting
    other.stops = stops
    other.referencePrices = referencePrices
    other.turn = turn
    return other
  }

  func reject(_ id: OrderID, _ reason: OrderRejection) {
    events.append(.rejected(order: id, reason: reason))
  }

  func cancelled(
    _ order: Order,
    _ quantity: Int64,
    keeping remaining: Int64,
    _ reason: CancellationReason
  ) {
    events.append(
      .cancelled(
        Cancellation(
          id: order.id,
          account: order.account,
          quantity: quantity,
          remaining: remaining,
          reason: reason
        )
      )
    )
  }

  /// Lots by which a trade on this side may reduce the account's position.
  func reducible(_ side: OrderSide, _ account: AccountID) -> Int64 {
    let position = positions[account, default: 0]
    return side == .sell ? max(0, position) : max(0, -position)
  }
}
