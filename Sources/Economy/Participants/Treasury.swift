import Quantities

/// The Treasury: a deficit with seasons, spent from its account and funded with bills and coupons.
///
/// Balance sheet: account at the central bank, gold | bills, coupons, gold certificates. Each month it
/// needs D_m + (TGA* − TGA)/3 and asks for taxes where the season's deficit is negative; the bill share of
/// what is outstanding moves to its target by 10 % of the gap. Bills settle every business day, coupons on
/// the first business day from the 15th on and on the last of the month. Interest on coupons is a part of
/// the deficit and reaches their holders every business day; bills bear none here. Maturing debt is rolled over by its
/// holders and not posted. Source: `model.md` §3.20.
public struct Treasury: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "treasury",
    summary:
      "The Treasury: spends and taxes through its account at the central bank, and sells bills and coupons.",
    systems: ["M2.7", "M4.2", "M4.6"],
    parameters: parameters,
    words: [
      WordDeclaration("account", "TSY", "the account of the sheet"),
      WordDeclaration("payee", "HN", "who is paid what it spends"),
    ],
    mechanisms: [
      WorldMechanism("public_deficit", "the Treasury spends more than it takes"),
      WorldMechanism("debt_issuance", "the Treasury sells bills and coupons"),
    ],
    stages: [.equityClose, .settlement, .month],
    participation: 0.3
  )

  private let account: InstrumentID
  private let deposits: InstrumentID
  private let bills: MarketID
  private let coupons: MarketID
  private let payee: LedgerAccountID
  private let taxDue: FigureID
  private let settling: FigureID
  private let billShare: FigureID
  private let officialCoupons: FigureID
  private let bearingCoupons: FigureID
  private let remitted: FigureID
  private let centralBank: LedgerAccountID
  private let reserves: InstrumentID
  private let spends: Bool
  private let issues: Bool
  private let terms: TreasuryBudget
  /// Dollars of bills still to be sold this month, and of coupons on each of its two days.
  private var billsPlanned = 0.0
  private var couponsPlanned = 0.0
  private var hasPlanned = false
  private var settledMiddle = false
  private var month = 0

  /// Creates the Treasury of the sheet.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    account = try setup.instrument(named: "TGA")
    deposits = try setup.instrument(named: "deposits")
    bills = try setup.market(named: "bills")
    coupons = try setup.market(named: "coupons")
    payee = try setup.account(named: setup.word("payee"))
    taxDue = setup.figure(named: "tax due")
    settling = setup.figure(named: "coupon settlement")
    billShare = setup.figure(named: "bill share")
    officialCoupons = setup.figure(named: "official coupons", assumed: 3.9e12)
    bearingCoupons = setup.figure(named: "official coupons with interest")
    remitted = setup.figure(named: "remittances")
    centralBank = try setup.account(named: "FED")
    reserves = try setup.instrument(named: "reserves")
    spends = setup.isOn(Self.kind.mechanisms[0])
    let coupon = setup.figure(named: "coupon rate")
    if spends { setup.open(coupon, setup.number("coupon_rate_percent")) }
    issues = setup.isOn(Self.kind.mechanisms[1])
    terms = TreasuryBudget(setup)
  }

  /// Spends at settlement, sells debt at the close, and plans at the beginning of a month.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    if !hasPlanned || view.stage == .month { planMonth(view) }
    switch view.stage {
    case .settlement: spend(view, &intents)
    case .equityClose: issue(view, &intents)
    default: break
    }
  }

  /// Splits what the month needs between bills and coupons.
  private mutating func planMonth(_ view: ParticipantView) {
    hasPlanned = true
    // The month that begins: planning happens on the last day of the one before.
    let date = view.stage == .month ? view.clock.date + 1 : view.clock.date
    month = date.civil.month
    settledMiddle = date.civil.day > 15
    let owed = (view.outstandingDollars(bills), view.outstandingDollars(coupons))
    let need = terms.need(month: month, cash: view.units(account))
    billsPlanned = terms.billsSold(bills: owed.0, coupons: owed.1, need: need)
    couponsPlanned = (need - billsPlanned) / 2
  }

  private func spend(_ view: ParticipantView, _ intents: inout IntentList) {
    guard spends else { return }
    // Interest is a part of what is spent, and what the central bank gives back may be spent again.
    let held = max(0, view.outstandingDollars(coupons) - view.figure(officialCoupons))
    let interest = terms.interest(on: held)
    let paid = view.amount(interest, of: account)
    intents.add(.payHolders(of: view.instrument(coupons), paid, money: account), .policy)
    let official = payCentralBank(view, &intents)
    let deficit =
      terms.deficit(month: month) / TreasuryBudget.businessDays - interest - official
      + view.figure(remitted)
    intents.publish(taxDue, max(0, -deficit))
    guard deficit > 0 else { return }
    let spent = view.amount(deficit, of: account)
    intents.add(.pay(spent, from: account, to: payee, in: deposits, as: .payment), .policy)
  }

  /// Pays the central bank for its coupons where it takes interest; elsewhere it would give it back, unposted.
  private func payCentralBank(_ view: ParticipantView, _ intents: inout IntentList) -> Double {
    let interest = terms.interest(on: view.figure(bearingCoupons))
    guard interest > 0 else { return 0 }
    let paid = view.amount(interest, of: account)
    intents.add(.pay(paid, from: account, to: centralBank, in: reserves, as: .coupon), .policy)
    return interest
  }

  private mutating func issue(_ view: ParticipantView, _ intents: inout IntentList) {
    guard issues else { return }
    let owed = (view.outstandingDollars(bills), view.outstandingDollars(coupons))
    intents.publish(billShare, owed.0 / max(1, owed.0 + owed.1))
    sell(bills, billsPlanned / TreasuryBudget.businessDays, view, &intents)
    let date = view.clock.date
    let isMiddle = !settledMiddle && date.civil.day >= 15
    let isLast = view.clock.isLastBusinessDayOfMonth
    if isMiddle { settledMiddle = true }
    let sold = (isMiddle ? couponsPlanned : 0) + (isLast ? couponsPlanned : 0)
    intents.publish(settling, sold)
    sell(coupons, sold, view, &intents)
  }

  /// Sells debt, or buys it back up to the limit and the cash.
  private func sell(
    _ market: MarketID,
    _ dollars: Double,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    let most = min(terms.buybackMost, max(0, view.units(account)))
    intents.trade(market, dollars: -max(-most, dollars), money: account, .policy)
  }
}
