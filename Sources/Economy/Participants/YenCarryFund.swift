import Quantities
import Statistics

/// A fund that owes yen and owns dollar assets.
///
/// Balance sheet: equities, coupons, bitcoin, deposits | loans in yen of Japanese banks, who make the yen that
/// they lend. What it opens with was bought with yen that the seller still has; its capital is its deposits.
/// Rule (``YenCarryRule``, `model.md` §3.14), once a day:
///
///     N* = N_max · ramp((r_US − r_JP − hedge)/σ̂_JPY; 0.15, 0.45) · min(1, σ_tgt/σ̂_portfolio)
///
/// 3 % of a missing book are built up a day, 20 % of a book too large are closed: assets are sold pro rata, yen are
/// bought with the proceeds and the loan is repaid. Forced (``YenCarryForce``): a loss of half of the capital,
/// value at risk, a rise of the yen by two deviations. What cannot be repaid in the end is the bank's loss.
public struct YenCarryFund: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "yen_carry_fund",
    summary:
      "Dollar assets on loans in yen: closed when the carry does not pay its risk, and by force when the yen rises.",
    systems: ["M0.5", "M0.6", "M2.3"],
    parameters: parameters,
    words: [
      WordDeclaration("yen", "yen", "the market of the currency it owes"),
      WordDeclaration("money", "deposits", "the money of its trades"),
      WordDeclaration("lender", "Japanese banks", "who lends the yen and owes them"),
      WordDeclaration("seller", "RLP", "who took the yen of the book it opens with"),
      WordDeclaration("large_equity", "SPX shares", "the market of the S&P 500"),
      WordDeclaration("technology_equity", "", "the market of the NASDAQ 100, or none"),
      WordDeclaration("emerging_equity", "", "the market of emerging markets' shares, or none"),
      WordDeclaration("bitcoin", "BTC", "the market of bitcoin or of a fund's shares"),
      WordDeclaration("treasuries", "coupons", "the market of Treasuries, or empty for none"),
    ],
    mechanisms: [
      WorldMechanism("yen_carry", "yen-funded books are built up, closed and forced")
    ],
    stages: [.bar, .settlement, .waterfall, .risk],
    // Its own shares of the volume bound its orders, so that a scenario can say what they are.
    participation: .infinity
  )

  let yen: MarketID
  let currency: InstrumentID
  let money: InstrumentID
  let lender: LedgerAccountID
  let loan: InstrumentID
  let rule: YenCarryRule
  let force: YenCarryForce
  let terms: Terms
  private let isOn: Bool
  var legs: [YenCarryLeg]
  /// Whole yen of debt wanted.
  var debtTarget = 0.0
  /// What forces the sales that are under way.
  var forcedBy: CauseReference?
  /// The last of it.
  var lastForce = CauseReference.decision
  /// The capital from which the loss of a margin call counts: at the opening and after each call.
  var referenceCapital = 0.0
  /// Dollars of book per dollar of capital that the lender accepted at the opening.
  var leverageMax = 0.0
  /// Dollars per dollar of ``YenCarryRule/capacity``: 1, or what makes the opening book wanted.
  private var scale = 1.0
  private var openingYield = 0.0
  private var isOpened = false
  var stoppedDay = -1
  private var lastInterestDay = 0

  struct Terms: Sendable {
    let dollarRate: FigureID
    let yenRate: FigureID
    let longYield: FigureID
    let hedgeCost: Double
    let passThrough: Double
    let riskLimit: Double
    let forcedShare: Double
    let chosenShare: Double
    let isScaled: Bool
  }

  /// Adds the loan in yen.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let yen = try setup.instrument(named: setup.word("yen"))
    _ = try setup.addClaim(plan.name + " yen loans", family: "yen loans", in: yen)
  }

  /// Creates a fund that owes the yen which its opening assets cost.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    yen = try setup.market(named: setup.word("yen"))
    currency = try setup.instrument(named: setup.word("yen"))
    money = try setup.instrument(named: setup.word("money"))
    lender = try setup.account(named: setup.word("lender"))
    loan = try setup.instrument(named: plan.name + " yen loans")
    isOn = setup.isOn(Self.kind.mechanisms[0])
    (rule, force) = try Self.models(setup)
    terms = Self.terms(&setup)
    legs = try YenCarryLeg.legs(of: .standard, setup)
    let book = legs.reduce(0) { $0 + $1.target * setup.marketPlans[$1.market.index].price }
    guard book > 0 else { return }
    debtTarget = book / setup.marketPlans[yen.index].price
    let owed = try setup.amount(debtTarget, of: currency)
    var batch = LedgerBatch(.opening)
    batch.issue(loan, issuer: setup.account, to: lender, owed)
    let seller = try setup.account(named: setup.word("seller"))
    batch.issue(currency, issuer: lender, to: seller, owed)
    try setup.apply(batch)
  }

  /// Trades towards what is wanted every bar, pays interest, and decides once a day.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard isOn else { return }
    if !isOpened { open(view) }
    switch view.stage {
    case .settlement: payInterest(view, &intents)
    case .waterfall:
      meetLimits(view)
      writeOff(view, &intents)
    case .risk: decide(view)
    default:
      meetLimits(view)
      trade(view, &intents)
    }
  }

  /// Takes the opening's capital, and the size at which its book is wanted.
  private mutating func open(_ view: ParticipantView) {
    isOpened = true
    referenceCapital = view.netWorth
    openingYield = view.figure(terms.longYield)
    leverageMax = referenceCapital > 0 ? owed(view) / referenceCapital : 0
    let wanted = rule.target(
      carryToRisk: carryToRisk(view),
      portfolioVolatility: annual(bookVolatility(view))
    )
    if terms.isScaled { scale = wanted > 0 ? owed(view) / wanted : 0 }
  }

  // MARK: - The rule

  /// Dollars owed.
  func owed(_ view: ParticipantView) -> Double { view.outstanding(loan) * view.price(yen) }

  private func fundingRate(_ view: ParticipantView) -> Double {
    view.figure(terms.yenRate)
      + terms.passThrough * (view.figure(terms.longYield) - openingYield)
  }

  private func carryToRisk(_ view: ParticipantView) -> Double {
    YenCarryRule.carryToRisk(
      dollarRate: view.figure(terms.dollarRate) / 100,
      yenRate: fundingRate(view) / 100,
      hedgeCost: terms.hedgeCost / 100,
      yenVolatility: max(1e-6, annual(view.dailyVolatility(yen)))
    )
  }

  /// Calendar days, over which the estimates run.
  private func annual(_ daily: Double) -> Double { daily * 365.0.squareRoot() }

  /// The day's choice: nothing while something is forced.
  private mutating func decide(_ view: ParticipantView) {
    guard forcedBy == nil, !meetRiskLimit(view) else { return }
    let book = owed(view)
    let target =
      scale
      * rule.target(
        carryToRisk: carryToRisk(view),
        portfolioVolatility: annual(bookVolatility(view))
      )
    let most = leverageMax * max(0, view.netWorth)
    let change = rule.change(of: book, target: target)
    if change < 0, book > 0 {
      close(-change / book)
    } else if change > 0 {
      add(min(change, max(0, most - book)), view)
    }
  }

  /// Wants a share less of everything.
  mutating func close(_ share: Double) {
    let left = 1 - min(1, max(0, share))
    for place in legs.indices { legs[place].target *= left }
    debtTarget *= left
  }

  private mutating func add(_ dollars: Double, _ view: ParticipantView) {
    for place in legs.indices {
      legs[place].target += legs[place].weight * dollars / view.price(legs[place].market)
    }
    debtTarget += dollars / view.price(yen)
  }

  private mutating func payInterest(_ view: ParticipantView, _ intents: inout IntentList) {
    let days = Double(view.clock.day - lastInterestDay)
    lastInterestDay = view.clock.day
    let interest = view.amount(owed(view) * fundingRate(view) / 100 * days / 365, of: money)
    guard interest > .zero else { return }
    intents.add(.transfer(money, interest, to: lender, as: .coupon), .neutral)
  }
}
