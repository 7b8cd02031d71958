import Quantities
import Statistics

/// The central bank: administered rates, and securities bought with reserves that it makes.
///
/// Balance sheet: bills, coupons, loans, gold certificates | reserves, reverse repo, the Treasury's
/// account, currency. Rates: i ← s·i + (1 − s)·(r* + π + ½(π − π*) + ½y) each month, in steps of 25 bp; the
/// range, IORB, ON RRP and the standing facility follow. EFFR − IORB is ``ReserveDemand`` at reserves over
/// bank assets. Securities: see ``BalanceSheetMode``; runoff is a sale to the public, which is what a
/// maturing coupon refinanced by the public amounts to. Source: `model.md` §3.19, §4.2, §4.8.
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
    ],
    mechanisms: [
      WorldMechanism("policy_rate", "the policy rate follows inflation and output"),
      WorldMechanism("asset_purchases", "the central bank buys and sells securities"),
    ],
    stages: [.equityClose, .settled, .month],
    participation: 0.2
  )

  private let reserves: InstrumentID
  private let bills: MarketID
  private let coupons: MarketID
  private let mode: BalanceSheetMode
  private let followsRule: Bool
  private let trades: Bool
  private let figures: PolicyFigures
  private let rule: PolicyRule
  private let terms: PurchaseTerms
  private let demand: ReserveDemand
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
    mode = try Self.choice(setup.word("balance_sheet"), setup)
    followsRule = setup.word("rate_rule") == "rule" && setup.isOn(Self.kind.mechanisms[0])
    trades = setup.isOn(Self.kind.mechanisms[1])
    rule = PolicyRule(setup)
    terms = PurchaseTerms(setup)
    demand = ReserveDemand(spreadFloor: setup.number("reserve_spread_floor_percent"))
    lower = setup.number("rate_lower_percent")
    target = lower
    figures = PolicyFigures(in: &setup)
    figures.open(rule.rates(lower: lower), in: &setup)
  }

  /// Trades at the close, publishes what the overnight market made, and decides on rates once a month.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .settled: observe(view, &intents)
    case .month: if followsRule { decide(view, &intents) }
    default: if trades { trade(view, &intents) }
    }
  }

  private mutating func observe(_ view: ParticipantView, _ intents: inout IntentList) {
    let ratio = view.outstanding(reserves) / max(1, view.figure(figures.bankAssets))
    let spread = demand.spread(at: ratio)
    spreads.append(spread)
    if spreads.count > 20 { spreads.removeFirst() }
    intents.publish(figures.effectiveRate, view.figure(figures.reserveRate) + spread)
    intents.publish(figures.officialCoupons, view.units(view.instrument(coupons)))
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
    switch mode {
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

  private static func choice(
    _ word: String,
    _ setup: WorldSetup
  ) throws(WorldError) -> BalanceSheetMode {
    guard let mode = BalanceSheetMode(rawValue: word) else {
      throw setup.invalid(
        "balance_sheet",
        word,
        "what it does with its securities",
        BalanceSheetMode.allCases.map(\.rawValue)
      )
    }
    return mode
  }
}
