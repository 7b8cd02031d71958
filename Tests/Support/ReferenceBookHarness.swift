public import Exchange

/// A book that takes commands as values: the book itself, or one with a planted fault.
public protocol CommandedBook: AnyObject {
  /// Carries out a command and returns what it did.
  func carryOut(_ command: BookCommand) -> [BookEvent]
  /// The canonical state.
  var stateHash: UInt64 { get }
  /// The first structural fault, described.
  var fault: String? { get }
}

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

  public init(rules: BookRules, positions: [AccountID: Int64]) {
    book = Book(rules: rules, capacity: 16)
    judge = Judge(log: BookEventLog(positions: positions))
  }

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

  public var stateHash: UInt64 { book.stateHash }

  private var receiptFault: String?

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

/// The book with a planted fault: an amendment to a smaller quantity loses its turn, while its
/// events claim that it kept it.
public final class FaultyBookMachine: CommandedBook {
  private let inner: BookMachine

  public init(rules: BookRules, positions: [AccountID: Int64]) {
    inner = BookMachine(rules: rules, positions: positions)
  }

  public func carryOut(_ command: BookCommand) -> [BookEvent] {
    let events = inner.carryOut(command)
    guard case .amend(let id, _, _) = command, case .amended(let amendment)? = events.first,
      amendment.keptPriority, let order = inner.book.order(id)
    else { return events }
    var silent = SilentBookObserver()
    let whole = inner.book.restored(id)
    inner.book.cancel(order: id, observer: &silent)
    if let whole, order.isReduceOnly == whole.isReduceOnly {
      inner.book.submit(whole, observer: &silent)
    }
    return events
  }

  public var stateHash: UInt64 { inner.stateHash }
  public var fault: String? { inner.fault }
}

/// Runs the same commands through a book and the reference and compares after each one.
public enum BookComparison {
  /// Positions that reduce-only orders start from; they sum to zero.
  public static let positions: [AccountID: Int64] = [1: 40, 2: -40, 3: 25, 4: -25]

  /// The first difference in `count` commands, described with its command; `nil` if there is none.
  public static func firstDifference(
    seed: UInt64, count: Int, centre: Int64 = 100, rules: BookRules, book: any CommandedBook
  ) -> String? {
    let reference = ReferenceBook(rules: rules, positions: positions)
    var source = BookCommandSource(seed: seed, centre: centre)
    for place in 0..<count {
      let command = source.command()
      reference.carryOut(command)
      let events = book.carryOut(command)
      let at = "seed \(seed), command \(place): \(command)"
      if events != reference.events {
        return "\(at)\nevents    \(events)\nreference \(reference.events)"
      }
      if book.stateHash != reference.stateHash { return "\(at)\nstates differ" }
      if let fault = book.fault { return "\(at)\n\(fault)" }
      if reference.positions.values.reduce(0, +) != 0 { return "\(at)\ncontracts not conserved" }
      if reference.cash.values.reduce(0, +) != 0 { return "\(at)\ncash not conserved" }
    }
    return nil
  }
}
