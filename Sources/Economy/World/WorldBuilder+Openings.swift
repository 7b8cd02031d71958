import Quantities

extension WorldBuilder {
  /// The position that a participant brings along, no larger than it can back at the venue's leverages.
  ///
  /// A cap below the leverage that the position was made with needs more margin than its owner had behind
  /// it. The owner has what its money is beyond the margins of its other positions, and at least what
  /// the plan's own leverages need; the notional falls to what that backs. Where no cap binds nothing changes.
  mutating func backed(
    _ brought: BroughtPosition,
    of owner: PerpetualBook.Owner,
    in terms: PerpetualTerms
  ) -> PerpetualOpening {
    var opening = brought.opening
    let whole = Double(opening.notional.units) / owner.accountCount
    let asked = margin(of: opening) { max(1, $0) }
    let needed = margin(of: opening) { terms.granted($0, notional: whole) }
    guard needed > asked else { return opening }
    let others = setup.brought.filter {
      $0.account == brought.account && $0.market != brought.market
    }
    let tied = others.reduce(0) { $0 + margin(of: $1.opening) { max(1, $0) } }
    let held = Double(setup.ledger.holding(of: owner.account, in: owner.money).units)
    let backing = max(asked, held - tied)
    guard needed > backing else { return opening }
    let notional = (Double(opening.notional.units) * (backing / needed)).rounded(.down)
    opening.notional = Amount(Int64(notional))
    openingCuts.append(
      OpeningCut(
        participant: roster[Int(owner.participant)].name,
        market: terms.name,
        wanted: Double(brought.opening.notional.units) / 10_000,
        opened: notional / 10_000
      )
    )
    return opening
  }

  /// The margin behind a position at the opening price, quote minor units.
  private func margin(of opening: PerpetualOpening, leverage: (Double) -> Double) -> Double {
    let weights = opening.mixture.reduce(0) { $0 + $1.weight }
    let perUnit = opening.mixture.reduce(0) { $0 + $1.weight / leverage($1.leverage) }
    return Double(opening.notional.units) * perUnit / weights
  }
}
