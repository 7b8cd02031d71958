/// A key that a scenario file can have: one declaration for the reader, the schema and the defaults.
public struct ScenarioField: Hashable, Sendable {
  /// What the value looks like.
  public enum Form: Hashable, Sendable {
    /// A number within a range, which may be open at a side.
    case number(ClosedRange<Double>)
    /// A whole number within a range.
    case whole(ClosedRange<Int>)
    /// A text.
    case text
    /// A date.
    case date
    /// `on` or `off`.
    case flag
    /// One of some words.
    case choice([String])
    /// A map from names to numbers that are not negative.
    case quantities
    /// A list of texts.
    case texts
    /// `on`, `off` or one of some words, the first of which is what `on` means.
    case rule([String])
    /// A map with keys of its own.
    case map([ScenarioField])
    /// A list of maps with keys of their own.
    case rows([ScenarioField])
  }

  /// The key, with the unit last.
  public let name: String
  /// What the value looks like.
  public let form: Form
  /// Whether a new entry must have it.
  public let isRequired: Bool
  /// What it means.
  public let meaning: String
  /// Where the default comes from; empty where there is none.
  public let basis: String

  init(
    _ name: String,
    _ form: Form,
    isRequired: Bool = false,
    _ meaning: String,
    basis: String = ""
  ) {
    self.name = name
    self.form = form
    self.isRequired = isRequired
    self.meaning = meaning
    self.basis = basis
  }
}
