import Statistics

extension YenCarryFund {
  /// Margin calls and stops, as far as prices have moved by now.
  mutating func meetLimits(_ view: ParticipantView) {
    let book = owed(view)
    guard book > 1 else { return }
    let rise = Libm.exp(view.logReturnToday(yen)) - 1
    let isStopped = stoppedDay == view.clock.day
    let loss = referenceCapital - view.netWorth
    let sale = force.sale(
      on: YenCarryForce.Day(
        book: book,
        capital: referenceCapital,
        yenRise: isStopped ? 0 : rise,
        assetLoss: loss - (isStopped ? 0 : book * rise),
        yenDailyVolatility: view.dailyVolatility(yen)
      )
    )
    guard sale.share > 0, legs.contains(where: { $0.target > 0 }) else { return }
    if sale.stopShare > 0 { stoppedDay = view.clock.day }
    if sale.marginCallShare > 0 {
      let cause = causeOfLoss(loss, view)
      referenceCapital = view.netWorth
      force(sale.share, because: cause)
    } else {
      let start = view.price(yen) * Libm.exp(-view.logReturnToday(yen))
      let level = start * (1 + force.stopDeviations * view.dailyVolatility(yen))
      force(sale.share, because: .rise(yen, to: level))
    }
  }

  /// Value at risk over its limit; true if something must go.
  mutating func meetRiskLimit(_ view: ParticipantView) -> Bool {
    let book = owed(view)
    guard book > 1 else { return false }
    let sale = force.sale(
      on: YenCarryForce.Day(
        book: book,
        capital: .infinity,
        yenRise: 0,
        yenDailyVolatility: view.dailyVolatility(yen),
        bookDailyVolatility: bookVolatility(view),
        riskLimit: terms.riskLimit * max(0, view.netWorth)
      )
    )
    guard sale.riskLimitShare > 0 else { return false }
    force(sale.riskLimitShare, because: largestMove(view))
    return true
  }

  private mutating func force(_ share: Double, because cause: CauseReference) {
    forcedBy = cause
    lastForce = cause
    close(share)
  }

  /// σ̂ of a day of assets, taken to move together, less a debt in yen that moves by itself.
  func bookVolatility(_ view: ParticipantView) -> Double {
    let whole = legs.reduce(0) { $0 + $1.dollars(view) }
    guard whole > 0 else { return view.dailyVolatility(yen) }
    let assets = legs.reduce(0) {
      $0 + $1.dollars(view) / whole * view.dailyVolatility($1.market)
    }
    let debt = view.dailyVolatility(yen)
    return (assets * assets + debt * debt).squareRoot()
  }

  /// The price at which the loss had reached the limit: the yen's if it did more of the damage than assets.
  private func causeOfLoss(_ loss: Double, _ view: ParticipantView) -> CauseReference {
    let excess = max(0, loss - force.lossLimit * referenceCapital)
    let price = view.price(yen)
    let fallen = legs.map { leg in
      (leg.market, leg.dollars(view) * (1 - Libm.exp(monthly(leg.market, view))))
    }
    let debt = owed(view)
    let dearer = debt * (Libm.exp(monthly(yen, view)) - 1)
    guard let worst = fallen.max(by: { $0.1 < $1.1 }), worst.1 > dearer else {
      return .rise(yen, to: price * max(1e-3, 1 - excess / debt) * (1 - 1e-6))
    }
    return .fall(worst.0, to: view.price(worst.0) * (1 + 1e-6))
  }

  /// The log move of a market in the last twenty days, today included.
  private func monthly(_ market: MarketID, _ view: ParticipantView) -> Double {
    view.logReturn(market, days: 20) + view.logReturnToday(market)
  }

  /// The largest move of the day that the book felt.
  private func largestMove(_ view: ParticipantView) -> CauseReference {
    let whole = max(1, legs.reduce(0) { $0 + $1.dollars(view) })
    var market = yen
    var largest = abs(view.logReturn(yen, days: 1))
    for leg in legs {
      let felt = leg.dollars(view) / whole * abs(view.logReturn(leg.market, days: 1))
      if felt > largest { (market, largest) = (leg.market, felt) }
    }
    let price = view.price(market)
    return view.logReturn(market, days: 1) >= 0
      ? .rise(market, to: price * (1 - 1e-6)) : .fall(market, to: price * (1 + 1e-6))
  }
}
