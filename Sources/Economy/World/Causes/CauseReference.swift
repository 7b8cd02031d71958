/// What a participant names as the reason of an act; the world finds the event behind it.
public enum CauseReference: Hashable, Sendable {
  /// Its own choice: the act is a root.
  case decision
  /// A shock of the scenario that it sees, by its place in the plan.
  case shock(Int)
  /// A market's price fell to a level: the event that carried it across.
  case fall(MarketID, to: Double)
  /// A market's price rose to a level.
  case rise(MarketID, to: Double)
  /// A published figure changed.
  case figure(FigureID)
  /// An event it was told of.
  case event(CauseID)
}
