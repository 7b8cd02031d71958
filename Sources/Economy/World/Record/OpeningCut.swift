/// A position that a participant could not bring along whole, because a venue grants less leverage.
public struct OpeningCut: Hashable, Sendable {
  /// The participant's name.
  public let participant: String
  /// The market.
  public let market: String
  /// What the plan says, dollars.
  public let wanted: Double
  /// What was opened, dollars.
  public let opened: Double
}
