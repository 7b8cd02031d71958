public import Observatory
public import Quantities

/// One reason for a verdict.
public struct Evidence: Hashable, Sendable {
  /// Where a reason comes from.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Stated figures, computed again.
    case recomputation
    /// Series of the store.
    case data
    /// An experiment that decides, or will decide.
    case experiment
    /// An argument without a number.
    case reason
  }

  /// Where it comes from.
  public let kind: Kind
  /// What it says, in a sentence.
  public let text: String
  /// The number it rests on.
  public let number: ComputedNumber?
  /// What the claim expects of the number.
  public let expected: String?
  /// The expression that was computed, for recomputations.
  public let expression: String?
  /// The series used, with the files behind them.
  public let sources: [SeriesUse]
  /// The first and the last day of the data used.
  public let window: ClosedRange<Day>?
  /// The errors of the articles that it shows or touches.
  public let errors: [String]

  /// Creates a reason.
  public init(
    _ kind: Kind,
    _ text: String,
    number: ComputedNumber? = nil,
    expected: String? = nil,
    expression: String? = nil,
    sources: [SeriesUse] = [],
    window: ClosedRange<Day>? = nil,
    errors: [String] = []
  ) {
    self.kind = kind
    self.text = text
    self.number = number
    self.expected = expected
    self.expression = expression
    self.sources = sources
    self.window = window
    self.errors = errors
  }
}
