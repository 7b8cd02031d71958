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

  let places: [MarketID]
  let figures: [FigureID]
  let targets: [Double]
  let money: InstrumentID
  let rule: Rule
  let withdraws: Bool
  let hasInventory: Bool

  var switches: [DepthSwitch]
  var lastLogs: [Double] = []
  var flowsSeen: [Double]
  var openingEquity = 0.0
  var equityReference = 0.0
  var exitDaysLeft = 0.0
  var day = -1
  var published: [Double]

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
}
