import Quantities

/// The short futures of a relative-value fund, paid for in cash every bar.
///
/// One contract on a unit of what it holds. The contract costs r over spot, percent a year,
///
///     r = EFFR + (c₀ + b)/100 − coupon rate
///
/// the implied repo rate less what the coupons pay meanwhile, so that a hedged holder earns b over the repo cost
/// c₀ of the opening. Initial margin is m = max(m_min, z·σ) of the short, cash. The basis b is that of all
/// funds: N is the open interest. Orders for futures do not press on the price of coupons: their market is another
/// one, and the funds are what joins the two. Source: `model.md` §3.15; Barth and Kahn (2021).
struct FundHedge {
  let residual: LedgerAccountID
  private let market: MarketID
  private let rate: FigureID
  private let coupon: FigureID
  private let effective: FigureID
  private let marketCost: FigureID
  private let marginMin: Double
  private let quantile: Double
  /// N₀ in contracts and c₀ in basis points, at the first close after repo was traded.
  private var opening: (interest: Double, cost: Double)?

  init(
    _ market: MarketID,
    margin money: InstrumentID,
    in setup: inout WorldSetup
  ) throws(WorldError) {
    self.market = market
    residual = try setup.account(named: "RLP")
    let name = setup.marketPlans[market.index].name
    rate = setup.figure(named: "\(name) future rate")
    coupon = setup.figure(named: "coupon rate")
    effective = setup.figure(named: "EFFR", assumed: 3.88)
    marketCost = setup.figure(named: "dealer shadow cost")
    marginMin = setup.number("future_margin_min")
    quantile = setup.number("haircut_quantile")
    setup.joinFuture(market, margin: money, terms: FutureTerms(rate: rate, pressesOnSpot: false))
    let held = setup.units(of: try setup.instrument(named: name))
    if held > 0 { try setup.bringFuture(market, coins: -held) }
  }

  /// m, the share of the short that is initial margin.
  func marginRate(_ view: ParticipantView) -> Double {
    min(0.99, max(marginMin, quantile * view.dailyVolatility(market)))
  }

  /// Contracts that it is short.
  private func short(_ view: ParticipantView) -> Double { max(0, -view.futureCoins(market)) }

  /// Cash that futures ask for: initial margin, and calls that could not be paid.
  func need(_ view: ParticipantView) -> Double {
    marginRate(view) * short(view) * view.price(market) + (view.unpaidMargin?.dollars ?? 0)
  }

  /// N/N₀ of all funds, one before repo was traded.
  func size(_ view: ParticipantView) -> Double {
    guard let opening, opening.interest > 0 else { return 1 }
    return view.futureInterest(market) / opening.interest
  }

  /// The price at which the cash for its margin had run out, when so many dollars are missing now.
  func exhaustionPrice(_ view: ParticipantView, missing: Double) -> Double {
    view.price(market) - missing / max(1, short(view))
  }

  /// Publishes what the contract costs from tonight on; `basis` is b of a size N/N₀, basis points.
  mutating func publish(
    _ view: ParticipantView,
    securedRate: Double,
    spread: Double,
    isTraded: Bool,
    basis: (Double) -> Double,
    _ intents: inout IntentList
  ) {
    let overnight = view.figure(effective)
    let cost = 100 * (securedRate + spread - overnight) + max(0, view.figure(marketCost))
    if opening == nil, isTraded { opening = (view.futureInterest(market), cost) }
    let implied = overnight + ((opening?.cost ?? cost) + basis(size(view))) / 100
    intents.publish(rate, implied - view.figure(coupon))
  }

  /// Trades futures so that it is short what it holds and what it is buying: dollars of coupons in the next session.
  func follow(
    _ view: ParticipantView,
    buying dollars: Double,
    _ tag: IntentTag,
    because cause: CauseReference = .decision,
    _ intents: inout IntentList
  ) {
    let price = view.price(market)
    let gap = (view.units(view.instrument(market)) - short(view)) * price
    guard abs(dollars + gap) > 1 else { return }
    intents.add(.future(market, notional: -(dollars + gap)), tag, because: cause)
  }

  /// Repays calls that could not be paid, as far as there is cash.
  func repay(
    _ view: ParticipantView,
    cash: Double,
    in money: InstrumentID,
    _ intents: inout IntentList
  ) {
    guard let debt = view.unpaidMargin else { return }
    let paid = view.amount(min(debt.dollars, max(0, cash)), of: money)
    guard paid > .zero else { return }
    intents.add(.repay(loan: debt.claim, paid, to: residual, money: money), .neutral)
  }
}
