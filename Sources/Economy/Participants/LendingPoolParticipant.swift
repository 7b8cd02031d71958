import Exchange
import Quantities
import Statistics

/// A lending pool of decentralised finance, on one sheet with its borrowers.
///
/// Balance sheet: money not lent, collateral coins | deposits (par, with a window). The loans stand between the pool
/// and its borrowers and cancel on the joint sheet, so that its net worth is the borrowers' equity and
/// the pool's reserve. Rule (`model.md` §3.10): whoever is below a health factor of one at the oracle's price is
/// liquidated, half the debt or all of it below 0.95; the collateral, with the bonus, is sold in the spot
/// market, forced by the fall to the borrower's trigger. What the sale brings beyond the debt is the liquidator's; what
/// it lacks, and debt without collateral, the reserve bears and then the depositors. The rate follows
///
///     r = r₀ + s₁ U/U* below U*,   r₀ + s₁ + s₂ (U − U*)/(1 − U*) above
public struct LendingPoolParticipant: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "lending_pool",
    summary:
      "A lending pool and its borrowers: coins against stablecoins, liquidated at the oracle's price into the spot market.",
    systems: ["M1.11"],
    parameters: declaredParameters,
    words: [
      WordDeclaration("market", "ETH", "the collateral"),
      WordDeclaration("money", "stablecoins", "what is lent"),
      WordDeclaration("depositors", "DEFI", "the account that holds deposits at the opening"),
      WordDeclaration("liquidator", "MM", "who gets the profit of liquidations"),
    ],
    mechanisms: [
      WorldMechanism("defi_liquidation", "lending pools liquidate collateral into the spot market")
    ],
    stages: [.bar, .risk]
  )

  let market: MarketID
  let money: InstrumentID
  let coin: InstrumentID
  let deposits: InstrumentID
  let depositors: LedgerAccountID
  let liquidator: LedgerAccountID
  let terms: BorrowerColumns.Terms
  let rule: Rule
  let liquidates: Bool
  let rateFigure: FigureID
  let utilisationFigure: FigureID
  let badDebtFigure: FigureID

  var borrowers: BorrowerColumns?
  var oracle: LaggedOracle
  /// Debt repaid by sales that are not over, and the coins still to be sold.
  var receivable: Int64 = 0
  var coinsAfterSale: Int64 = 0
  var reserve: Int64 = 0
  var badDebt = 0.0
  var cause = CauseReference.decision

  /// Adds the deposits and their window.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    let deposits = try setup.addClaim("deposits in \(plan.name)", family: "pool deposits")
    let money = try setup.instrument(named: setup.word("money"))
    _ = setup.addFacility(claim: deposits, asset: money, exchange: .par)
  }

  /// Issues deposits: money not lent and loans, less the reserve.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    let name = setup.word("market")
    market = try setup.market(named: name)
    money = try setup.instrument(named: setup.word("money"))
    coin = try setup.instrument(named: name)
    deposits = try setup.instrument(named: "deposits in \(plan.name)")
    depositors = try setup.account(named: setup.word("depositors"))
    liquidator = try setup.account(named: setup.word("liquidator"))
    rule = Rule(setup)
    terms = try Self.terms(collateral: name, setup)
    liquidates = setup.isOn(Self.kind.mechanisms[0])
    rateFigure = setup.figure(named: "borrow rate of \(plan.name)")
    utilisationFigure = setup.figure(named: "utilisation of \(plan.name)")
    badDebtFigure = setup.figure(named: "bad debt of \(plan.name)")
    let barMinutes = 1440 / Double(setup.plan.barsPerDay)
    oracle = LaggedOracle(
      lagBars: Int((rule.oracleLagMinutes / barMinutes).rounded()),
      threshold: rule.oracleThreshold
    )
    try checkHealth(collateral: name, setup)
    let issued = setup.units(of: money) + rule.debt - rule.reserve
    guard issued >= 0 else {
      throw setup.invalid("reserve_usd", "\(rule.reserve)", "at most money and debt", [])
    }
    try setup.issue(deposits, issued, to: depositors)
  }

  /// What the pool lends on: a threshold, a bonus and a close factor.
  private static func terms(
    collateral name: String,
    _ setup: WorldSetup
  ) throws(WorldError) -> BorrowerColumns.Terms {
    let coin = try setup.instrument(named: name)
    let description = setup.ledger.description(of: coin)
    return BorrowerColumns.Terms(
      coin: Asset(symbol: name, decimals: description.quantityDecimals),
      money: Asset.usd,
      priceDecimals: description.priceDecimals,
      thresholdBasisPoints: Int64((setup.number("liquidation_threshold") * 10_000).rounded()),
      bonusBasisPoints: 10_000 + Int64((setup.number("liquidation_bonus") * 10_000).rounded()),
      closeFactor: CloseFactorRule(
        defaultBasisPoints: Int64((setup.number("close_factor") * 10_000).rounded()),
        fullCloseHealthFactor: CloseFactorRule.v30.fullCloseHealthFactor,
        smallPositionBase: nil
      )
    )
  }

  /// Refuses an opening at which the borrowers would be liquidated.
  private func checkHealth(
    collateral name: String,
    _ setup: WorldSetup
  ) throws(WorldError) {
    let price = setup.marketPlans[market.index].price
    let health = setup.units(of: coin) * price * rule.threshold / max(1, rule.debt)
    guard health >= rule.healthMin else {
      throw setup.invalid(
        "endowments.\(name)",
        "collateral of a health factor of \(health)",
        "at least \(rule.healthMin) against debt_usd \(rule.debt)",
        []
      )
    }
  }

  /// Liquidates in bars; interest, rates and losses at the end of a day.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    if borrowers == nil { populate(view) }
    switch view.stage {
    case .bar:
      let fault = view.shocks(.oracleFault)
        .first { $0.shock.market == terms.coin.symbol }?.place
      oracle.observe(view.oraclePrice(market), fault: fault)
      var most = Self.participation * view.dailyVolume(market) * view.clock.barDays
      if receivable != 0 { settleSales(view, &most, &intents) }
      if liquidates { liquidate(view, &most, &intents) }
    default:
      endDay(view, &intents)
    }
  }

  private mutating func populate(_ view: ParticipantView) {
    var stream = view.stream(0)
    borrowers = BorrowerColumns(
      count: rule.count,
      debt: view.amount(rule.debt, of: money),
      collateral: view.holding(coin),
      healthMin: rule.healthMin,
      exponent: rule.debtExponent,
      price: view.price(market),
      terms: terms,
      using: &stream
    )
    reserve = book(view)
    coinsAfterSale = view.holding(coin).units
  }

  /// Money, loans and what liquidators owe, less deposits, 10⁻⁴ dollars.
  func book(_ view: ParticipantView) -> Int64 {
    let lent = borrowers?.totalDebt.units ?? 0
    let owed = Int64((view.outstanding(deposits) * 10_000).rounded())
    return view.holding(money).units + lent + receivable - owed
  }
}
