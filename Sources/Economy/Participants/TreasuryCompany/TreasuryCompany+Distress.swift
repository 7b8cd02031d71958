import Exchange
import Quantities
import Statistics

extension TreasuryCompany {
  /// What falls due within the horizon.
  func needs(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    issuable: Double
  ) -> TreasuryNeeds {
    let last = Double(view.clock.day) + terms.horizonDays
    let due = tranches.reduce(0) {
      $0 + (Double($1.dueDay) <= last && !$1.isInTheMoney(at: sheet.sharePrice) ? $1.face : 0)
    }
    let charges = terms.chargesPerYear(sheet)
    // What is due already cannot wait for issues.
    let isOverdue = tranches.contains { $0.dueDay <= view.clock.day }
    return TreasuryNeeds(
      due: due,
      fixed: charges * terms.horizonDays / 365 + arrears,
      chargesOfQuarter: charges / 4,
      issuance: isOverdue ? 0 : issuable * terms.horizonDays * 252 / 365,
      cash: sheet.cash,
      coins: sheet.coins
    )
  }

  /// Sells coins because debt falls due, charges stay unpaid or the lender calls.
  mutating func sellByForce(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ needs: TreasuryNeeds,
    _ intents: inout IntentList
  ) {
    guard let distress = needs.distress else { return }
    let most = terms.forcedParticipation * view.dailyVolume(coin) * view.clock.barDays
    let isCovered = needs.due <= needs.cash + needs.issuance && uncoveredQuarters < 2
    if !isCovered && distress.shortfall >= 1 {
      let cause = closure(view).map(CauseReference.shock) ?? .fall(coin, to: sheet.coinPrice)
      sell(min(most, distress.shortfall), cause, view, &intents)
    }
    let called = dollarsCalled(sheet)
    if called >= 1 { sell(min(most, called), .fall(coin, to: callPrice), view, &intents) }
  }

  /// What must be sold so that the loan is worth its target share of the coins again.
  private mutating func dollarsCalled(_ sheet: TreasurySheet) -> Double {
    let value = sheet.coinValue
    if sheet.loan > terms.loanToValueMax * value && !isDeleveraging {
      isDeleveraging = true
      callPrice = sheet.loan / (terms.loanToValueMax * sheet.coins)
    } else if sheet.loan <= terms.loanToValueTarget * value * 1.000_1 {
      isDeleveraging = false
    }
    guard isDeleveraging else { return 0 }
    // Cash raised in the last bar repays the loan in this one.
    let owed = max(0, sheet.loan - max(0, sheet.cash - reserve))
    let target = terms.loanToValueTarget
    return min(value, (owed - target * value) / max(0.01, 1 - target))
  }

  private mutating func sell(
    _ dollars: Double,
    _ cause: CauseReference,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    intents.trade(coin, dollars: -dollars, money: money, .forced, because: cause)
    guard firstForcedSaleDay < 0 else { return }
    firstForcedSaleDay = view.clock.day
    intents.publish(figures.firstForcedSaleDay, Double(view.clock.day), because: cause)
  }

  func repayLoan(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ free: Double,
    _ intents: inout IntentList
  ) {
    let paid = min(sheet.loan, free)
    guard paid >= 0.01 else { return }
    intents.add(.repay(loan: loan, view.amount(paid, of: loan), to: lender, money: money))
  }

  /// Pays interest, costs and dividends of a quarter in that order, as far as the cash goes.
  mutating func payCharges(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ intents: inout IntentList
  ) {
    let interest = (terms.couponRate * sheet.convertibles + terms.loanRate * sheet.loan) / 4
    let costs = terms.operatingCostPerYear / 4
    let dividends = terms.dividendRate * sheet.preferred / 4
    let due = interest + costs + dividends + arrears
    var left = min(sheet.cash, due)
    arrears = max(0, due - left)
    uncoveredQuarters = arrears > 0.01 ? uncoveredQuarters + 1 : 0
    // What is left of past quarters is owed to lenders and preferred holders, who are one.
    let lines: [(LedgerAccountID, LedgerFlowKind, Double)] = [
      (lender, .coupon, interest), (suppliers, .payment, costs), (lender, .coupon, due),
    ]
    for (account, kind, dollars) in lines {
      let paid = min(left, dollars)
      left -= paid
      guard paid >= 0.01 else { continue }
      intents.add(.transfer(money, view.amount(paid, of: money), to: account, as: kind))
    }
  }

