/// An observer that keeps every event, and positions that follow the fills.
///
/// For tests, adapters and small studies; it allocates.
public struct BookEventLog: BookObserver, Sendable {
  /// The events since the log was created or cleared, oldest first.
  public var events: [BookEvent] = []
  /// Signed positions in lots by account, moved by the fills.
  ///
  /// Accounts not named are flat.
  public var positions: [AccountID: Int64]

  /// Creates a log that starts with these positions.
  public init(positions: [AccountID: Int64] = [:]) {
    self.positions = positions
  }

  /// The fills among the events, in order.
  public var fills: [Fill] {
    events.compactMap { event in
      guard case .filled(let fill) = event else { return nil }
      return fill
    }
  }

  /// The cancellations among the events, in order.
  public var cancellations: [Cancellation] {
    events.compactMap { event in
      guard case .cancelled(let cancellation) = event else { return nil }
      return cancellation
    }
  }

  /// Keeps the trade and moves both positions.
  public mutating func filled(_ fill: Fill) {
    events.append(.filled(fill))
    let signed = fill.takerSide == .buy ? fill.quantity : -fill.quantity
    positions[fill.takerAccount, default: 0] += signed
    positions[fill.makerAccount, default: 0] -= signed
  }

  /// Keeps the cancellation.
  public mutating func cancelled(_ cancellation: Cancellation) {
    events.append(.cancelled(cancellation))
  }

  /// Keeps the refusal.
  public mutating func rejected(order id: OrderID, reason: OrderRejection) {
    events.append(.rejected(order: id, reason: reason))
  }

  /// Keeps the resting order.
  public mutating func rested(_ order: RestingOrder) { events.append(.rested(order)) }

  /// Keeps the amendment.
  public mutating func amended(_ amendment: Amendment) { events.append(.amended(amendment)) }

  /// Keeps the stop's id.
  public mutating func stopAccepted(_ stop: StopOrder) {
    events.append(.stopAccepted(order: stop.order.id))
  }

  /// Keeps the fired stop's id.
  public mutating func stopFired(order id: OrderID) { events.append(.stopFired(order: id)) }

  /// The position as the fills so far leave it.
  public mutating func position(of account: AccountID) -> Int64 {
    positions[account, default: 0]
  }
}
