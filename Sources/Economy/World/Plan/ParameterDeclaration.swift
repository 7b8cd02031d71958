/// A number that a kind of participant can be given, with its unit in its name.
///
/// A default is a source's figure or an assumption, and ``basis`` says which.
public struct ParameterDeclaration: Hashable, Sendable {
  /// The name with the unit last: `mandate_cut_days`.
  public let name: String
  /// The value where a scenario gives none.
  public let standard: Double
  /// What is admitted.
  public let range: ClosedRange<Double>
  /// What it means.
  public let meaning: String
  /// Where the default comes from: a section, a fact id, or `assumption`.
  public let basis: String

  /// Creates a declaration.
  public init(
    _ name: String,
    _ standard: Double,
    in range: ClosedRange<Double>,
    _ meaning: String,
    basis: String
  ) {
    precondition(range.contains(standard), "the default of \(name) lies outside its range")
    self.name = name
    self.standard = standard
    self.range = range
    self.meaning = meaning
    self.basis = basis
  }
}
