import Quantities
import Statistics

/// A dealer: borrows overnight what it holds and lends, and lends to funds what it can fund.
///
/// Balance sheet: coupons, loans to funds and customers, deposits | repo, standing facility, equity. It asks
/// for tonight's whole debt through its desks; what lenders refuse, the facility does not meet and its cash
/// does not bear, it takes away from funds and sells of its own. Exposures of at most (equity + support)/SLR cost it
/// χ = χ₁·max(0, Lev/Lev_max − 0.9)², which its borrowers pay. Source: `model.md` §3.16.
public struct Dealer: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: DealerGroup.kindID,
    summary: "Funds bonds and loans to funds overnight; lends less, and sells, when it is refused.",
    systems: ["M2.1", "M2.2"],
    parameters: desks + balanceSheet,
    words: [
      WordDeclaration("account", DealerGroup.sheetAccount, "the account of the sheet"),
      WordDeclaration("funds_debt", DealerGroup.fundsDebt, "the debt of funds to it"),
      WordDeclaration("market", "coupons", "what it keeps as inventory"),
    ],
    mechanisms: [
      WorldMechanism("dealer_leverage", "the leverage ratio limits and prices a dealer's loans"),
      WorldMechanism("standing_repo", "dealers borrow at the central bank's standing facility"),
    ],
    stages: [.settlement, .settled, .risk],
    participation: 0.1
  )

  private let claim: InstrumentID
  private let standing: InstrumentID
  private let deposits: InstrumentID
  private let fundsDebt: InstrumentID
  private let market: MarketID
  private let figures: DealerFigures
  private let swaps: SwapBook
  private let group: DealerGroup
  private let account: String
  let terms: BorrowerDesks
  private let leverage: LeverageLimit
  private let usesFacility: Bool
  private let cashKept: Double
  private let cashBuffer: Double
  private let inventorySpeed: Double
  private let fundGrowth: Double
  /// What it holds, lends and is worth at its first settlement.
  private struct Opening {
    let inventory: Double
    let lent: Double
    let worth: Double
  }

  private var opening: Opening?

  /// Adds its debt to the standing facility.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    _ = try setup.addClaim("standing repo \(setup.word("account"))", family: "repo")
  }

  /// Creates the dealer of an account.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    account = setup.word("account")
    claim = try setup.instrument(named: "repo \(account)")
    standing = try setup.instrument(named: "standing repo \(account)")
    deposits = try setup.instrument(named: "deposits")
    fundsDebt = try setup.instrument(named: setup.word("funds_debt"))
    market = try setup.market(named: setup.word("market"))
    terms = BorrowerDesks(setup)
    leverage = LeverageLimit(setup, isOn: setup.isOn(Self.kind.mechanisms[0]))
    usesFacility = setup.isOn(Self.kind.mechanisms[1])
    cashKept = setup.number("cash_kept_usd")
    cashBuffer = setup.number("cash_buffer_usd")
    inventorySpeed = setup.number("inventory_speed_per_day")
    fundGrowth = setup.number("fund_growth_per_day")
    figures = DealerFigures(in: &setup, account: account)
    swaps = SwapBook(in: &setup, account: account)
    group = DealerGroup(in: &setup)
    setup.open(figures.funding, setup.units(of: fundsDebt))
    try group.open(in: &setup)
    setup.open(figures.crossCurrencyBasis, -CrossCurrencyBasis().intercept)
    setup.open(figures.defaultProbability, terms.defaultProbability)
  }

  /// Asks for tonight's debt, then tells funds what it lends them and sells what it cannot fund.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    if view.stage == .risk {
      if group.isSeveral { group.publish(view, swaps, &intents) }
      return
    }
    let held = view.dollars(view.instrument(market))
    let start =
      opening ?? Opening(inventory: held, lent: view.units(fundsDebt), worth: view.netWorth)
    opening = start
    if view.stage == .settlement {
      ask(view, &intents)
    } else {
      limit(view, start, &intents)
    }
  }

  private func ask(_ view: ParticipantView, _ intents: inout IntentList) {
    let owed = view.overnight(claim) + view.outstanding(standing)
    let demand = max(0, owed + cashKept - view.units(deposits))
    var stream = view.stream(1)
    let desks = terms.draw(
      demand: view.amount(demand, of: deposits),
      facilityRate: view.figure(figures.facility),
      defaultProbability: view.figure(figures.defaultProbability),
      using: &stream
    )
    let need = RepoNeed(
      claim: claim,
      standingClaim: usesFacility ? standing : nil,
      money: deposits,
      desks: desks
    )
    intents.add(.borrowOvernight(need))
  }

  /// After the market: the limits of tomorrow's lending, and what has to be sold.
  private func limit(
    _ view: ParticipantView,
    _ start: Opening,
    _ intents: inout IntentList
  ) {
    let inventory = view.dollars(view.instrument(market))
    let lent = view.units(fundsDebt)
    let exposure = view.netWorth + view.outstanding(claim) + view.outstanding(standing)
    let missing = view.shortfall(claim)
    let unmet = max(0, Double(missing.unmet.units) / 10_000 - cashBuffer)
    let fundShare = lent / max(1, lent + inventory)
    let room = leverage.room(exposure: exposure, worth: view.netWorth)
    let isRefused = unmet > 0
    let binding = leverage.bindingPrice(
      room: room,
      units: view.units(view.instrument(market)),
      price: view.price(market)
    )
    intents.publish(
      figures.funding,
      max(0, lent + min(fundGrowth * start.lent, room, isRefused ? -unmet * fundShare : room)),
      because: isRefused
        ? missing.cause : room < 0 ? .fall(market, to: binding) : .decision
    )
    intents.publish(
      figures.shadowCost,
      leverage.shadowCost(exposure: exposure, worth: view.netWorth, clock: view.clock)
    )
    intents.publish(
      figures.defaultProbability,
      terms.defaultProbability(
        worth: leverage.equity(view.netWorth),
        opening: leverage.equity(start.worth)
      )
    )
    let left = swaps.publishCapacity(
      view,
      room: room,
      cash: view.units(deposits),
      cashKept: cashKept,
      &intents
    )
    if let published = group.room(of: account) {
      intents.publish(published, left)
    } else {
      intents.publish(figures.crossCurrencyBasis, swaps.basis(view, left: left))
    }
    if isRefused {
      let sold = min(inventory, unmet * (1 - fundShare))
      intents.trade(market, dollars: -sold, money: deposits, .forced, because: missing.cause)
    } else {
      let gap = inventorySpeed * (start.inventory - inventory)
      intents.trade(market, dollars: min(gap, max(0, room), view.units(deposits)), money: deposits)
    }
  }
}
