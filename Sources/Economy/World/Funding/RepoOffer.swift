import Quantities

/// What a cash lender offers overnight on a settlement day.
public struct RepoOffer: Hashable, Sendable {
  /// The money that it lends and is repaid in: deposits, or reserves for a bank.
  public var money: InstrumentID
  /// Its desks.
  ///
  /// Their cash together is what it lends at most, what it has lent already included; the world
  /// cuts it to what the lender has.
  public var desks: [RepoLender]
  /// Why it refuses or holds back, if something made it.
  public var cause: CauseReference

  /// Creates an offer.
  public init(
    money: InstrumentID,
    desks: [RepoLender],
    because cause: CauseReference = .decision
  ) {
    self.money = money
    self.desks = desks
    self.cause = cause
  }
}
