import Exchange
import Quantities
import Statistics

extension TreasuryCompany {
  /// What it sells of new shares on a trading day, dollars: u times a tenth of their volume.
  func dollarsIssuable(_ view: ParticipantView, _ sheet: TreasurySheet) -> Double {
    guard issuesShares, closure(view) == nil, let multiple = sheet.multiple else { return 0 }
    let ramp = (multiple.enterprise - terms.issueThreshold) / terms.issueRamp
    let share = max(terms.issueShareMax * min(1, max(0, ramp)), terms.issueBelowOneShare)
    return share * terms.issueVolumeShare * view.dailyVolume(shares)
  }

  /// The place of a shock that closes its issue of shares, if one is going on.
  func closure(_ view: ParticipantView) -> Int? {
    view.shocks(.issuanceClosure).first { $0.shock.target.isEmpty || $0.shock.target == name }?
      .place
  }

  /// One bar: the value of its shares, payments that force it, issues, and what proceeds buy.
  mutating func actInBar(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ intents: inout IntentList
  ) {
    reserve = min(reserve, sheet.cash)
    let issuable = dollarsIssuable(view, sheet)
    let needs = needs(view, sheet, issuable: issuable)
    if sellsByForce { sellByForce(view, sheet, needs, &intents) }
    let kept = max(reserve, needs.due + needs.chargesOfQuarter + arrears)
    let free = sheet.cash - kept
    if isDeleveraging {
      repayLoan(view, sheet, free, &intents)
    } else if free >= 1 {
      let most = terms.participation * view.dailyVolume(coin) * view.clock.barDays
      let spent = min(free, most)
      purchases += spent
      intents.trade(coin, dollars: spent, money: money)
    }
    guard view.isOpen(shares) else { return }
    intents.publish(
      figures.shareValue,
      sheet.shareValue(
        multiple: premium.multiple,
        floorShare: terms.equityFloorShare,
        shellPrice: shellPrice
      )
    )
    let sessionDays = 1 / Double(view.barsOfSession(shares))
    if issuable > 0 {
      intents.trade(shares, dollars: -issuable * sessionDays, money: money)
    } else if buysBack {
      buyBack(view, sheet, sessionDays, &intents)
    }
  }

  /// Below the threshold, buys shares with the cash beyond what years of charges need.
  private func buyBack(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ sessionDays: Double,
    _ intents: inout IntentList
  ) {
    guard let multiple = sheet.multiple?.net, multiple < terms.buybackThreshold,
      !isDeleveraging, uncoveredQuarters == 0
    else { return }
    let excess = sheet.cash - terms.buybackReserveYears * terms.chargesPerYear(sheet)
    let most = terms.issueVolumeShare * view.dailyVolume(shares) * sessionDays
    intents.trade(shares, dollars: max(0, min(excess, most)), money: money)
  }

  /// Issues a convertible at the conversion price where it is worth its face.
  mutating func issueConvertible(
    _ view: ParticipantView,
    _ sheet: TreasurySheet,
    _ intents: inout IntentList
  ) {
    let volatility = view.dailyVolatility(shares) * 252.0.squareRoot()
    guard issuesConvertibles, closure(view) == nil,
      let multiple = sheet.multiple, multiple.enterprise > terms.convertibleThreshold,
      volatility >= terms.convertibleVolatilityMin, uncoveredQuarters == 0,
      let price = ConvertibleTranche.conversionPriceAtPar(
        sharePrice: sheet.sharePrice,
        volatility: volatility,
        terms: terms
      ),
      price >= (1 + terms.convertiblePremiumMin) * sheet.sharePrice
    else { return }
    let face = terms.convertibleSizeShare * sheet.marketCapitalisation
    let amount = view.amount(face, of: convertibles)
    intents.add(.borrow(loan: convertibles, amount, from: lender, money: money))
    pending = ConvertibleTranche(
      face: face,
      dueDay: view.clock.day + Int(365 * terms.convertibleMaturityYears),
      conversionPrice: price
    )
  }
}
