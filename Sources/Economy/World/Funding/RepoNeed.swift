import Quantities

/// What a borrower has to fund overnight on a settlement day.
public struct RepoNeed: Hashable, Sendable {
  /// The borrower's debt that lenders hold.
  public var claim: InstrumentID
  /// Its debt to the central bank's standing facility, or nil without access.
  public var standingClaim: InstrumentID?
  /// The money that it gets and repays.
  public var money: InstrumentID
  /// Its desks.
  ///
  /// Their demand together is the debt that it wants to have tonight.
  public var desks: [RepoBorrower]

  /// Creates a need.
  public init(
    claim: InstrumentID,
    standingClaim: InstrumentID? = nil,
    money: InstrumentID,
    desks: [RepoBorrower]
  ) {
    self.claim = claim
    self.standingClaim = standingClaim
    self.money = money
    self.desks = desks
  }
}
