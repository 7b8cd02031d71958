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

  /// η_f, the part of a bar's volume that liquidators sell.
  private static let participation = 0.2

  private let market: MarketID
  private let money: InstrumentID
  private let coin: InstrumentID
  private let deposits: InstrumentID
  private let depositors: LedgerAccountID
  private let liquidator: LedgerAccountID
  private let terms: BorrowerColumns.Terms
  private let rule: Rule
  private let liquidates: Bool
  private let rateFigure: FigureID
  private let utilisationFigure: FigureID
  private let badDebtFigure: FigureID

  private var borrowers: BorrowerColumns?
  private var oracle: LaggedOracle
  /// Debt repaid by sales that are not over, and the coins still to be sold.
  private var receivable: Int64 = 0
  private var coinsAfterSale: Int64 = 0
  private var reserve: Int64 = 0
  private var badDebt = 0.0
  private var cause = CauseReference.decision

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
    let description = setup.ledger.description(of: coin)
    terms = BorrowerColumns.Terms(
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
    liquidates = setup.isOn(Self.kind.mechanisms[0])
    rateFigure = setup.figure(named: "borrow rate of \(plan.name)")
    utilisationFigure = setup.figure(named: "utilisation of \(plan.name)")
    badDebtFigure = setup.figure(named: "bad debt of \(plan.name)")
    let barMinutes = 1440 / Double(setup.plan.barsPerDay)
    oracle = LaggedOracle(
      lagBars: Int((rule.oracleLagMinutes / barMinutes).rounded()),
      threshold: rule.oracleThreshold
    )
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
    let issued = setup.units(of: money) + rule.debt - rule.reserve
    guard issued >= 0 else {
      throw setup.invalid("reserve_usd", "\(rule.reserve)", "at most money and debt", [])
    }
    try setup.issue(deposits, issued, to: depositors)
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
  private func book(_ view: ParticipantView) -> Int64 {
    let lent = borrowers?.totalDebt.units ?? 0
    let owed = Int64((view.outstanding(deposits) * 10_000).rounded())
    return view.holding(money).units + lent + receivable - owed
  }

  // MARK: - Liquidation

  private mutating func liquidate(
    _ view: ParticipantView,
    _ most: inout Double,
    _ intents: inout IntentList
  ) {
    guard let read = oracle.effective else { return }
    let done: [BorrowerColumns.Liquidation]
    do throws(LendingError) {
      done = try borrowers?.liquidate(at: read.price) ?? []
    } catch {
      preconditionFailure("amounts of a ledger fit a health factor: \(error)")
    }
    for one in done {
      cause = read.fault.map { .shock($0) } ?? .fall(market, to: one.trigger)
      receivable += one.repaid.units
      coinsAfterSale -= one.seized.units
      badDebt += Double(one.badDebt.units) / 10_000
      reserve -= one.badDebt.units
      sell(one.seized, view, &most, &intents)
    }
    if reserve < 0 { charge(view, &intents) }
  }

  /// Sends an order for what a bar still takes; the rest is sold in the next ones.
  private func sell(
    _ coins: Amount,
    _ view: ParticipantView,
    _ most: inout Double,
    _ intents: inout IntentList
  ) {
    let price = view.price(market)
    let sold = min(coins, view.amount(most / price, of: coin))
    guard sold > .zero else { return }
    most -= Double(sold.units) / Double(terms.coin.unitsPerOne) * price
    intents.add(.order(market, .quantity(-sold), money: money), .forced, because: cause)
  }

  /// Sells on what the market did not take; once all is sold, divides what it brought.
  private mutating func settleSales(
    _ view: ParticipantView,
    _ most: inout Double,
    _ intents: inout IntentList
  ) {
    let left = view.holding(coin).units - coinsAfterSale
    if left > 0 {
      sell(Amount(left), view, &most, &intents)
      return
    }
    receivable = 0
    let gain = book(view) - reserve
    if gain > 0 {
      let paid = min(Amount(gain), view.holding(money))
      intents.add(.transfer(money, paid, to: liquidator, as: .liquidation))
      reserve += gain - paid.units
    } else {
      reserve += gain
    }
    if reserve < 0 { charge(view, &intents) }
  }

  /// Depositors bear what the reserve lacks.
  private mutating func charge(_ view: ParticipantView, _ intents: inout IntentList) {
    let owed = view.outstanding(deposits)
    guard owed > 0 else { return }
    let fraction = Double(-reserve) / 10_000 / owed
    intents.publish(badDebtFigure, badDebt, because: cause)
    if case .decision = cause {
      intents.add(.writeDown(deposits, fraction: fraction))
    } else {
      intents.add(.writeDown(deposits, fraction: fraction), .forced, because: cause)
    }
    // Roundings of the write-down stay with the reserve, which is measured again at the end of the day.
    reserve = 0
  }

  // MARK: - Days

  private mutating func endDay(_ view: ParticipantView, _ intents: inout IntentList) {
    guard let lent = borrowers?.totalDebt else { return }
    if receivable == 0 { reserve = book(view) }
    let debt = Double(lent.units) / 10_000
    let total = debt + view.units(money)
    let utilisation = total > 0 ? debt / total : 0
    let rate = rule.rate(utilisation: utilisation)
    let interest = borrowers?.accrue(rate / 365) ?? .zero
    let share = Int64((Double(interest.units) * (1 - rule.reserveFactor)).rounded(.down))
    let paid = min(Amount(share), view.holding(money))
    if paid > .zero { intents.add(.transfer(money, paid, to: depositors, as: .coupon)) }
    reserve += interest.units - paid.units
    intents.publish(rateFigure, rate)
    intents.publish(utilisationFigure, utilisation)
    if cause == .decision { intents.publish(badDebtFigure, badDebt) }
  }
}
