import Quantities
import Statistics

/// A relative-value fund: holds coupons against short futures, financed day by day by a dealer.
///
/// Balance sheet: coupons, deposits | debt to the dealer. N* = N₀ · (b − (c − c₀))/b₀, with b what the basis between
/// futures and coupons earns after the repo cost c₀ of the opening and c today's, at most equity over the
/// haircut h = max(h_min, z·σ·√5) and what the dealer lends. It sells what the dealer does not roll and what a
/// margin call leaves unpaid. Its futures are ``FundHedge``: their gains and losses are cash. Source: `model.md`
/// §3.15.
public struct RelativeValueFund: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "relative_value_fund",
    summary: "Holds coupons on a dealer's credit for the basis; sells when it is not rolled.",
    systems: ["M2.1", "M3.5"],
    parameters: parameters,
    words: [
      WordDeclaration("account", "HF", "the account of the sheet"),
      WordDeclaration("debt", "repo HF", "its debt to the dealer"),
      WordDeclaration("dealer", "DLR", "who finances it"),
      WordDeclaration("market", "coupons", "what it holds"),
    ],
    mechanisms: [
      WorldMechanism("fund_unwind", "funds sell what is not rolled and what margin calls take"),
      WorldMechanism("basis_trade", "funds choose their size by the basis and what repo costs"),
      WorldMechanism("futures_hedge", "funds are short futures whose margin is paid in cash"),
    ],
    stages: [.equityClose, .settlement],
    participation: 0.1
  )

  let dealer: LedgerAccountID
  let deposits: InstrumentID
  let market: MarketID
  let funding: FigureID
  private let shadowCost: FigureID
  private let effective: FigureID
  private let basis: FigureID
  let unwinds: Bool
  private let trades: Bool
  let terms: FundTerms
  var interest: RepoInterest
  /// Nil without futures.
  var hedge: FundHedge?
  /// N₀ and c₀, at the first close after repo was traded.
  private var opening: (position: Double, cost: Double)?

  /// Creates the fund of an account; its opening coupons are matched by short futures.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    let lender = setup.word("dealer")
    dealer = try setup.account(named: lender)
    deposits = try setup.instrument(named: "deposits")
    market = try setup.market(named: setup.word("market"))
    interest = try RepoInterest(
      on: setup.word("debt"),
      spread: setup.number("repo_spread_percent"),
      in: &setup
    )
    let plan = setup.plan
    funding = setup.figure(
      named: DealerGroup.name("dealer funding", of: lender, in: plan),
      assumed: 1e15
    )
    shadowCost = setup.figure(
      named: DealerGroup.name("dealer shadow cost", of: lender, in: plan)
    )
    effective = setup.figure(named: "EFFR", assumed: 3.88)
    terms = FundTerms(setup)
    let account = setup.word("account")
    basis = setup.figure(
      named: account == "HF" ? "treasury basis" : "treasury basis \(account)",
      opening: terms.basisOpening
    )
    unwinds = setup.isOn(Self.kind.mechanisms[0])
    trades = setup.isOn(Self.kind.mechanisms[1])
    guard setup.isOn(Self.kind.mechanisms[2]) else { return }
    hedge = try FundHedge(market, margin: deposits, in: &setup)
  }

  /// Trades at the close; borrows or repays at settlement so that it keeps its cash.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let position = view.dollars(view.instrument(market))
    if view.stage == .settlement {
      interest.pay(
        view,
        from: deposits,
        surcharge: max(0, view.figure(shadowCost)) / 100,
        &intents
      )
      finance(view, position, &intents)
      return
    }
    if opening == nil, interest.isTraded(view) { opening = (position, cost(view)) }
    hedge?.publish(
      view,
      securedRate: interest.securedRate(view),
      spread: terms.spread,
      isTraded: interest.isTraded(view),
      basis: terms.basis(size:),
      &intents
    )
    guard !unwind(view, position, &intents) else { return }
    let dollars = opening.map { choose(view, $0, position, &intents) } ?? 0
    hedge?.follow(view, buying: dollars, .neutral, &intents)
  }

  /// Trades towards the size that pays.
  ///
  /// - Returns: Dollars of coupons ordered.
  private func choose(
    _ view: ParticipantView,
    _ start: (position: Double, cost: Double),
    _ position: Double,
    _ intents: inout IntentList
  ) -> Double {
    let now = terms.basis(size: size(view, position, start.position))
    intents.publish(basis, now)
    guard trades else { return 0 }
    let reward = max(0, now - (cost(view) - start.cost))
    let wanted = min(
      start.position * reward / terms.basisOpening,
      max(0, view.netWorth) / (haircut(view) + marginRate(view))
    )
    let cash = max(0, view.units(deposits) - marginNeed(view))
    let most = min(cash, max(0, limit(view, position) - debt(view)))
    let dollars = min(terms.speed * (wanted - position), most)
    intents.trade(market, dollars: dollars, money: deposits, .neutral)
    return dollars
  }

  // MARK: - Size

  /// N/N₀: of all funds by the open interest of their futures, of this one without futures.
  private func size(_ view: ParticipantView, _ position: Double, _ opening: Double) -> Double {
    hedge?.size(view) ?? position / max(1, opening)
  }

  /// What it owes the dealer, dollars.
  func debt(_ view: ParticipantView) -> Double { view.outstanding(interest.claim) }

  /// h of tomorrow's loan.
  func haircut(_ view: ParticipantView) -> Double {
    terms.haircut(volatility: view.dailyVolatility(market))
  }

  /// m of its futures, zero without.
  func marginRate(_ view: ParticipantView) -> Double { hedge?.marginRate(view) ?? 0 }

  /// Cash that its futures ask for, dollars.
  func marginNeed(_ view: ParticipantView) -> Double { hedge?.need(view) ?? 0 }

  /// The most that it can owe: what the dealer lends, and what its coupons secure.
  func limit(_ view: ParticipantView, _ position: Double) -> Double {
    min(view.figure(funding), (1 - haircut(view)) * position)
  }

  /// c, basis points over EFFR.
  private func cost(_ view: ParticipantView) -> Double {
    100 * (interest.securedRate(view) + terms.spread - view.figure(effective))
      + max(0, view.figure(shadowCost))
  }
}
