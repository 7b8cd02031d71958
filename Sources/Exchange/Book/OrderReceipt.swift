/// What became of a command: a refusal, or where its quantity went.
///
/// For an accepted order, `filled + cancelled + prevented + resting` is the order's quantity.
public struct OrderReceipt: Sendable, Hashable {
  /// The refusal, or `nil` if the command was accepted.
  public var rejection: OrderRejection?
  /// Lots traded on arrival.
  public var filled: Int64
  /// Lots of the order itself that were cancelled.
  public var cancelled: Int64
  /// Lots taken off by self-trade prevention's decrement mode.
  public var prevented: Int64
  /// Lots that rest in the book, or wait in a stop.
  public var resting: Int64

  /// Whether the command was accepted.
  @inlinable public var isAccepted: Bool { rejection == nil }

  /// Creates a receipt.
  @inlinable public init(
    rejection: OrderRejection? = nil,
    filled: Int64 = 0,
    cancelled: Int64 = 0,
    prevented: Int64 = 0,
    resting: Int64 = 0
  ) {
    self.rejection = rejection
    self.filled = filled
    self.cancelled = cancelled
    self.prevented = prevented
    self.resting = resting
  }
}
