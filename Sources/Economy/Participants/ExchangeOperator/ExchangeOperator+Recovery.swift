import Quantities

extension ExchangeOperator {
  /// Allocates a loss, publishes it and shuts the windows if customers must bear a part.
  mutating func begin(
    _ loss: Double,
    _ view: ParticipantView,
    _ cause: CauseReference,
    _ intents: inout IntentList
  ) {
    guard loss > 0 else { return }
    lossTotal += loss
    intents.publish(claims.loss, lossTotal, because: cause)
    let waterfall = LossWaterfall(
      reserves: dollars(min(reserve, ownMoney(view))),
      operatorCash: dollars(ownMoney(view) - reserve),
      bridgeCapacity: dollars(rule.bridgeMax - view.outstanding(bridge)),
      equityCapacity: dollars(rule.equityMax),
      customerBalances: dollars(claims.owed(view))
    )
    // A second loss comes on top of what the first has left open.
    let allocation = waterfall.allocation(of: dollars(loss + view.figure(claims.hole)))
    let incident = ExchangeIncident(
      allocation: allocation,
      haircut: waterfall.haircutFraction(of: allocation)
    )
    self.incident = incident
    lentBefore = view.outstanding(bridge)
    raisedBefore = view.outstanding(shares)
    earned = 0
    if hasWaterfall { reserve -= Double(allocation.reserves.units) / 10_000 }
    if hasWaterfall && incident.haircut > 0 { setWindows(open: false, &intents) }
    publish(incident.hole(lent: 0, raised: 0, earned: 0), view, &intents)
  }

  /// Goes one bar further: money that has arrived, coins bought back, layers that are due.
  mutating func recover(_ view: ParticipantView, _ intents: inout IntentList) {
    guard hasWaterfall, var incident else { return }
    buyBack(view, incident, &intents)
    if incident.ageDays > 0 {
      incident.hasUsedCash = true
      callLenders(view, &incident, &intents)
      cutCustomers(&incident, &intents)
      let hole = incident.hole(
        lent: max(0, view.outstanding(bridge) - lentBefore),
        raised: max(0, view.outstanding(shares) - raisedBefore),
        earned: earned
      )
      publish(hole, view, &intents)
      let isWhole = missingCoins(view) <= 0 || ownMoney(view) < 1
      let isOver = incident.ageDays >= rule.rebuyDays && (incident.haircut == 0 || incident.hasCut)
      if hole == 0 && isWhole && isOver {
        self.incident = nil
        return
      }
    }
    incident.ageDays += view.clock.barDays
    self.incident = incident
  }

  /// Buys missing coins with own money, over the first days.
  private func buyBack(
    _ view: ParticipantView,
    _ incident: ExchangeIncident,
    _ intents: inout IntentList
  ) {
    let missing = missingCoins(view) * view.price(claims.market)
    let daysLeft = max(view.clock.barDays, rule.rebuyDays - incident.ageDays)
    let slice = missing * view.clock.barDays / daysLeft
    let spent = min(slice, 0.98 * ownMoney(view))
    guard spent > 1 else { return }
    intents.trade(
      claims.market,
      dollars: spent,
      money: claims.money,
      .forced,
      because: .figure(claims.loss)
    )
  }

  private func callLenders(
    _ view: ParticipantView,
    _ incident: inout ExchangeIncident,
    _ intents: inout IntentList
  ) {
    if !incident.hasBorrowed && incident.ageDays >= rule.bridgeDelay {
      incident.hasBorrowed = true
      intents.add(
        .borrow(
          loan: bridge,
          incident.allocation.bridgeLoan,
          from: rule.lender,
          money: claims.money
        ),
        .forced,
        because: .figure(claims.loss)
      )
    }
    if !incident.hasRaised && incident.ageDays >= rule.equityDelay {
      incident.hasRaised = true
      intents.add(
        .borrow(
          loan: shares,
          incident.allocation.equityRaise,
          from: rule.investor,
          money: claims.money
        ),
        .forced,
        because: .figure(claims.loss)
      )
    }
  }

  /// Customers bear what nobody else covers, dollars and coins alike; then the windows open.
  private func cutCustomers(_ incident: inout ExchangeIncident, _ intents: inout IntentList) {
    guard incident.haircut > 0, !incident.hasCut, incident.ageDays >= rule.haltDays else { return }
    incident.hasCut = true
    for claim in [claims.balances, claims.custody] {
      intents.add(
        .writeDown(claim, fraction: incident.haircut),
        .forced,
        because: .figure(claims.loss)
      )
    }
    setWindows(open: true, &intents)
  }

  private func setWindows(open isOpen: Bool, _ intents: inout IntentList) {
    let terms = isOpen ? FacilityTerms() : FacilityTerms(redemptionCapacity: .zero)
    for window in [claims.balanceWindow, claims.custodyWindow] {
      intents.add(.adjust(window, terms), .directional, because: .decision)
    }
  }

  /// Hole and confidence, which carry the loss's cause on.
  private func publish(_ hole: Double, _ view: ParticipantView, _ intents: inout IntentList) {
    let own = max(0, ownMoney(view))
    intents.publish(claims.hole, hole, because: .figure(claims.loss))
    intents.publish(
      claims.confidence,
      hole > 0 ? own / (own + hole) : 1,
      because: .figure(claims.loss)
    )
  }

  /// Money beyond what balances are owed, dollars.
  func ownMoney(_ view: ParticipantView) -> Double {
    view.units(claims.money) - view.outstanding(claims.balances)
  }

  /// Coins owed and not held.
  func missingCoins(_ view: ParticipantView) -> Double {
    view.outstanding(claims.custody) - view.units(claims.coin)
  }

  private func dollars(_ value: Double) -> Amount {
    Amount(Int64((max(0, min(value, 9e14)) * 10_000).rounded(.toNearestOrEven)))
  }
}