  // MARK: - The day's end

  /// Settles what is due, moves the premium and publishes the day.
  mutating func endDay(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ intents: inout IntentList
  ) {
    countTranches(sheet)
    settleTranches(view, sheet, &intents)
    var stream = view.stream(0)
    let shock = NormalDistribution.standardQuantile(stream.nextUniform() + 0x1p-54)
    let issued = sharesYesterday > 0 ? sheet.shares / sharesYesterday - 1 : 0
    sharesYesterday = sheet.shares
    premium.step(
      volatility: view.dailyVolatility(coin) * 365.0.squareRoot(),
      momentum: view.logReturn(coin, days: 60),
      issued: issued,
      shock: shock
    )
    let multiple = sheet.multiple
    let needs = needs(view, sheet, issuable: dollarsIssuable(view, sheet))
    intents.publish(figures.basic, multiple?.basic ?? 0)
    intents.publish(figures.enterprise, multiple?.enterprise ?? 0)
    intents.publish(figures.net, multiple?.net ?? 0)
    intents.publish(figures.coinsPerShare, sheet.shares > 0 ? sheet.coins / sheet.shares : 0)
    intents.publish(figures.distressPrice, needs.distress?.price ?? 0)
    intents.publish(figures.purchases, purchases)
  }

  /// The last issue is as large as the lender could pay.
  private mutating func countTranches(_ sheet: TreasurySheet) {
    guard var tranche = pending else { return }
    pending = nil
    tranche.face = sheet.convertibles - tranches.reduce(0) { $0 + $1.face }
    if tranche.face > 0.01 { tranches.append(tranche) }
  }

  /// Due tranches become shares or are repaid as far as the cash goes.
  private mutating func settleTranches(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ intents: inout IntentList
  ) {
    var cash = sheet.cash
    var isUnpaid = false
    for place in tranches.indices where tranches[place].dueDay <= view.clock.day {
      let tranche = tranches[place]
      guard !tranche.isInTheMoney(at: sheet.sharePrice) else {
        let face = view.amount(tranche.face, of: convertibles)
        let count = view.amount(tranche.face / tranche.conversionPrice, of: shareInstrument)
        intents.add(.convert(convertibles, face, into: shareInstrument, count, of: lender))
        tranches[place].face = 0
        continue
      }
      let paid = view.amount(max(0, min(tranche.face, cash)), of: convertibles)
      cash -= Double(paid.units) / 10_000
      tranches[place].face -= Double(paid.units) / 10_000
      intents.add(.repay(loan: convertibles, paid, to: lender, money: money))
      isUnpaid = isUnpaid || tranches[place].face >= 1
    }
    tranches.removeAll { $0.face < 0.01 }
    guard sellsByForce, sheet.coinValue < 1, cash < 1, isUnpaid || sheet.loan >= 1 else { return }
    fail(view, sheet, &intents)
  }

  /// Without coins and cash nothing is left for those who lent.
  private mutating func fail(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ intents: inout IntentList
  ) {
    let cause = CauseReference.fall(coin, to: sheet.coinPrice)
    for (claim, owed) in [(convertibles, sheet.convertibles), (loan, sheet.loan)] where owed > 0 {
      intents.add(.writeDown(claim, fraction: 1), .forced, because: cause)
    }
    tranches = []
    isDeleveraging = false
    arrears = 0
  }
}
