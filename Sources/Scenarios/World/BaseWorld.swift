import Economy
import Quantities

/// The worlds that a scenario can start from.
public enum BaseWorld: String, CaseIterable, Hashable, Sendable {
  /// Markets and participants of ``Economy/WorldPlan/standard(start:)``.
  case standard = "default"
  /// One bar a day and fewer participants.
  case lite
  /// Dollar funding alone: ``Economy/WorldPlan/funding(start:)``, one bar a day.
  case funding
  /// The opening sheet alone.
  case empty

  func plan(start: Day) -> WorldPlan {
    switch self {
    case .standard: .standard(start: start)
    case .lite: .lite(start: start)
    case .funding: .funding(start: start)
    case .empty: WorldPlan(start: start)
    }
  }
}
