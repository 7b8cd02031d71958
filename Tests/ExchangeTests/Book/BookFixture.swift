import Exchange

/// A book with its log, in few words.
final class BookFixture {
  var book: Book
  var log: BookEventLog

  init(rules: BookRules = BookRules(), positions: [AccountID: Int64] = [:]) {
    book = Book(rules: rules)
    log = BookEventLog(positions: positions)
  }

  @discardableResult
  func rest(
    _ id: OrderID,
    _ side: OrderSide,
    _ price: Int64,
    _ quantity: Int64,
    account: AccountID? = nil
  ) -> OrderReceipt {
    enter(
      .limit(
        id: id,
        account: account ?? AccountID(truncatingIfNeeded: id),
        side: side,
        price: price,
        quantity: quantity
      )
    )
  }

  @discardableResult
  func enter(_ order: Order) -> OrderReceipt { book.submit(order, observer: &log) }

  @discardableResult
  func cancel(_ id: OrderID) -> OrderReceipt { book.cancel(order: id, observer: &log) }

  @discardableResult
  func amend(_ id: OrderID, price: Int64? = nil, quantity: Int64? = nil) -> OrderReceipt {
    book.amend(order: id, price: price, quantity: quantity, observer: &log)
  }

  /// Fills as [maker, taker, price, quantity].
  var trades: [[Int64]] {
    log.fills.map { [Int64($0.maker), Int64($0.taker), $0.price, $0.quantity] }
  }

  /// Cancellations as [order, quantity].
  var cancelled: [[Int64]] { log.cancellations.map { [Int64($0.id), $0.quantity] } }

  /// A side as [price, quantity] from the best outwards.
  func side(_ side: OrderSide) -> [[Int64]] {
    book.levels(of: side).map { [$0.price, $0.quantity] }
  }
}
