import Quantities
import Statistics

/// An exchange operator: customers' money and coins on its own sheet, and who bears a theft.
///
/// Balance sheet: stablecoins, coins | balances (dollars at par), custody (coins at par), bridge loan, new
/// shares; what is left is its own. Fees come in by volume and costs go out. A theft, the scenario's or a
/// Poisson one with Pareto size, leaves a loss that its ``LossWaterfall`` allocates: retained reserve,
/// own cash, a bridge loan after a day, new shares after two weeks, and what nobody covers from customers,
/// whose windows stay shut until they bear it. Own funds buy missing coins back, forced by the loss.
/// It publishes hole, confidence, months of liquidity and months to heal. Source: `model.md` §3.23, §6.
public struct ExchangeOperator: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "exchange_operator",
    summary:
      "An exchange that holds customers' money and coins: thefts make a hole that reserve, cash, loan, shares and customers bear.",
    systems: ["M4.1", "M1.11"],
    parameters: declaredParameters,
    words: [
      WordDeclaration("market", "BTC", "the coin in custody"),
      WordDeclaration("money", "stablecoins", "what balances are paid in"),
      WordDeclaration("customers", "RETAIL", "the account that holds balances at the opening"),
      WordDeclaration("lender", "RLP", "who advances the bridge loan"),
      WordDeclaration("investor", "RLP", "who buys new shares"),
      WordDeclaration("supplier", "HN", "who is paid its costs"),
    ],
    mechanisms: [
      WorldMechanism("exchange_hacks", "thefts from exchanges arrive at random"),
      WorldMechanism(
        "loss_waterfall",
        "an exchange fills a hole from reserve, cash, loans and shares"
      ),
    ],
    stages: [.bar, .risk]
  )

  let name: String
  private let coinName: String
  let claims: ExchangeClaims
  let bridge: InstrumentID
  let shares: InstrumentID
  let rule: Rule
  let hasWaterfall: Bool
  private let thief: LedgerAccountID
  private let hasHacks: Bool
  private let runway: FigureID
  private let healing: FigureID

  var incident: ExchangeIncident?
  /// Dollars lost so far, and own profits put into the present hole.
  var lossTotal = 0.0
  var earned = 0.0
  /// What of the loan and of new shares was outstanding when the present incident began.
  var lentBefore = 0.0
  var raisedBefore = 0.0
  /// The retained reserve that is left, dollars.
  var reserve: Double
  private var seenShocks: [Int] = []
  private var ownCoins = 0.0

  /// Adds balances, custody and windows.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    try ExchangeClaims.declare(
      plan.name,
      market: setup.word("market"),
      money: setup.word("money"),
      &setup
    )
    _ = try setup.addClaim("bridge loan \(plan.name)", family: "bridge loans")
    _ = try setup.addClaim("new shares \(plan.name)", family: "exchange shares")
  }

  /// Issues what customers hold at the opening.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    name = plan.name
    coinName = setup.word("market")
    claims = try ExchangeClaims(
      of: plan.name,
      market: setup.word("market"),
      money: setup.word("money"),
      &setup
    )
    bridge = try setup.instrument(named: "bridge loan \(plan.name)")
    shares = try setup.instrument(named: "new shares \(plan.name)")
    rule = try Rule(&setup)
    reserve = rule.reserve
    thief = try setup.account(named: "THIEF")
    hasHacks = setup.isOn(Self.kind.mechanisms[0])
    hasWaterfall = setup.isOn(Self.kind.mechanisms[1])
    runway = setup.figure(named: "months of liquidity of \(plan.name)", opening: Rule.monthsMax)
    healing = setup.figure(named: "months to heal of \(plan.name)")
    let customers = try setup.account(named: setup.word("customers"))
    try setup.issue(claims.balances, setup.number("balances_usd"), to: customers)
    try setup.issue(claims.custody, setup.number("custody_units"), to: customers)
    ownCoins = max(0, setup.units(of: claims.coin) - setup.number("custody_units"))
  }

  /// Looks for thefts and repairs in bars; pays, publishes and repays at the end of a day.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .bar:
      lookForTheft(view, &intents)
      if hasHacks { sufferTheft(view, &intents) }
      if incident != nil { recover(view, &intents) }
      ownCoins = max(0, view.units(claims.coin) - view.outstanding(claims.custody))
    default:
      endDay(view, &intents)
    }
  }

  // MARK: - Thefts

  /// A theft of the scenario: the world has moved the coins before anyone acts.
  private mutating func lookForTheft(_ view: ParticipantView, _ intents: inout IntentList) {
    for (place, shock) in view.shocks(.hack)
    where shock.target == name && shock.market == coinName && !seenShocks.contains(place) {
      seenShocks.append(place)
      let price = view.price(claims.market)
      let held = view.units(claims.coin)
      let most = (view.outstanding(claims.custody) + ownCoins) * price
      begin(held > 0 ? shock.size : min(shock.size, most), view, .shock(place), &intents)
    }
  }

  /// A theft that nature draws.
  private mutating func sufferTheft(_ view: ParticipantView, _ intents: inout IntentList) {
    var stream = view.stream(0)
    let probability = ExitHazard.probability(rate: rule.hackRate * view.clock.barDays / 365)
    guard stream.nextEvent(probability: probability) else { return }
    let tail = ParetoDistribution(scale: rule.hackMin, exponent: rule.hackExponent)
    let size = min(rule.hackMax, tail.draw(using: &stream))
    let price = view.price(claims.market)
    let stolen = min(view.amount(size / price, of: claims.coin), view.holding(claims.coin))
    guard stolen > .zero else { return }
    intents.add(.transfer(claims.coin, stolen, to: thief, as: .hack))
    begin(min(size, view.units(claims.coin) * price), view, .decision, &intents)
  }

  // MARK: - Days

  private mutating func endDay(_ view: ParticipantView, _ intents: inout IntentList) {
    let fees =
      rule.feeRate * rule.volumeShare * view.dailyVolume(claims.market)
      * view.dailyVolatility(claims.market) / view.referenceVolatility(claims.market)
    intents.publish(claims.fees, fees)
    let income = view.figure(claims.fees)
    let cost = rule.costPerMonth * 12 / 365
    let interest = rule.bridgeRate / 365 * view.outstanding(bridge)
    pay(view, cost, to: rule.supplier, as: .payment, &intents)
    pay(view, interest, to: rule.lender, as: .coupon, &intents)
    let profit = income - cost - interest
    if incident == nil { reserve = max(0, reserve + rule.retainedShare * max(0, profit)) }
    if profit > 0 { earn(profit, view, &intents) }
    let outflow = Double(view.facility(claims.balanceWindow).redeemedToday.units) / 10_000
    let hole = view.figure(claims.hole)
    let figures = ExchangeRunway(
      reserve: 0,
      loss: hole,
      monthlyIncome: income * 365 / 12,
      monthlyCost: rule.costPerMonth,
      stressedMonthlyOutflow: outflow * 365 / 12,
      liquidAssets: view.units(claims.money)
    )
    intents.publish(runway, min(Rule.monthsMax, figures.monthsOfLiquidity ?? Rule.monthsMax))
    intents.publish(healing, min(Rule.monthsMax, figures.monthsToHeal ?? Rule.monthsMax))
  }

  private func pay(
    _ view: ParticipantView,
    _ dollars: Double,
    to target: LedgerAccountID,
    as kind: LedgerFlowKind,
    _ intents: inout IntentList
  ) {
    let paid = min(view.amount(dollars, of: claims.money), view.holding(claims.money))
    if paid > .zero { intents.add(.transfer(claims.money, paid, to: target, as: kind)) }
  }

  /// Profits fill what is left of the hole, then repay the loan.
  private mutating func earn(
    _ profit: Double,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    if incident != nil {
      earned += profit
      return
    }
    let repaid = min(profit, view.outstanding(bridge))
    guard repaid > 0 else { return }
    intents.add(
      .repay(loan: bridge, view.amount(repaid, of: bridge), to: rule.lender, money: claims.money)
    )
  }
}
