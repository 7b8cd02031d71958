public import Exchange

/// The book with a planted fault: an amendment to a smaller quantity loses its turn, while its
/// events claim that it kept it.
public final class FaultyBookMachine: CommandedBook {
  private let inner: BookMachine

  /// An empty book with these rules and positions.
  public init(rules: BookRules, positions: [AccountID: Int64]) {
    inner = BookMachine(rules: rules, positions: positions)
  }

  /// Carries out a command and returns what it did.
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

  /// The canonical state.
  public var stateHash: UInt64 { inner.stateHash }
  /// The first structural fault, described.
  public var fault: String? { inner.fault }
}
