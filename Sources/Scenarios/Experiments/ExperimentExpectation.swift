/// What a source says of a quantity, as a condition that a simulated interval can fail.
public struct ExperimentExpectation: Hashable, Sendable {
  /// The condition.
  public enum Condition: Hashable, Sendable {
    /// The number, within a tolerance of the same unit.
    case value(Double, tolerance: Double)
    /// The number or more.
    case atLeast(Double)
    /// The number or less.
    case atMost(Double)
    /// Above the value that means no effect.
    case positive(null: Double)
    /// Below the value that means no effect.
    case negative(null: Double)
    /// The items in this order, with at least this rank correlation (Spearman) in the typical run.
    case order([String], correlationMin: Double)
  }

  /// The condition.
  public let condition: Condition
  /// The facts it comes from, `S0.F07`.
  public let facts: [String]
  /// What the source says, in words.
  public let statement: String

  /// Creates an expectation.
  public init(_ condition: Condition, facts: [String], statement: String) {
    self.condition = condition
    self.facts = facts
    self.statement = statement
  }

  /// The kind as the contract names it: `value`, `sign` or `order`.
  public var kind: String {
    switch condition {
    case .value, .atLeast, .atMost: "value"
    case .positive, .negative: "sign"
    case .order: "order"
    }
  }

  /// Whether an interval lies wholly where the source says.
  public func isMet(lower: Double, upper: Double) -> Bool {
    switch condition {
    case .value(let value, let tolerance):
      lower >= value - tolerance && upper <= value + tolerance
    case .atLeast(let value): lower >= value
    case .atMost(let value): upper <= value
    case .positive(let null): lower > null
    case .negative(let null): upper < null
    case .order(_, let correlationMin): lower >= correlationMin
    }
  }
}
