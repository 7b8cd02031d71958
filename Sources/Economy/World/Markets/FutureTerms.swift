/// What a dated future costs over spot where its users say so.
///
/// Without terms a future carries the plan's basis, orders for it move that basis, and they press on the
/// spot price like orders for the coin.
public struct FutureTerms: Hashable, Sendable {
  /// The figure of the basis, percent a year; it takes effect at the roll of the day on which it is published.
  public var rate: FigureID
  /// Whether orders for it press on the spot market's price.
  public var pressesOnSpot: Bool

  /// Creates the terms.
  public init(rate: FigureID, pressesOnSpot: Bool) {
    self.rate = rate
    self.pressesOnSpot = pressesOnSpot
  }
}
