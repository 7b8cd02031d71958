/// The mechanisms that a run can switch off, one at a time or together.
///
/// A mechanism that is off leaves every random number where it was, so that the difference between
/// two runs is the mechanism and nothing else.
public enum Mechanism: String, CaseIterable, Hashable, Sendable {
  /// Positions on margin: without them nothing can be liquidated.
  case leverage
  /// The insurance fund: without it every shortfall goes to auto-deleveraging at once.
  case insuranceFund = "insurance_fund"
  /// Auto-deleveraging: without it a shortfall beyond the fund is socialised at once.
  case autoDeleveraging = "auto_deleveraging"
  /// The recovery of depth: without it temporary impact stays.
  case resilience
  /// The permanent part of impact.
  case permanentImpact = "permanent_impact"

  /// What the mechanism is and what is left without it, in one line.
  public var summary: String {
    switch self {
    case .leverage: "positions on margin; without them nothing is liquidated"
    case .insuranceFund: "the fund that pays for fills worse than bankruptcy"
    case .autoDeleveraging: "closing opposite positions when the fund is empty"
    case .resilience: "the decay of temporary impact"
    case .permanentImpact: "the part of impact that stays"
    }
  }

  /// The mechanism of a name.
  ///
  /// - Throws: ``ScenarioError/unknownMechanism(name:known:)`` with the nearest name.
  public init(named name: String) throws(ScenarioError) {
    guard let mechanism = Mechanism(rawValue: name) else {
      throw .unknownMechanism(name: name, known: Mechanism.allCases.map(\.rawValue))
    }
    self = mechanism
  }
}
