/// A broken invariant: which, where, by how much, and the posting that last touched the place.
public struct LedgerViolation: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which promise.
  public let invariant: LedgerInvariant
  /// Whose balance sheet, or the account of the last posting.
  public let account: String
  /// Which instrument.
  public let instrument: String
  /// The last posting there.
  public let posting: String
  /// What the books say.
  public let actual: Int128
  /// What they should say, in the same unit.
  public let expected: Int128

  /// One line for a person.
  public var description: String {
    "\(invariant.rawValue) broken: \(actual) instead of \(expected); account \(account), "
      + "instrument \(instrument), \(posting)"
  }
}
