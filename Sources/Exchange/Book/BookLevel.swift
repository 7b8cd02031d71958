/// The total resting quantity at one price.
public struct BookLevel: Sendable, Hashable {
  /// Price in ticks.
  public let price: Int64
  /// Lots.
  public let quantity: Int64

  /// Creates a level.
  @inlinable public init(price: Int64, quantity: Int64) {
    self.price = price
    self.quantity = quantity
  }
}
