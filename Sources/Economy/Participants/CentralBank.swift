import Quantities
import Statistics

/// The central bank: administered rates, and securities bought with reserves that it makes.
///
/// Balance sheet: bills, coupons, loans, gold certificates | reserves, reverse repo, the Treasury's
/// account, currency. Rates: i ← s·i + (1 − s)·(r* + π + ½(π − π*) + ½y) each month, in steps of 25 bp; the
/// range, IORB, ON RRP and the standing facility follow. EFFR − IORB is ``ReserveDemand`` at reserves over
/// bank assets. Securities: see ``BalanceSheetMode``; runoff is a sale to the public, which is what a
/// maturing coupon refinanced by the public amounts to. Interest is ``CentralBankInterest``. Source:
/// `model.md` §3.19, §4.2, §4.8.
public struct CentralBank: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "central_bank",
    summary:
      "The central bank: sets rates, makes reserves to buy bills or coupons, and takes them back.",
    systems: ["M2.1", "M2.6", "M3.1"],
    parameters: rates + securities,
    words: [
      WordDeclaration("account", "FED", "the account of the sheet"),
      WordDeclaration("rate_rule", "hold", "hold, or rule for the smoothed rule"),
      WordDeclaration(
        "balance_sheet",
        "automatic",
        "hold, runoff, reserves, easing or automatic"
      ),
      WordDeclaration(
        "schedule",
        "",
        "days and what it does from then on, with commas: 200 hold, 300 reserves"
      ),
    ],
    mechanisms: [
      WorldMechanism("policy_rate", "the policy rate follows inflation and output"),
      WorldMechanism("asset_purchases", "the central bank buys and sells securities"),
      WorldMechanism(
        "central_bank_interest",
        "the central bank pays and gets interest and remits what is left"
      ),
    ],
    stages: [.equityClose, .settled, .risk, .month],
    participation: 0.2
  )

  private let reserves: InstrumentID
  private let bills: MarketID
  private let coupons: MarketID
  private let schedule: BalanceSheetSchedule
  private let followsRule: Bool
  private let trades: Bool
  private let figures: PolicyFigures
  private let rule: PolicyRule
  private let terms: PurchaseTerms
  private let demand: ReserveDemand
  /// Nil where interest is not posted.
  private var interest: CentralBankInterest?
  private var lower: Double
  /// The unrounded rate that the rule carries on.
  private var target: Double
  /// EFFR − IORB of the last twenty settlements.
  private var spreads: [Double] = []
  /// Days of easing left after a disorderly fall.
  private var easingDays = 0

  /// Creates the central bank of the sheet.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    reserves = try setup.instrument(named: "reserves")
    bills = try setup.market(named: "bills")
    coupons = try setup.market(named: "coupons")
    schedule = try BalanceSheetSchedule(setup)
    followsRule = setup.word("rate_rule") == "rule" && setup.isOn(Self.kind.mechanisms[0])
    trades = setup.isOn(Self.kind.mechanisms[1])
    rule = PolicyRule(setup)
    terms = PurchaseTerms(setup)
    demand = ReserveDemand(spreadFloor: setup.number("reserve_spread_floor_percent"))
    lower = setup.number("rate_lower_percent")
    target = lower
    figures = PolicyFigures(in: &setup)
    figures.open(rule.rates(lower: lower), in: &setup)
    // The curve reads it before the first business close.
    setup.open(figures.officialCoupons, setup.units(of: try setup.instrument(named: "coupons")))
    guard setup.isOn(Self.kind.mechanisms[2]) else { return }
    interest = try CentralBankInterest(rates: rule.rates(lower: lower), in: &setup)
  }

  /// Pays interest and trades at the close, publishes what the overnight market made, remits at the end
  /// of the day, and decides on rates once a month.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .settled: observe(view, &intents)
    case .risk: interest?.remit(view, &intents)
    case .month: if followsRule { decide(view, &intents) }
    default:
      interest?.pay(view, ratesNow: rule.rates(lower: lower), &intents)
      if trades { trade(view, &intents) }
    }
  }

  private mutating func observe(_ view: ParticipantView, _ intents: inout IntentList) {
    let ratio = view.outstanding(reserves) / max(1, view.figure(figures.bankAssets))
    let spread = demand.spread(at: ratio)
    spreads.append(spread)
    if spreads.count > 20 { spreads.removeFirst() }
    intents.publish(figures.effectiveRate, view.figure(figures.reserveRate) + spread)
    let held = view.units(view.instrument(coupons))
    intents.publish(figures.officialCoupons, held)
    interest?.publish(officialCoupons: held, &intents)
  }

  private mutating func decide(_ view: ParticipantView, _ intents: inout IntentList) {
    target = rule.next(
      after: target,
      inflation: view.figure(figures.inflation),
      gap: view.figure(figures.outputGap)
    )
    lower = rule.rounded(target)
    figures.publish(rule.rates(lower: lower), &intents)
  }

  // MARK: - Securities

  private mutating func trade(_ view: ParticipantView, _ intents: inout IntentList) {
    let daily = 1 / PurchaseTerms.businessDaysPerMonth
    switch schedule.mode(on: view.clock.day) {
    case .hold: return
    case .runoff:
      let sold = min(terms.runoff * daily, view.dollars(view.instrument(coupons)))
      intents.trade(coupons, dollars: -sold, money: reserves, .policy)
    case .reserves:
      intents.trade(bills, dollars: terms.reservePurchases * daily, money: reserves, .policy)
    case .easing:
      intents.trade(coupons, dollars: terms.easing * daily, money: reserves, .policy)
    case .automatic:
      if isScarce(view) {
        intents.trade(bills, dollars: terms.reservePurchases * daily, money: reserves, .policy)
      }
      if isDisorderly(view) {
        intents.trade(coupons, dollars: terms.easing * daily, money: reserves, .policy)
      }
    }
  }

  /// Whether reserves are below what banks want: by their share of assets, or by what they cost.
  private func isScarce(_ view: ParticipantView) -> Bool {
    let ratio = view.outstanding(reserves) / max(1, view.figure(figures.bankAssets))
    let mean = spreads.isEmpty ? 0 : spreads.reduce(0, +) / Double(spreads.count)
    return ratio < terms.reserveRatioMin || (spreads.count == 20 && mean > terms.spreadTrigger)
  }

  /// Whether coupons have fallen too far in a week, or did so within the last month.
  private mutating func isDisorderly(_ view: ParticipantView) -> Bool {
    if view.logReturn(coupons, days: 5) < Libm.log(1 - terms.disorderFall) { easingDays = 21 }
    easingDays = max(0, easingDays - 1)
    return easingDays > 0
  }
}
