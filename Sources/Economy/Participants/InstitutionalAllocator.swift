import Quantities

/// A pension fund, endowment, insurer or adviser platform with some crypto among its assets.
///
/// Balance sheet: fund shares, equities, bonds, bills, deposits | claims of members. Rule
/// (`model.md` §3.2): weights outside the band are brought to its edge at month end, which buys after falls;
/// platforms add β r_60d of their holding a day. Limits: (i) below (1 − 20 %) of the quarter's high the
/// governed share is cut to 0.25 w* within ten sessions; (ii) money and bills are at least 5 % of the
/// assets; (iii) capital charges are at most own funds. (i), (iii) and members' withdrawals force sales, in
/// the order of `tiers`: institutions the junior first, and the word can turn it round. Thefts from the
/// exchanges that it watches make it leave crypto at will (``HackRiskOff``).
public struct InstitutionalAllocator: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "institutional_allocator",
    summary:
      "A pension, endowment, insurer or adviser; mandate, withdrawals and capital force it to sell.",
    systems: ["M0.10", "M1.3", "M3.3"],
    parameters: InstitutionalAllocator.parameters,
    words: [
      WordDeclaration("crypto", "fund A shares", "markets of its crypto"),
      WordDeclaration("equities", "SPX shares", "markets of its other assets"),
      WordDeclaration("bonds", "coupons", "instruments without a market that it holds"),
      WordDeclaration("bills", "bills", "instruments that count as liquid beside money"),
      WordDeclaration("tiers", "", "markets in the order of forced sales; empty: crypto, equities"),
      WordDeclaration("money", "deposits", "the money it pays in"),
      WordDeclaration("members", "INST", "the account for which it holds everything"),
      WordDeclaration(
        "exchanges",
        "",
        "exchange operators whose thefts frighten it; none if empty"
      ),
    ],
    mechanisms: [
      WorldMechanism(
        "mandates",
        "drawdown mandates, withdrawals and capital force allocators to sell"
      ),
      WorldMechanism("rebalancing", "allocators bring weights back to their bands at month end"),
      WorldMechanism("momentum", "adviser platforms follow past returns"),
      WorldMechanism("hack_risk_off", "allocators sell crypto after thefts from exchanges"),
    ],
    stages: [.bar, .equityClose, .month, .quarter]
  )

  let name: String
  let money: InstrumentID
  let bonds: [InstrumentID]
  let bills: [InstrumentID]
  let members: LedgerAccountID
  let claim: InstrumentID
  let rules: AllocatorRules
  let hasMandates: Bool
  private let rebalances: Bool
  private let followsMomentum: Bool
  private let openingHigh: [Double]
  private var riskOff: HackRiskOff
  /// In the order of forced sales.
  var holdings: [AllocatorHolding] = []
  private var isOpeningQuarter = true
  private var isIdle = true
  /// What members have asked for and not yet got, and the shock that made them.
  var owed = 0.0
  var withdrawal = CauseReference.decision

  /// Adds the claims of members.
  public static func declare(
    _ plan: ParticipantPlan,
    _ setup: inout WorldSetup
  ) throws(WorldError) {
    _ = try setup.addClaim(plan.name + " member claims", family: "member claims")
  }

  /// Creates an allocator whose opening assets are its strategic ones.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    name = plan.name
    money = try setup.instrument(named: setup.word("money"))
    bonds = try Self.instruments(inWord: "bonds", setup)
    bills = try Self.instruments(inWord: "bills", setup)
    members = try setup.account(named: setup.word("members"))
    claim = try setup.instrument(named: plan.name + " member claims")
    rules = AllocatorRules(setup)
    hasMandates = setup.isOn(Self.kind.mechanisms[0])
    rebalances = setup.isOn(Self.kind.mechanisms[1])
    followsMomentum = setup.isOn(Self.kind.mechanisms[2]) && rules.momentum > 0
    riskOff = HackRiskOff(isOn: setup.isOn(Self.kind.mechanisms[3]), &setup)
    holdings = try Self.holdings(&setup)
    let prices = holdings.map { setup.marketPlans[$0.market.index].price }
    openingHigh = prices.map { [ratio = rules.openingHighRatio] in $0 * ratio }
    try weigh(prices, &setup)
  }

  /// Trades the session's slices; decides at the close; rebalances at month end.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .equityClose: decide(view)
    case .month: if rebalances { rebalance(view) }
    case .quarter: renewMandates()
    default: trade(view, &intents)
    }
  }

  // MARK: - The session

  private mutating func trade(_ view: ParticipantView, _ intents: inout IntentList) {
    if hasMandates { payMembers(view, &intents) }
    guard !isIdle else { return }
    for holding in holdings where !holding.isIdle && view.isOpen(holding.market) {
      intents.trade(holding.market, dollars: holding.voluntaryPerBar, money: money)
      for sale in holding.forced {
        let dollars = sale.unitsPerBar * view.price(holding.market)
        intents.trade(holding.market, dollars: -dollars, money: money, .forced, because: sale.cause)
      }
    }
  }

  // MARK: - The close

  /// Lays out the next session.
  private mutating func decide(_ view: ParticipantView) {
    let fright = riskOff.sessionShare(view, holdings)
    for place in holdings.indices {
      holdings[place].forced.removeAll()
      var dollars = voluntary(view, place)
      if holdings[place].isCrypto { dollars -= fright * holdings[place].value(view) }
      holdings[place].voluntaryPerBar =
        dollars / Double(view.barsOfSession(holdings[place].market))
    }
    if hasMandates {
      for place in holdings.indices where holdings[place].isCrypto { applyMandate(view, place) }
      forceLimits(view)
    }
    isIdle = holdings.allSatisfy(\.isIdle)
  }

  /// Dollars of the coming session that nothing forces.
  private mutating func voluntary(_ view: ParticipantView, _ place: Int) -> Double {
    var dollars = 0.0
    let holding = holdings[place]
    if holding.rebalancingSessions > 0 {
      dollars += holding.rebalancing / Double(holding.rebalancingSessions)
      holdings[place].rebalancing -= dollars
      holdings[place].rebalancingSessions -= 1
    }
    if followsMomentum, holding.isCrypto {
      let past = view.logReturn(view.followed(holding.market), days: rules.momentumDays)
      dollars += rules.momentum * past * holding.value(view)
    }
    // Purchases stop where the least liquidity begins, and while members wait.
    let room = owed > 0 ? 0 : max(0, liquidity(view) - rules.liquidityMin * assets(view))
    return min(dollars, min(room, view.dollars(money)))
  }

  private mutating func rebalance(_ view: ParticipantView) {
    let whole = assets(view)
    for place in holdings.indices {
      let value = holdings[place].value(view)
      let weight = rules.weight(of: holdings[place])
      let low = (1 - rules.band) * weight * whole
      let high = (1 + rules.band) * weight * whole
      // The mandate sells by itself what it forbids.
      guard holdings[place].cutUnits == 0 else { continue }
      holdings[place].rebalancing = value < low ? low - value : value > high ? high - value : 0
      holdings[place].rebalancingSessions =
        holdings[place].rebalancing == 0 ? 0 : rules.executionSessions
    }
  }

  // MARK: - The mandate

  /// (i): starts and continues the cut of what has fallen too far below the quarter's high.
  private mutating func applyMandate(_ view: ParticipantView, _ place: Int) {
    let holding = holdings[place]
    let market = view.followed(holding.market)
    let opening = isOpeningQuarter ? openingHigh[place] : 0
    let level = (1 - rules.drawdownLimit) * max(view.quarterHigh(market), opening)
    if !holding.isCut, view.price(market) < level {
      let governed = rules.mandateShare * view.units(holding.instrument)
      let floor = rules.mandateShare * rules.floorShare * holding.weight * assets(view)
      holdings[place].isCut = true
      holdings[place].cutUnits = max(0, governed - floor / view.price(holding.market))
      holdings[place].cutSessions = rules.cutSessions
      holdings[place].cutCause = .fall(market, to: level)
      holdings[place].rebalancing = 0
      holdings[place].rebalancingSessions = 0
    }
    guard holdings[place].cutUnits > 0 else { return }
    let units = holdings[place].cutUnits / Double(max(1, holdings[place].cutSessions))
    holdings[place].cutUnits -= units
    holdings[place].cutSessions -= 1
    if holdings[place].cutSessions <= 0 { holdings[place].cutUnits = 0 }
    force(view, place, units: units, because: holdings[place].cutCause)
  }

  /// Adds a forced sale to the coming session, which then buys nothing of it.
  mutating func force(
    _ view: ParticipantView,
    _ place: Int,
    units: Double,
    because cause: CauseReference
  ) {
    let bars = Double(view.barsOfSession(holdings[place].market))
    holdings[place].forced.append((units / bars, cause))
    holdings[place].voluntaryPerBar = min(0, holdings[place].voluntaryPerBar)
  }

  /// A new quarter has a new high.
  private mutating func renewMandates() {
    isOpeningQuarter = false
    for place in holdings.indices where holdings[place].cutUnits == 0 {
      holdings[place].isCut = false
    }
  }
}
