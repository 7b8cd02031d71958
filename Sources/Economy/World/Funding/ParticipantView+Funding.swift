import Quantities

extension ParticipantView {
  /// What is owed of a market's instrument in all, dollars of face.
  public func outstandingDollars(_ market: MarketID) -> Double {
    outstanding(instrument(market))
  }

  /// What a borrower's overnight debt to lenders who lend day by day is, dollars.
  public func overnight(_ claim: InstrumentID) -> Double {
    world.lenders.reduce(0) {
      $0 + Double(world.ledger.holding(of: $1, in: claim).units) / 10_000
    }
  }

  /// What the borrower of a claim lacked at the last settlement.
  public func shortfall(_ claim: InstrumentID) -> RepoShortfall {
    world.repo.shortfalls[claim] ?? RepoShortfall()
  }

  /// The overnight market of the last settlement; nil without trades.
  public var repoDay: RepoDay? { world.repo.today }

  /// The shocks of a kind that have begun, with their places: settlement is once a day, whatever a shock's hour.
  public func shocksBegun(_ kind: WorldShock.Kind) -> [(place: Int, shock: WorldShock)] {
    guard !world.plan.shocks.isEmpty else { return [] }
    return world.plan.shocks.enumerated().filter {
      $0.element.kind == kind && world.shockEvents[$0.offset] != .none
    }.map { ($0.offset, $0.element) }
  }
}
