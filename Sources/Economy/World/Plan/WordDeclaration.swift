/// A name that a kind of participant can be given: its venue, its coin, its lender.
public struct WordDeclaration: Hashable, Sendable {
  /// The name of the field.
  public let name: String
  /// The value where a scenario gives none.
  public let standard: String
  /// What it means.
  public let meaning: String

  /// Creates a declaration.
  public init(_ name: String, _ standard: String, _ meaning: String) {
    self.name = name
    self.standard = standard
    self.meaning = meaning
  }
}
