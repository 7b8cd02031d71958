import Quantities
import Statistics

/// A relative-value fund: holds coupons against short futures, financed day by day by a dealer.
///
/// Balance sheet: coupons, deposits | debt to the dealer. N* = N₀ · (b − (c − c₀))/b₀, with b what the basis between
/// futures and coupons earns after the repo cost c₀ of the opening and c today's, at most equity over the
/// haircut h = max(h_min, z·σ·√5) and what the dealer lends. It sells what the dealer does not roll and what a
/// margin call leaves unpaid. Source: `model.md` §3.15.
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
    ],
    stages: [.equityClose, .settlement],
    participation: 0.1
  )

  private let dealer: LedgerAccountID
  private let deposits: InstrumentID
  private let market: MarketID
  private let funding: FigureID
  private let shadowCost: FigureID
  private let effective: FigureID
  private let basis: FigureID
  private let unwinds: Bool
  private let trades: Bool
  let terms: FundTerms
  private var interest: RepoInterest
  /// N₀ and c₀, at the first close after repo was traded.
  private var opening: (position: Double, cost: Double)?

  /// Creates the fund of an account.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    dealer = try setup.account(named: setup.word("dealer"))
    deposits = try setup.instrument(named: "deposits")
    market = try setup.market(named: setup.word("market"))
    interest = try RepoInterest(
      on: setup.word("debt"),
      to: setup.word("dealer"),
      spread: setup.number("repo_spread_percent"),
      in: &setup
    )
    funding = setup.figure(named: "dealer funding", assumed: 1e15)
    shadowCost = setup.figure(named: "dealer shadow cost")
    effective = setup.figure(named: "EFFR", assumed: 3.88)
    terms = FundTerms(setup)
    basis = setup.figure(named: "treasury basis", opening: terms.basisOpening)
    unwinds = setup.isOn(Self.kind.mechanisms[0])
    trades = setup.isOn(Self.kind.mechanisms[1])
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
    guard !unwind(view, position, &intents), let start = opening else { return }
    intents.publish(basis, terms.basis(position: position, opening: start.position))
    guard trades else { return }
    let wanted = target(view, start, position)
    let dollars = terms.speed * (wanted - position)
    let most = min(view.units(deposits), max(0, limit(view, position) - debt(view)))
    intents.trade(market, dollars: min(dollars, most), money: deposits, .neutral)
  }

  // MARK: - Size

  /// What it owes the dealer, dollars.
  private func debt(_ view: ParticipantView) -> Double { view.outstanding(interest.claim) }

  /// h of tomorrow's loan.
  private func haircut(_ view: ParticipantView) -> Double {
    terms.haircut(volatility: view.dailyVolatility(market))
  }

  /// The most that it can owe: what the dealer lends, and what its coupons secure.
  private func limit(_ view: ParticipantView, _ position: Double) -> Double {
    min(view.figure(funding), (1 - haircut(view)) * position)
  }

  /// c, basis points over EFFR.
  private func cost(_ view: ParticipantView) -> Double {
    100 * (interest.securedRate(view) + terms.spread - view.figure(effective))
      + max(0, view.figure(shadowCost))
  }

  private func target(
    _ view: ParticipantView,
    _ start: (position: Double, cost: Double),
    _ position: Double
  ) -> Double {
    let basis = terms.basis(position: position, opening: start.position)
    let reward = max(0, basis - (cost(view) - start.cost))
    return min(
      start.position * reward / terms.basisOpening,
      max(0, view.netWorth) / haircut(view)
    )
  }

  // MARK: - Force

  /// Sells what the dealer will not roll, or what a margin call leaves unpaid.
  ///
  /// - Returns: Whether it had to.
  private func unwind(
    _ view: ParticipantView,
    _ position: Double,
    _ intents: inout IntentList
  ) -> Bool {
    guard unwinds, position > 0 else { return false }
    let owed = debt(view) - max(0, view.units(deposits) - terms.cashKept)
    let unrolled = owed - view.figure(funding)
    // A cent of a trillion is rounding; a call begins above a millionth of the debt.
    if unrolled > 1e-6 * owed {
      let sold = min(unrolled, position)
      intents.trade(market, dollars: -sold, money: deposits, .forced, because: .figure(funding))
      return true
    }
    let cut = haircut(view)
    let called = debt(view) - (1 - cut) * position - max(0, view.units(deposits))
    guard called > 0 else { return false }
    // The price below which the loan was no longer covered.
    let covered = (debt(view) - view.units(deposits)) / (1 - cut) / position * view.price(market)
    intents.trade(
      market,
      dollars: -min(position, called / cut),
      money: deposits,
      .forced,
      because: .fall(market, to: covered)
    )
    return true
  }

  // MARK: - Finance

  /// Owes what its position needs for it to keep its cash, within the limit.
  private func finance(
    _ view: ParticipantView,
    _ position: Double,
    _ intents: inout IntentList
  ) {
    let owed = debt(view)
    let spare = view.units(deposits) - terms.cashKept
    let most = unwinds ? limit(view, position) : .greatestFiniteMagnitude
    let repaid = max(spare, min(view.units(deposits), owed - most))
    if repaid > 0 {
      let amount = view.amount(repaid, of: deposits)
      intents.add(.repay(loan: interest.claim, amount, to: dealer, money: deposits), .neutral)
    } else if most > owed {
      let amount = view.amount(min(-repaid, most - owed), of: deposits)
      intents.add(.borrow(loan: interest.claim, amount, from: dealer, money: deposits), .neutral)
    }
  }
}
