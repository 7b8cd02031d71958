import Quantities

/// A cash-and-carry fund: long fund shares or coins, short the dated future, on borrowed money.
///
/// Balance sheet: shares, deposits | a prime broker's loan; short futures off it. Rule (``CarryRule``,
/// `model.md` §3.4): the required carry is c* = financing · (1 − margin funded) + fees + roll, about 5 % a
/// year. Both legs change by the same coins in the same bar, tagged neutral: what the sale of one pushes,
/// the purchase of the other pushes back. Forced: variation margin on a rise that uses up the cash, see
/// ``CarryMargin``; the cause is the event that carried the price to where the cash ended.
public struct BasisFund: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "basis_fund",
    summary:
      "Long fund shares, short the dated future, financed by a broker; margin calls on a rise force it.",
    systems: ["M3.2", "M3.3"],
    parameters: BasisFund.parameters,
    words: [
      WordDeclaration(
        "long_legs",
        "fund A shares",
        "markets of the long leg: fund shares or a coin"
      ),
      WordDeclaration("future", "BTC", "the coin of the dated future"),
      WordDeclaration("money", "deposits", "the money of margin, loan and trades"),
      WordDeclaration("prime_broker", "DLR", "the lender; it must hold the money"),
      WordDeclaration("seller", "INST", "who was paid for the opening long leg with the loan"),
    ],
    mechanisms: [
      WorldMechanism("basis_unwind", "carry funds close both legs when the basis does not pay"),
      WorldMechanism("basis_entry", "carry funds add to both legs when the basis pays"),
    ],
    stages: [.bar, .equityClose, .settlement],
    // Its own rates bound its orders; a cap on one leg alone would break the hedge.
    participation: .infinity
  )

  private let coin: MarketID
  private let money: InstrumentID
  private let broker: LedgerAccountID
  private let loan: InstrumentID
  private let rule: CarryRule
  private let terms: BasisTerms
  private let unwinds: Bool
  private let enters: Bool
  private var legs: [CarryLeg] = []
  /// Coins that both legs shall have.
  private var target = 0.0
  /// The change of the target in each bar of the session.
  private var slice = 0.0
  /// Coins of the long leg still to be sold by force, and the price that forced it.
  private var forcedCoins = 0.0
  private var forcedPrice = 0.0
  private var lastInterestDay = 0

  /// Adds the loan.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    _ = try setup.addClaim(plan.name + " loan", family: "prime broker loans")
  }

  /// Creates a fund; its opening long leg is matched by a short future and financed by the loan.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    coin = try setup.market(named: setup.word("future"))
    money = try setup.instrument(named: setup.word("money"))
    broker = try setup.account(named: setup.word("prime_broker"))
    loan = try setup.instrument(named: plan.name + " loan")
    terms = BasisTerms(setup)
    rule = terms.rule
    unwinds = setup.isOn(Self.kind.mechanisms[0])
    enters = setup.isOn(Self.kind.mechanisms[1])
    for market in try setup.markets(inWord: "long_legs") {
      legs.append(try CarryLeg(market, coin: coin, &setup))
    }
    CarryLeg.weigh(&legs)
    setup.joinFuture(coin, margin: money)
    target = legs.reduce(0) { $0 + $1.openingCoins }
    guard target > 0 else { return }
    try setup.bringFuture(coin, coins: -target)
    let price = setup.marketPlans[coin.index].price
    let borrowed = (1 - terms.ownShare) * target * price
    try setup.issue(loan, borrowed, to: broker)
    try setup.move(
      money,
      borrowed,
      from: broker,
      to: try setup.account(named: setup.word("seller"))
    )
  }

  /// Trades the session's slices, meets margin calls, decides at the close and settles the loan.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .equityClose: decide(view)
    case .settlement: settle(view, &intents)
    default: trade(view, &intents)
    }
  }

  private func longCoins(_ view: ParticipantView) -> Double {
    legs.reduce(0) { $0 + $1.coins(view) }
  }

  private func isOpen(_ view: ParticipantView) -> Bool {
    legs.allSatisfy { view.isOpen($0.market) }
  }

  // MARK: - The session

  private mutating func trade(_ view: ParticipantView, _ intents: inout IntentList) {
    var short = -view.futureCoins(coin)
    if unwinds, short > 0 { short -= meetCall(view, short: short, &intents) }
    guard slice != 0 || forcedCoins > 0, isOpen(view) else { return }
    target = max(0, target + slice)
    let price = view.price(coin)
    let bought = target - (longCoins(view) - forcedCoins)
    sellForced(view, &intents)
    for leg in legs {
      intents.trade(leg.market, dollars: bought * leg.weight * price, money: money, .neutral)
    }
    // What was filled too little of before is made good here, so that the legs stay equal.
    let sold = target - short
    if abs(sold) * price > 1 {
      intents.add(.future(coin, notional: -sold * price), .neutral)
    }
  }

  /// Buys futures back at once when the cash for their margin is gone; the long leg follows when its
  /// market is open.
  ///
  /// - Returns: The coins bought back.
  private mutating func meetCall(
    _ view: ParticipantView,
    short: Double,
    _ intents: inout IntentList
  ) -> Double {
    let cash = view.dollars(money)
    guard cash < (terms.marginRate + terms.buffer) * short * view.price(coin) else { return 0 }
    let price = view.price(coin)
    let financed = view.outstanding(loan) / max(short, longCoins(view))
    let margin = CarryMargin(
      coins: short,
      price: price,
      // What is waiting to be sold will bring cash, net of its part of the loan.
      cash: cash + forcedCoins * (price - financed),
      loan: financed * short,
      rate: terms.marginRate
    )
    guard margin.freeCash < 0 else { return 0 }
    let closed = margin.closingFraction(buffer: terms.buffer) * short
    forcedPrice = margin.exhaustionPrice
    forcedCoins += closed
    target = max(0, target - closed)
    slice = min(0, slice)
    intents.add(
      .future(coin, notional: closed * price),
      .forced,
      because: .rise(coin, to: forcedPrice)
    )
    return closed
  }

  /// Sells the long leg of what was bought back by force.
  private mutating func sellForced(_ view: ParticipantView, _ intents: inout IntentList) {
    guard forcedCoins > 0 else { return }
    for leg in legs {
      intents.trade(
        leg.market,
        dollars: -forcedCoins * leg.weight * view.price(coin),
        money: money,
        .forced,
        because: .rise(coin, to: forcedPrice)
      )
    }
    forcedCoins = 0
  }

  // MARK: - The close

  private mutating func decide(_ view: ParticipantView) {
    slice = 0
    guard let first = legs.first, forcedCoins == 0 else { return }
    target = longCoins(view)
    let price = view.price(coin)
    let carry = view.basis(coin, days: terms.basisDays)
    let position = target * price
    let wanted = min(rule.target(carry: carry), affordable(view))
    let change = rule.change(of: position, target: wanted, carry: carry, days: 1)
    guard change > 0 ? enters : unwinds else { return }
    slice = change / price / Double(view.barsOfSession(first.market))
  }

  /// The largest position whose own money, margin and buffer the fund's equity can pay.
  private func affordable(_ view: ParticipantView) -> Double {
    max(0, view.netWorth) / (terms.ownShare + terms.marginRate + terms.buffer)
  }

  /// Interest, and a loan that is again the financed share of the long leg and of what is being bought.
  private mutating func settle(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let first = legs.first else { return }
    let owed = view.outstanding(loan)
    let days = Double(view.clock.day - lastInterestDay)
    lastInterestDay = view.clock.day
    let interest = owed * terms.financingRate * days / 365
    if interest > 0 {
      intents.add(
        .transfer(money, view.amount(interest, of: money), to: broker, as: .coupon),
        .neutral
      )
    }
    let planned = max(0, slice) * Double(view.barsOfSession(first.market))
    let financed = (1 - terms.ownShare) * (longCoins(view) + planned) * view.price(coin)
    let change = view.amount(financed - owed, of: money)
    if change > .zero {
      intents.add(.borrow(loan: loan, change, from: broker, money: money), .neutral)
    } else if change < .zero {
      intents.add(.repay(loan: loan, -change, to: broker, money: money), .neutral)
    }
  }
}
