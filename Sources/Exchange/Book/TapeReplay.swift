/// Feeds an order-by-order tape to a book as commands, so that the book itself makes the fills.
///
/// Orders and aggressors are taken from the tape; fills are only compared. The opening call phase
/// collects orders and is uncrossed by price and time at the recorded auction price.
public struct TapeReplay: ~Copyable {
  /// The book, in continuous trading.
  public private(set) var book: Book
  /// The comparison so far.
  public private(set) var report = TapeReport()

  private var event: [TapeRecord] = []
  private var call = TapeCallPhase()
  private var isContinuous = false

  /// Creates a replay that starts in the call phase.
  public init(rules: BookRules = BookRules()) {
    book = Book(rules: rules)
  }

  /// Replays one record; events are carried out when their last record arrives.
  public mutating func replay(_ record: TapeRecord) {
    report.records += 1
    if record.action == .fill { report.fillRecords += 1 }
    if record.isSnapshot {
      report.snapshotOrders += 1
      call.collect(record)
      return
    }
    event.append(record)
    guard record.isLastOfEvent else { return }
    if isContinuous {
      report.events += 1
      book.carryOut(TapeEvent(event), &report)
    } else if event.contains(where: { $0.action == .trade }) {
      open()
    } else {
      report.callPhaseRecords += event.count
      for record in event { call.collect(record) }
    }
    event.removeAll(keepingCapacity: true)
  }

  /// Uncrosses the call phase and lets the remaining orders rest.
  private mutating func open() {
    let remaining = call.uncross(comparing: event, &report)
    var silent = SilentBookObserver()
    for order in remaining { book.submit(order, observer: &silent) }
    report.ordersAfterAuction = book.restingCount
    isContinuous = true
  }
}
