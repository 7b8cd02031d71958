/// One event of a world and what caused it.
public struct CauseEvent: Hashable, Sendable {
  /// The event without which this one would not have happened; ``CauseID/none`` for a root.
  public let parent: CauseID
  /// What it is.
  public let kind: CauseKind
  /// The participant's place, −1 for the world itself.
  public let participant: Int32
  /// The market's or figure's place, −1 where none is meant.
  public let place: Int32
  /// The bar since the opening.
  public let step: Int32
  /// Signed dollars, positive for a purchase.
  public let notional: Double
  /// Dollars per unit; zero where none is meant.
  public let price: Double
  /// The change of the log mid by this event alone.
  public let logMove: Double
}
