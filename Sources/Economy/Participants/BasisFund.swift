import Quantities

/// A cash-and-carry fund: long fund shares or coins, short the dated future, on borrowed money.
///
/// Balance sheet: shares, deposits | a prime broker's loan; short futures off it. Rule (``CarryRule``,
/// `model.md` §3.4): the required carry is c* = financing · (1 − margin funded) + fees + roll, about 5 % a
/// year. Both legs change by the same coins in the same bar, tagged neutral: what the sale of one pushes,
/// the purchase of the other pushes back. Forced: variation margin on a rise that uses up the cash, see
/// ``CarryMargin``; the cause is the event that carried the price to where the cash ended. And a broker who
/// finances less of a volatile coin: what the equity no longer carries is closed over a session, because
/// of what carried the price to the close.
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
      WordDeclaration(
        "dealer_loans",
        "",
        "the broker's loans to other funds, whose overnight funding this loan shares; empty for a fixed rate"
      ),
    ],
    mechanisms: [
      WorldMechanism("basis_unwind", "carry funds close both legs when the basis does not pay"),
      WorldMechanism("broker_haircut", "brokers finance less of a coin that has become volatile"),
      WorldMechanism("basis_entry", "carry funds add to both legs when the basis pays"),
      WorldMechanism("broker_funding", "brokers lend carry funds what they can fund overnight"),
    ],
    stages: [.bar, .equityClose, .settlement],
    // Its own rates bound its orders; a cap on one leg alone would break the hedge.
    participation: .infinity
  )

  let coin: MarketID
  let money: InstrumentID
  let broker: LedgerAccountID
  let loan: InstrumentID
  let terms: BasisTerms
  /// The overnight funding of the loan, where the plan names it.
  let financing: BasisFinancing?
  let unwinds: Bool
  let enters: Bool
  let isCalled: Bool
  var legs: [CarryLeg] = []
  /// Coins that both legs shall have.
  var target = 0.0
  /// The change of the target in each bar of the session.
  var slice = 0.0
  /// Coins of the long leg still to be sold by force, and what forced it.
  var forcedCoins = 0.0
  private var forcedCause = CauseReference.decision
  /// What the broker no longer finances: coins to close in each bar of the session.
  var call = (slice: 0.0, left: 0.0, cause: CauseReference.decision)
  var lastInterestDay = 0

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
    let isFunded = setup.isOn(Self.kind.mechanisms[3]) && !setup.word("dealer_loans").isEmpty
    financing = isFunded ? try BasisFinancing(&setup) : nil
    unwinds = setup.isOn(Self.kind.mechanisms[0])
    isCalled = setup.isOn(Self.kind.mechanisms[1])
    enters = setup.isOn(Self.kind.mechanisms[2])
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

  func longCoins(_ view: ParticipantView) -> Double {
    legs.reduce(0) { $0 + $1.coins(view) }
  }

  private func isOpen(_ view: ParticipantView) -> Bool {
    legs.allSatisfy { view.isOpen($0.market) }
  }

  // MARK: - The session

  private mutating func trade(_ view: ParticipantView, _ intents: inout IntentList) {
    var short = -view.futureCoins(coin)
    if unwinds, short > 0 { short -= meetCall(view, short: short, &intents) }
    guard slice != 0 || forcedCoins > 0 || call.left > 0, isOpen(view) else { return }
    short -= answerCall(view, short: short, &intents)
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
    forcedCause = .rise(coin, to: margin.exhaustionPrice)
    forcedCoins += closed
    target = max(0, target - closed)
    slice = min(0, slice)
    intents.add(
      .future(coin, notional: closed * price),
      .forced,
      because: forcedCause
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
        because: forcedCause
      )
    }
    forcedCoins = 0
  }

  /// Buys back a slice of what the broker no longer finances; the long leg is sold in the same bar.
  ///
  /// - Returns: The coins bought back.
  private mutating func answerCall(
    _ view: ParticipantView,
    short: Double,
    _ intents: inout IntentList
  ) -> Double {
    let closed = min(short, min(call.slice, call.left))
    guard closed > 0 else { return 0 }
    call.left -= closed
    target = max(0, target - closed)
    forcedCoins += closed
    forcedCause = call.cause
    intents.add(.future(coin, notional: closed * view.price(coin)), .forced, because: call.cause)
    return closed
  }
}
