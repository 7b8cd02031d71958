/// An order that is settled elsewhere: here it only moves the market and causes what it causes.
///
/// The engine books neither contracts nor cash for it; whoever sends it has a ledger of his own.
public struct CascadeOrder: Hashable, Sendable {
  /// Signed quote currency: positive buys, negative sells.
  public var volume: Double
  /// What the sender calls the order, found again at the root of a forced trade.
  public var label: Int32

  /// Creates an order.
  ///
  /// - Parameters:
  ///   - volume: Finite; an order of zero is a root that moves nothing.
  ///   - label: Any number; several orders may share one.
  public init(volume: Double, label: Int32) {
    precondition(volume.isFinite, "a volume must be finite: \(volume)")
    self.volume = volume
    self.label = label
  }
}
