public import Quantities

/// What a borrower did not get at a settlement and what became of it.
public struct RepoShortfall: Hashable, Sendable {
  /// The demand that no lender and no facility met.
  public var unmet = Amount.zero
  /// The part of it that the borrower could not repay either: old debt that runs on for a day.
  public var extended = Amount.zero
  /// Why.
  public var cause = CauseReference.decision

  /// Nothing is missing.
  public init() {}
}
