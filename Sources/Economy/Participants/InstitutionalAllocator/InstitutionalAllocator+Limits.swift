import Quantities

extension InstitutionalAllocator {
  /// Money and bills, dollars.
  func liquidity(_ view: ParticipantView) -> Double {
    bills.reduce(view.dollars(money)) { $0 + view.dollars($1) }
  }

  /// All assets, dollars.
  func assets(_ view: ParticipantView) -> Double {
    let marketable = holdings.reduce(0) { $0 + $1.value(view) }
    return bonds.reduce(liquidity(view) + marketable) { $0 + view.dollars($1) }
  }

  /// (ii) and (iii): lays out the sales that withdrawals and capital make necessary.
  mutating func forceLimits(_ view: ParticipantView) {
    let whole = assets(view)
    let missing = owed + rules.liquidityMin * max(0, whole - owed) - liquidity(view)
    if missing > 0, withdrawal != .decision {
      sell(view, wanted: missing, charges: false, because: withdrawal)
    }
    var needed = holdings.reduce(0) { $0 + $1.charge * $1.value(view) }
    needed += bonds.reduce(0) { $0 + rules.reserveCharge * view.dollars($1) }
    let shortage = needed - max(0, view.netWorth)
    guard shortage > 0, let cause = fall(view) else { return }
    sell(view, wanted: shortage, charges: true, because: cause)
  }

  /// Sells the first tiers first; `charges` says that `wanted` counts capital released, not dollars sold.
  private mutating func sell(
    _ view: ParticipantView,
    wanted: Double,
    charges: Bool,
    because cause: CauseReference
  ) {
    var left = wanted
    for place in holdings.indices where left > 1 {
      let per = charges ? holdings[place].charge : 1
      guard per > 0 else { continue }
      let price = view.price(holdings[place].market)
      let bars = Double(view.barsOfSession(holdings[place].market))
      let promised = holdings[place].forced.reduce(0) { $0 + $1.unitsPerBar * bars }
      let free = max(0, view.units(holdings[place].instrument) - promised)
      let units = min(free, left / per / price)
      guard units > 0 else { continue }
      left -= units * price * per
      force(view, place, units: units, because: cause)
    }
  }

  /// The fall that cost most since a week ago; nil if nothing fell.
  private func fall(_ view: ParticipantView) -> CauseReference? {
    var worst: (loss: Double, market: MarketID)?
    for holding in holdings {
      let market = view.followed(holding.market)
      let move = view.logReturn(market, days: 5) + view.logReturnToday(market)
      let loss = -move * holding.value(view)
      if loss > (worst?.loss ?? 0) { worst = (loss, market) }
    }
    return worst.map { .fall($0.market, to: view.price($0.market)) }
  }

  /// Pays what members withdraw as far as there is money; the rest waits for the sales.
  mutating func payMembers(_ view: ParticipantView, _ intents: inout IntentList) {
    for (place, shock) in view.shocks(.redemptionWave) where shock.target == name {
      let bars = max(1, (shock.hours * 3600 / view.clock.barSeconds).rounded())
      owed += shock.size / bars * assets(view)
      withdrawal = .shock(place)
    }
    guard owed > 0 else { return }
    let paid = min(owed, view.dollars(money))
    guard paid >= 0.01 else { return }
    owed = owed - paid < 0.01 ? 0 : owed - paid
    let amount = view.amount(paid, of: money)
    if view.outstanding(claim) > paid {
      intents.add(
        .repay(loan: claim, amount, to: members, money: money),
        .forced,
        because: withdrawal
      )
    } else {
      intents.add(
        .transfer(money, amount, to: members, as: .payment),
        .forced,
        because: withdrawal
      )
    }
  }
}
