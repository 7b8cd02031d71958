import Quantities
import Statistics

extension World {
  /// Begins the shocks that are due and applies those that go on.
  func applyShocks() throws(WorldError) {
    for (place, shock) in plan.shocks.enumerated() where isActive(shock) {
      if shockEvents[place] == .none { shockEvents[place] = enterShock(shock) }
      switch shock.kind {
      case .sale, .depeg: try sell(shock, event: shockEvents[place])
      case .hack where isFirstBar(of: shock): shockDone[place] += try steal(shock)
      case .redemptionWave:
        shockDone[place] += try redeem(shock, event: shockEvents[place])
      case .news, .hack, .oracleFault, .issuanceClosure, .makerWithdrawal, .taxPayment,
        .lenderRefusal, .offshoreRun:
        break
      }
    }
  }

  /// The shocks of a kind that are going on.
  func activeShocks(_ kind: WorldShock.Kind) -> [WorldShock] {
    plan.shocks.filter { $0.kind == kind && isActive($0) }
  }

  /// Whether a shock is going on in the bar.
  func isActive(_ shock: WorldShock) -> Bool {
    let first = firstStep(of: shock)
    return clock.step >= first && clock.step < first + barCount(of: shock)
  }

  private func isFirstBar(of shock: WorldShock) -> Bool { clock.step == firstStep(of: shock) }

  private func firstStep(of shock: WorldShock) -> Int {
    let bar = Int(shock.hour * 3600 / clock.barSeconds)
    return shock.day * clock.barsPerDay + min(clock.barsPerDay - 1, bar)
  }

  /// The number of bars of a shock, at least one.
  private func barCount(of shock: WorldShock) -> Int {
    max(1, Int((shock.hours * 3600 / clock.barSeconds).rounded()))
  }

  private func enterShock(_ shock: WorldShock) -> CauseID {
    let place = markets.firstIndex { $0.plan.name == shock.market }
    return causes.add(
      CauseEvent(
        parent: .none,
        kind: .shock,
        participant: -1,
        place: Int32(place ?? -1),
        step: Int32(clock.step),
        notional: shock.kind.isInDollars ? -shock.size : 0,
        price: place.map { markets[$0].dollars } ?? 0,
        logMove: shock.kind == .news ? shock.size : 0
      )
    )
  }

  /// The log move of a scenario's news in the bar in which it breaks.
  func newsShock(of place: Int) -> Double {
    plan.shocks.reduce(0) { sum, shock in
      shock.kind == .news && shock.market == markets[place].plan.name && isFirstBar(of: shock)
        ? sum + shock.size : sum
    }
  }

  /// The event of a scenario's news on a market in the bar, if there is one.
  func newsShockEvent(of place: Int) -> CauseID {
    for (index, shock) in plan.shocks.enumerated()
    where shock.kind == .news && shock.market == markets[place].plan.name && isFirstBar(of: shock) {
      return shockEvents[index]
    }
    return .none
  }

  /// A sale from outside, one slice a bar.
  private func sell(_ shock: WorldShock, event: CauseID) throws(WorldError) {
    guard let place = markets.firstIndex(where: { $0.plan.name == shock.market }),
      let account = account(meantBy: shock),
      let money = ledger.instrument(named: "stablecoins")
    else { return }
    waiting.append(
      PlacedOrder(
        account: account,
        participant: -1,
        market: place,
        contract: .spot(money: money),
        size: .dollars(-shock.size / Double(barCount(of: shock))),
        tag: .directional,
        parent: event
      )
    )
  }

  /// What is stolen leaves for the thief, who never sells: coins are conserved.
  ///
  /// - Returns: Its value in dollars.
  private func steal(_ shock: WorldShock) throws(WorldError) -> Double {
    guard let victim = account(meantBy: shock),
      let thief = ledger.account(named: "THIEF"),
      let place = markets.firstIndex(where: { $0.plan.name == shock.market })
    else { return 0 }
    let market = markets[place]
    let wanted = Int64((shock.size / market.dollars * market.unitsPerOne).rounded(.down))
    let held = ledger.holding(of: victim, in: market.instrument)
    var batch = LedgerBatch(.hack)
    let stolen = min(held, Amount(wanted))
    batch.transfer(market.instrument, from: victim, to: thief, stolen)
    try apply(batch)
    return Double(stolen.units) / market.unitsPerOne * market.dollars
  }

  /// Every holder of the issuer's claims redeems the same share.
  ///
  /// - Returns: The number of claims that were brought to a window.
  private func redeem(_ shock: WorldShock, event: CauseID) throws(WorldError) -> Double {
    guard let issuer = account(meantBy: shock) else { return 0 }
    var brought = 0.0
    let share = shock.size / Double(barCount(of: shock))
    for place in facilities.indices where facilities[place].issuer == issuer {
      for holding in ledger.holdings(in: facilities[place].claim) where holding.account != issuer {
        let units = Int64((Double(holding.quantity.units) * share).rounded(.down))
        brought += Double(units)
        try redeem(
          FacilityID(index: place),
          Amount(units),
          by: holding.account,
          parent: event
        )
      }
    }
    return brought
  }
}

extension World {
  /// What each shock of the plan has done so far, in the plan's order.
  public var shockOutcomes: [ShockOutcome] {
    plan.shocks.enumerated().map { place, shock in
      let event = shockEvents[place]
      return ShockOutcome(
        shock: shock,
        hasBegun: event != .none,
        hasEnded: clock.day * clock.barsPerDay >= firstStep(of: shock) + barCount(of: shock),
        done: shockDone[place],
        consequenceCount: event == .none ? 0 : causes.events.count { $0.parent == event },
        isHeldBack: event != .none && isHeldBack(shock, event)
      )
    }
  }

  /// Whether a halt has lasted from a shock's news, or a slice of its sale, to the last bar.
  private func isHeldBack(_ shock: WorldShock, _ event: CauseID) -> Bool {
    guard let market = markets.first(where: { $0.plan.name == shock.market }),
      let halt = market.halt
    else { return false }
    let last = clock.day * clock.barsPerDay - 1
    switch shock.kind {
    case .news: return halt.isHalted(from: firstStep(of: shock), through: last)
    default:
      return halt.isHalted(at: last)
        && waiting.contains { $0.participant < 0 && $0.parent == event }
    }
  }
}
