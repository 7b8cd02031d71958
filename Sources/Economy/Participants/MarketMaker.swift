import Exchange
import Quantities
import Statistics

/// A market maker: capital behind the depth of markets, and a switch that takes it away.
///
/// Balance sheet: coins, money, perpetual shorts | –. Rule (`model.md` §3.6): it offers min(1, E/E₀) w of its
/// share of depth, E₀ its opening equity and w the ``DepthSwitch``, which trips when
///
///     |r| > 5 σ̂ √Δ,   |premium| > 1 %,   or E has fallen by 5 % since the day began or it last tripped
///
/// with σ̂ yesterday's daily volatility and Δ the bar in days. It takes part of the flow of the last bar into
/// its inventory and works it back to nothing. Forced: equity below 30 % of the opening one sells
/// the inventory and ends its business for thirty days.
public struct MarketMaker: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "market_maker",
    summary:
      "Capital behind depth: coins, money and hedges; withdraws in a fright, leaves for a month when most capital is lost.",
    systems: ["M1.11", "M0.1"],
    parameters: declaredParameters,
    words: [
      WordDeclaration("markets", "BTC", "the markets it makes, with commas"),
      WordDeclaration("money", "stablecoins", "the money it pays in"),
    ],
    mechanisms: [
      WorldMechanism(
        "maker_withdrawal",
        "market makers withdraw depth in a fright and after losses"
      ),
      WorldMechanism("maker_inventory", "market makers take flow into inventory and unwind it"),
    ],
    stages: [.bar]
  )

  private let places: [MarketID]
  private let figures: [FigureID]
  private let targets: [Double]
  private let money: InstrumentID
  private let rule: Rule
  private let withdraws: Bool
  private let hasInventory: Bool

  private var switches: [DepthSwitch]
  private var lastLogs: [Double] = []
  private var flowsSeen: [Double]
  private var openingEquity = 0.0
  private var equityReference = 0.0
  private var exitDaysLeft = 0.0
  private var day = -1
  private var published: [Double]

  /// Registers its share of depth in each market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    places = try setup.markets(inWord: "markets")
    money = try setup.instrument(named: setup.word("money"))
    rule = Rule(setup)
    withdraws = setup.isOn(Self.kind.mechanisms[0])
    hasInventory = setup.isOn(Self.kind.mechanisms[1])
    let share = setup.number("depth_share")
    let short = setup.number("opening_short_usd")
    var figures: [FigureID] = []
    var targets: [Double] = []
    for market in places {
      figures.append(setup.addMaker(market, share: share))
      let name = setup.marketPlans[market.index].name
      targets.append(setup.units(of: try setup.instrument(named: name)))
    }
    if short > 0, let first = places.first {
      setup.joinPerpetual(first, margin: money)
      setup.bring(
        PerpetualOpening(
          side: .short,
          notional: Amount(Int64((short * 10_000).rounded())),
          mixture: [PerpetualOpening.Component(leverage: 3, weight: 1)],
          entrySpread: 0
        ),
        to: first
      )
    }
    self.figures = figures
    self.targets = targets
    let calm = DepthSwitch(
      floor: setup.number("withdrawn_share"),
      holdDays: setup.number("withdrawal_minutes") / 1440,
      recoveryDays: setup.number("recovery_hours") / 24
    )
    switches = Array(repeating: calm, count: places.count)
    flowsSeen = Array(repeating: 0, count: places.count)
    published = Array(repeating: 1, count: places.count)
  }

  /// Looks at the last bar, sets what it offers in this one and works its inventory.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    let equity = view.netWorth
    if lastLogs.isEmpty { begin(view, equity) }
    let isNewDay = view.clock.day != day
    if isNewDay {
      day = view.clock.day
      equityReference = equity
    }
    if withdraws { leaveIfRuined(view, equity, &intents) }
    let hasDrawdown = withdraws && equity < (1 - rule.drawdownLimit) * equityReference
    equityReference = hasDrawdown ? equity : max(equityReference, equity)
    let capital = openingEquity > 0 ? min(1, max(0, equity / openingEquity)) : 0
    for place in places.indices {
      let move = Libm.log(view.price(places[place])) - lastLogs[place]
      lastLogs[place] += move
      if withdraws { frighten(view, place, move, hasDrawdown) }
      let presence = withdraws ? switches[place].elapse(days: view.clock.barDays) : 1
      let isOut = exitDaysLeft > 0
      let offered = isOut ? 0 : capital * presence
      publish(view, place, offered, move, &intents)
      if hasInventory && !isOut { work(view, place, presence * capital, isNewDay, &intents) }
    }
  }

  private mutating func begin(_ view: ParticipantView, _ equity: Double) {
    openingEquity = equity
    equityReference = equity
    lastLogs = places.map { Libm.log(view.price($0)) }
  }

  // MARK: - Withdrawal

  private mutating func frighten(
    _ view: ParticipantView,
    _ place: Int,
    _ move: Double,
    _ hasDrawdown: Bool
  ) {
    let market = places[place]
    let volatility = view.dailyVolatility(market) * view.clock.barDays.squareRoot()
    let isJump = abs(move) > rule.jumpSigmas * volatility
    let isDislocated = abs(view.premium(market)) > rule.premiumLimit
    if isJump || isDislocated || hasDrawdown { switches[place].trip(isFailure: false) }
    guard abs(move) > rule.failureSigmas * volatility else { return }
    var stream = view.stream(UInt32(place))
    if stream.nextEvent(probability: rule.failureProbability) {
      switches[place].trip(isFailure: true)
    }
  }

  /// Publishes what it offers; a withdrawal carries the move that caused it.
  private mutating func publish(
    _ view: ParticipantView,
    _ place: Int,
    _ offered: Double,
    _ move: Double,
    _ intents: inout IntentList
  ) {
    guard offered != published[place] else { return }
    let isWithdrawal = offered < 0.5 * published[place]
    published[place] = offered
    intents.publish(
      figures[place],
      offered,
      because: isWithdrawal ? cause(view, places[place], isFall: move <= 0) : .decision
    )
  }

  private func cause(_ view: ParticipantView, _ market: MarketID, isFall: Bool) -> CauseReference {
    isFall ? .fall(market, to: view.price(market)) : .rise(market, to: view.price(market))
  }

  /// Sells what is left and stays away for thirty days; then what it has is its new capital.
  private mutating func leaveIfRuined(
    _ view: ParticipantView,
    _ equity: Double,
    _ intents: inout IntentList
  ) {
    if exitDaysLeft > 0 {
      exitDaysLeft -= view.clock.barDays
      guard exitDaysLeft <= 0 else { return }
      exitDaysLeft = 0
      openingEquity = max(0, equity)
    }
    guard openingEquity > 0, equity < rule.ruinShare * openingEquity else { return }
    exitDaysLeft = rule.exitDays
    for place in places.indices {
      let excess = inventory(view, place)
      intents.trade(
        places[place],
        dollars: -excess,
        money: money,
        .forced,
        because: cause(view, places[place], isFall: excess > 0)
      )
    }
  }

  // MARK: - Inventory

  /// Coins beyond the working stock, dollars.
  private func inventory(_ view: ParticipantView, _ place: Int) -> Double {
    let market = places[place]
    return (view.units(view.instrument(market)) - targets[place]) * view.price(market)
  }

  /// Takes the other side of a part of the last bar's flow, and unwinds what it has.
  private mutating func work(
    _ view: ParticipantView,
    _ place: Int,
    _ willingness: Double,
    _ isNewDay: Bool,
    _ intents: inout IntentList
  ) {
    let market = places[place]
    let total = view.flowToday(market)
    let flow = isNewDay ? 0 : total - flowsSeen[place]
    flowsSeen[place] = isNewDay ? 0 : total
    let excess = inventory(view, place)
    let unwound = excess * (1 - Libm.pow(0.5, view.clock.barDays / rule.unwindHalfLifeDays))
    let room = max(0, 1 - abs(excess) / max(1, rule.inventoryMax * openingEquity))
    let taken = rule.absorbedShare * willingness * room * flow
    intents.trade(market, dollars: -taken - unwound, money: money)
  }
}
