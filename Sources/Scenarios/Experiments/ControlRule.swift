/// When the effect of a mechanism counts as gone in the control.
///
/// Fixed with the experiment, never tuned.
public enum ControlRule: Hashable, Sendable {
  /// Every run has this value exactly.
  case exactly(Double)
  /// The interval over the runs contains the value that means no effect.
  case contains(Double)
  /// The whole interval lies within a bound of the value that means no effect; the reason is why that
  /// bound, and not a smaller one, is nothing.
  case within(Double, bound: Double, reason: String)

  /// The whole interval lies at the value that means no effect or below it, for effects that are above.
  case notAbove(Double)

  /// The value that means no effect.
  public var null: Double {
    switch self {
    case .exactly(let null), .contains(let null), .notAbove(let null), .within(let null, _, _): null
    }
  }

  /// Whether the effect is gone.
  ///
  /// - Parameters:
  ///   - values: The control's value in every run.
  ///   - lower: The lower end of the interval of their statistic.
  ///   - upper: Its upper end.
  /// - Returns: True if the rule is kept.
  public func isMet(values: [Double], lower: Double, upper: Double) -> Bool {
    switch self {
    case .exactly(let null): values.allSatisfy { $0 == null }
    case .contains(let null): lower <= null && null <= upper
    case .notAbove(let null): upper <= null
    case .within(let null, let bound, _): lower >= null - bound && upper <= null + bound
    }
  }
}
