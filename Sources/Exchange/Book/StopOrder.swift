/// An order that waits outside the book until a reference price reaches its trigger.
public struct StopOrder: Sendable, Hashable {
  /// What is sent to the book when the stop fires; its id names the stop while it waits.
  ///
  /// A market order makes a stop-market, a limit order a stop-limit.
  public var order: Order
  /// The price series watched.
  public var reference: StopReference
  /// The side from which the reference must come.
  public var condition: StopCondition
  /// The reference price that fires the stop, in ticks.
  public var trigger: Int64

  /// Creates a stop order.
  public init(
    order: Order,
    reference: StopReference,
    condition: StopCondition,
    trigger: Int64
  ) {
    self.order = order
    self.reference = reference
    self.condition = condition
    self.trigger = trigger
  }
}
