import Quantities

extension Bank {
  /// The end of a month: capital, loan supply, interest and profits.
  mutating func decide(
    _ view: ParticipantView,
    owed: Double,
    _ intents: inout IntentList
  ) {
    loanLosses += 1e9 * view.figure(figures.losses)
    let equity = sheet.equity(view)
    let assets = sheet.riskWeighted(view)
    let ratio = equity / max(1, assets)
    let isShort = ratio < terms.ratioMin
    let cause = isShort ? lossCause(view) : .decision
    intents.publish(figures.capital, 100 * ratio, because: cause)
    soldPerDay =
      terms.shrinks && isShort
      ? bondsToSell(view, assets: assets) / BankTerms.businessDaysPerMonth : 0
    let decision = lending.decide(view, sheet, figures, owed: owed)
    let why: CauseReference = isShort ? .figure(figures.capital) : .decision
    intents.publish(figures.supply, decision.supply, because: why)
    intents.publish(figures.constraint, BankFigures.code(of: decision.constraint), because: why)
    intents.publish(figures.standard, decision.tightening)
    pay(view, equity: equity, ratio: ratio, &intents)
  }

  /// What took its capital: loans that were not repaid, or coupons sold below cost.
  private func lossCause(_ view: ParticipantView) -> CauseReference {
    guard max(loanLosses, saleLosses) > 0 else { return .decision }
    return loanLosses >= saleLosses
      ? .figure(figures.losses) : .fall(sheet.market, to: sheet.lossLevel(view))
  }

  /// Coupons whose sale makes up for what loans that run off do not take from risk-weighted assets.
  private func bondsToSell(_ view: ParticipantView, assets: Double) -> Double {
    guard sheet.securityWeight > 0 else { return 0 }
    let runoff = sheet.loanWeight * 1e9 * max(0, view.figure(figures.repayments))
    let rest = terms.shrinkShare * assets - runoff
    return min(max(0, rest) / sheet.securityWeight, view.dollars(sheet.coupons))
  }

  /// A month's interest on deposits, and a share of what equity has gained while capital is ample.
  private mutating func pay(
    _ view: ParticipantView,
    equity: Double,
    ratio: Double,
    _ intents: inout IntentList
  ) {
    let earned = equity - (lastEquity ?? equity)
    lastEquity = equity
    guard terms.paysInterest else { return }
    let rate = terms.depositBeta * max(0, view.figure(figures.policy)) / 100
    let interest = view.amount(
      rate / 12 * view.outstanding(sheet.deposits),
      of: sheet.reserves
    )
    if interest > .zero {
      intents.add(.payHolders(of: sheet.deposits, interest, money: sheet.reserves))
    }
    guard ratio >= terms.payoutRatio, earned > 0 else { return }
    let profit = view.amount(terms.payoutShare * earned, of: sheet.reserves)
    // What owners get is no loss of the next month.
    lastEquity = equity - Double(profit.units) / 10_000
    intents.add(
      .pay(profit, from: sheet.reserves, to: terms.owners, in: terms.ownersMoney, as: .payment)
    )
  }
}
