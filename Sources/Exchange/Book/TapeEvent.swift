/// The records of one event of continuous trading, sorted by their part in it.
struct TapeEvent {
  /// One aggressor with its trades and the fills recorded for its makers.
  struct Aggressor {
    let id: OrderID
    let side: OrderSide
    var quantity: Int64
    /// The worst price it traded at.
    var price: Int64
    /// Its makers' fills in recorded order.
    var fills: [TapeRecord] = []
  }

  var aggressors: [Aggressor] = []
  /// Adds, cancels and modifies in recorded order.
  var changes: [TapeRecord] = []
  /// Lots filled per maker in this event; looked up only.
  var filled: [OrderID: Int64] = [:]
  /// Fill records that name an aggressor.
  var ownFillCount = 0

  init(_ records: [TapeRecord]) {
    for record in records {
      switch record.action {
      case .trade: addTrade(record)
      case .fill: addFill(record)
      case .add, .cancel, .modify: changes.append(record)
      }
    }
  }

  private mutating func addTrade(_ record: TapeRecord) {
    guard let side = record.side else { return }
    if let last = aggressors.indices.last, aggressors[last].id == record.id {
      aggressors[last].quantity += record.size
      let price = aggressors[last].price
      aggressors[last].price = side == .buy ? max(price, record.price) : min(price, record.price)
    } else {
      aggressors.append(
        Aggressor(id: record.id, side: side, quantity: record.size, price: record.price)
      )
    }
  }

  private mutating func addFill(_ record: TapeRecord) {
    guard let last = aggressors.indices.last else { return }
    if aggressors.contains(where: { $0.id == record.id }) {
      ownFillCount += 1
    } else {
      aggressors[last].fills.append(record)
      filled[record.id, default: 0] += record.size
    }
  }

  func isAggressor(_ id: OrderID) -> Bool { aggressors.contains { $0.id == id } }

  /// The record that shows how an aggressor's remainder rests, if any.
  func remainder(of id: OrderID) -> TapeRecord? {
    changes.last { $0.id == id && $0.action != .cancel }
  }

  /// Whether a maker of this event traded more than it displayed or shows new size afterwards.
  func revealsHiddenQuantity(_ book: borrowing Book) -> Bool {
    for change in changes {
      guard let filled = filled[change.id], let order = book.order(change.id) else { continue }
      let left = order.quantity - filled
      let shown = change.action == .modify ? change.size : 0
      if left != shown { return true }
    }
    return false
  }
}
