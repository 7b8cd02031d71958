import Quantities
import Statistics

/// The operator of stores: it buys oil where storing pays, sells where near oil is dear, and publishes the curve.
///
/// Balance sheet: barrels, money | loans of banks at the policy rate. With I all barrels that exist
/// (``StorageCurve``, `model.md` §4.6),
///
///     F_T = S e^{(r + u − y(I)) T} − π(I) e^{−T/τ},   slope = ln(F₁₂/F₁)
///
/// The value of a barrel now is S = S₀ e^{n + (y(I) − y(I₀)) T*}: news n moves all deliveries, scarcity the near ones
/// and not that of T* years. y is not negative, so that contango is at most full carry r + u until stores are almost full. Rule, once a day:
/// full carry but for a tolerance: buy; backwardation: sell; in between: hold. Purchases are borrowed, proceeds
/// repay; interest and storage are paid daily. Forced by nothing.
public struct OilStorage: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "oil_storage",
    summary:
      "Stores oil on bank loans where carry pays, sells it in backwardation; publishes stocks and the curve.",
    systems: ["M2.5"],
    parameters: parameters,
    words: [
      WordDeclaration("market", "WTI", "the market of oil"),
      WordDeclaration("money", "deposits", "what it trades in"),
      WordDeclaration("lender", "BNK", "the bank that lends by owing a deposit"),
      WordDeclaration("storage_lessor", "HN", "who is paid for storage"),
    ],
    mechanisms: [
      WorldMechanism("oil_storage_trading", "stores buy at full carry and sell in backwardation"),
      WorldMechanism("oil_full_store", "oil without room is discounted where stores are full"),
      WorldMechanism("oil_scarcity_value", "scarcity raises the value of a barrel now"),
      WorldMechanism("oil_convenience", "the curve's convenience yield follows stocks"),
    ],
    stages: [.bar, .risk],
    participation: 0.2
  )

  private let market: MarketID
  private let oil: InstrumentID
  private let money: InstrumentID
  private let reserves: InstrumentID
  private let lender: LedgerAccountID
  private let lessor: LedgerAccountID
  private let loan: InstrumentID
  private let figures: OilFigures
  private let terms: OilStorageTerms
  private let isTrading: Bool
  private let openingPrice: Double
  private let openingYield: Double
  /// Standard deviation of a day's news; 0 without news.
  private let dailyNews: Double
  /// T*, 0 where scarcity moves no value.
  private let anchorYears: Double
  /// n, and (y(I) − y(I₀)) T*.
  private var news = 0.0
  private var scarcity = 0.0

  /// Adds its bank loans.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    _ = try setup.addClaim(plan.name + " loans", family: "oil loans")
  }

  /// Finds its market and publishes the opening's curve.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    market = try setup.market(named: setup.word("market"))
    oil = try setup.instrument(named: setup.word("market"))
    money = try setup.instrument(named: setup.word("money"))
    reserves = try setup.instrument(named: "reserves")
    lender = try setup.account(named: setup.word("lender"))
    lessor = try setup.account(named: setup.word("storage_lessor"))
    loan = try setup.instrument(named: plan.name + " loans")
    figures = OilFigures(&setup)
    terms = try OilStorageTerms(setup, mechanisms: Self.kind.mechanisms)
    isTrading = setup.isOn(Self.kind.mechanisms[0])
    let decimals = setup.ledger.description(of: oil).quantityDecimals
    let stocks =
      Double(setup.ledger.outstanding(oil).units) / Double(Int64(powerOfTen(decimals)))
    let rate = setup.figures[figures.policyRate.index]
    let curve = terms.curve(policyRatePercent: rate)
    let price = setup.marketPlans[market.index].price
    openingPrice = price
    openingYield = curve.convenienceYield(atStocks: stocks)
    let annual = setup.isOn(.news) ? setup.number("news_volatility_annual") : 0
    dailyNews = annual / 365.0.squareRoot()
    anchorYears = setup.isOn(Self.kind.mechanisms[2]) ? setup.number("anchor_years") : 0
    for (figure, value) in readings(curve, price: price, stocks: stocks) {
      setup.open(figure, value)
    }
    setup.open(figures.value, price)
  }

  /// Publishes the value every bar; once a day the curve, and pays for what it has, and orders tomorrow's trade.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.stage == .risk else {
      if dailyNews > 0 {
        var stream = view.stream(0)
        let draw = NormalDistribution.standardQuantile(stream.nextUniform() + 0x1p-54)
        news += dailyNews * view.clock.barDays.squareRoot() * draw
      }
      intents.publish(figures.value, openingPrice * Libm.exp(news + scarcity))
      return
    }
    let stocks = view.outstanding(oil)
    let rate = view.figure(figures.policyRate)
    let curve = terms.curve(policyRatePercent: rate)
    let price = view.price(market)
    for (figure, value) in readings(curve, price: price, stocks: stocks) {
      intents.publish(figure, value)
    }
    scarcity = (curve.convenienceYield(atStocks: stocks) - openingYield) * anchorYears
    let paid = payCarry(view, policyRatePercent: rate, &intents)
    guard isTrading else { return }
    let bought = terms.barrels(carry: curve.carry(atStocks: stocks), held: view.units(oil))
    finance(bought * price, view, paid: paid, &intents)
    let amount = view.amount(bought, of: oil)
    if amount != .zero { intents.add(.order(market, .quantity(amount), money: money)) }
  }

  /// What is published of a curve; the slope is left as it was where the near price is not positive.
  private func readings(
    _ curve: StorageCurve,
    price: Double,
    stocks: Double
  ) -> [(FigureID, Double)] {
    let slope = curve.slope(spot: price, stocks: stocks)
    var readings = [
      (figures.stocks, stocks / 1e6), (figures.yearAhead, slope.far),
      (figures.spread, slope.nearLessFar),
      (figures.discount, curve.fullStorePenalty(atStocks: stocks)),
    ]
    // Between the first month and the twelfth there are eleven.
    if let annual = slope.logSlope { readings.append((figures.slope, annual * 11 / 12)) }
    return readings
  }

  /// Pays a day's interest and storage.
  ///
  /// - Returns: Dollars paid.
  private func payCarry(
    _ view: ParticipantView,
    policyRatePercent rate: Double,
    _ intents: inout IntentList
  ) -> Double {
    let interest = view.outstanding(loan) * (rate + terms.loanSpread) / 100 / 360
    let storage = terms.storageCost * view.dollars(oil) / 365
    let due = view.amount(interest, of: money)
    if due > .zero {
      intents.add(.pay(due, from: money, to: lender, in: reserves, as: .coupon), .neutral)
    }
    let rent = view.amount(storage, of: money)
    if rent > .zero {
      intents.add(.transfer(money, rent, to: lessor, as: .payment), .neutral)
    }
    return interest + storage
  }

  /// Borrows what tomorrow's purchase lacks, or repays with what is left over.
  private func finance(
    _ purchase: Double,
    _ view: ParticipantView,
    paid: Double,
    _ intents: inout IntentList
  ) {
    let held = view.units(money) - paid
    // The price may rise until the order is filled, and two percent of money are kept back.
    let needed = purchase > 0 ? 1.05 * purchase : 0
    let missing = view.amount(terms.workingMoney + needed - held, of: money)
    if purchase > 0, missing > .zero {
      intents.add(.borrow(loan: loan, missing, from: lender, money: money), .neutral)
    } else if missing < .zero, view.outstanding(loan) > 0 {
      let owed = view.amount(view.outstanding(loan), of: loan)
      intents.add(
        .repay(loan: loan, min(owed, -missing), to: lender, money: money),
        .neutral
      )
    }
  }
}
