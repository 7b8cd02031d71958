public import Exchange

/// The real book behind commands as values.
public final class BookMachine: CommandedBook {
  /// Keeps the events, follows positions and checks margin by the fixed rule.
  struct Judge: BookObserver {
    var log: BookEventLog

    mutating func filled(_ fill: Fill) { log.filled(fill) }
    mutating func cancelled(_ cancellation: Cancellation) { log.cancelled(cancellation) }
    mutating func rejected(order id: OrderID, reason: OrderRejection) {
      log.rejected(order: id, reason: reason)
    }
    mutating func rested(_ order: RestingOrder) { log.rested(order) }
    mutating func amended(_ amendment: Amendment) { log.amended(amendment) }
    mutating func stopAccepted(_ stop: StopOrder) { log.stopAccepted(stop) }
    mutating func stopFired(order id: OrderID) { log.stopFired(order: id) }
    mutating func admits(entry order: Order) -> Bool { ReferenceMargin.admits(entry: order) }
    mutating func admits(maker: RestingOrder, filling quantity: Int64) -> Bool {
      ReferenceMargin.admits(maker: maker, filling: quantity)
    }
    mutating func position(of account: AccountID) -> Int64 { log.position(of: account) }
  }

  var book: Book
  var judge: Judge

  /// An empty book with these rules and positions.
  public init(rules: BookRules, positions: [AccountID: Int64]) {
    book = Book(rules: rules, capacity: 16)
    judge = Judge(log: BookEventLog(positions: positions))
  }

  /// Carries out a command and returns what it did.
  public func carryOut(_ command: BookCommand) -> [BookEvent] {
    judge.log.events = []
    switch command {
    case .submit(let order): accounted(order.quantity, book.submit(order, observer: &judge))
    case .stop(let stop): book.submit(stop: stop, observer: &judge)
    case .cancel(let id): book.cancel(order: id, observer: &judge)
    case .cancelAll(let account): book.cancelAll(of: account, observer: &judge)
    case .amend(let id, let price, let quantity):
      book.amend(order: id, price: price, quantity: quantity, observer: &judge)
    case .trigger(let reference, let price, let limit):
      book.trigger(reference, at: price, limit: limit, observer: &judge)
    case .trimReduceOnly(let account): book.trimReduceOnly(of: account, observer: &judge)
    case .setBandReference(let price): book.bandReference = price
    }
    return judge.log.events
  }

  /// The canonical state.
  public var stateHash: UInt64 { book.stateHash }

  private var receiptFault: String?

  /// The first structural fault, described.
  public var fault: String? {
    do throws(Book.InvariantViolation) {
      try book.checkInvariants()
      return receiptFault
    } catch {
      return error.description
    }
  }

  /// Every lot of an accepted order is filled, cancelled, prevented or resting.
  private func accounted(_ quantity: Int64, _ receipt: OrderReceipt) {
    let sum = receipt.filled + receipt.cancelled + receipt.prevented + receipt.resting
    if receipt.isAccepted && sum != quantity {
      receiptFault = "an order of \(quantity) lots left a receipt of \(sum)"
    }
  }
}
