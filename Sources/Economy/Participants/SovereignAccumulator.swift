import Quantities
import Statistics

/// A state that accumulates a coin: a monthly game against the other states, and bids below a price.
///
/// Balance sheet: reserves, coins | –. Rule (`model.md` §3.12): once a month all states of a coin play the
/// ``SovereignGame`` over the stocks that they last published, in dollars at the present price p:
///
///     κ = p Y σ √(q p/V) / q,   c = c_r p,   θ = θ_r p,   v = v_r p
///
/// and trade q over the month. Between, a schedule buys B dollars per log unit by which the price makes
/// new lows of the month below its reference, never sells, and stays within a share of the reserves a
/// year; a state that decides slowly sends nothing until some days after the first price below it. That
/// accumulation is dominant is a choice of θ and v; a gain in value from one's own buying is marked to
/// market only.
public struct SovereignAccumulator: Participant {
  /// What the kind is.
  public static let kind = ParticipantKind(
    id: "sovereign_accumulator",
    summary:
      "A state with reserves and coins: plays a monthly game of accumulation and bids below a price.",
    systems: ["M0.8"],
    parameters: declaredParameters,
    words: [
      WordDeclaration("market", "BTC", "the coin it accumulates"),
      WordDeclaration("money", "deposits", "what its reserves are held in"),
    ],
    mechanisms: [
      WorldMechanism("sovereign_game", "states buy or sell by the monthly game"),
      WorldMechanism("sovereign_floor", "states buy falls below a reference"),
    ],
    stages: [.bar, .month],
    // The game's slice and the schedule's are one order.
    participation: 2 * participation
  )

  private static let participation = 0.05

  private let market: MarketID
  private let money: InstrumentID
  private let rule: Rule
  private let players: [Player]
  private let ownPlace: Int
  private let stocks: [FigureID]
  private let plays: Bool
  private let bids: Bool

  private var reference: Double
  private var lowest = Double.infinity
  private var budgetLeft: Double
  /// Dollars of the schedule that are due and not sent.
  private var bidLeft = 0.0
  /// Days until it may bid, counted from the first price below the reference.
  private var delayLeft: Double
  /// Coins still to trade by the game, signed, and the days for it.
  private var gameUnits = 0.0
  private var gameDays = 0.0

  /// What everybody knows of a player.
  private struct Player: Sendable {
    let strategicValue: Double
    let rivalry: Double
    let weight: Double
  }

  /// Finds the other players: every participant of the kind in the same market.
  public init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    let name = setup.word("market")
    market = try setup.market(named: name)
    money = try setup.instrument(named: setup.word("money"))
    rule = Rule(setup)
    plays = setup.isOn(Self.kind.mechanisms[0])
    bids = setup.isOn(Self.kind.mechanisms[1])
    let peers = Self.peers(setup.plan, market: name)
    guard peers.count <= SovereignGame.playersMax, let place = peers.firstIndex(of: plan) else {
      throw setup.invalid(
        "market",
        "\(peers.count) states in \(name)",
        "at most \(SovereignGame.playersMax) players",
        []
      )
    }
    ownPlace = place
    players = peers.map { peer in
      Player(
        strategicValue: Self.value("strategic_value_rate", of: peer),
        rivalry: Self.value("rivalry_rate", of: peer),
        weight: Self.value("revaluation_weight", of: peer)
      )
    }
    let stock = setup.units(of: try setup.instrument(named: name))
    stocks = peers.map { setup.figure(named: "stock of \($0.name)") }
    _ = setup.figure(named: "stock of \(plan.name)", opening: stock)
    let reserves = rule.reserves > 0 ? rule.reserves : setup.units(of: money)
    budgetLeft = rule.budgetShare * reserves
    reference = rule.reference > 0 ? Libm.log(rule.reference) : -.infinity
    delayLeft = rule.floorDelay
  }

  private static func peers(_ plan: WorldPlan, market: String) -> [ParticipantPlan] {
    plan.participants
      .filter { $0.kind == kind.id && ($0.words["market"] ?? kind.words[0].standard) == market }
      .sorted { $0.name < $1.name }
  }

  private static func value(_ name: String, of peer: ParticipantPlan) -> Double {
    peer.numbers[name] ?? kind.parameters.first { $0.name == name }?.standard ?? 0
  }

  /// Bids in bars; publishes and plays at the end of a month.
  public mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    switch view.stage {
    case .bar:
      let log = Libm.log(view.price(market))
      if reference == -.infinity { reference = log }
      var dollars = 0.0
      if bids { dollars += bid(log, view) }
      if gameDays > 0 { dollars += slice(view) }
      intents.trade(market, dollars: dollars, money: money, .policy)
    default: endMonth(view, &intents)
    }
  }

  // MARK: - Floor

  /// B(x): dollars for the part of a new low that lies below the reference, as far as a bar takes them.
  private mutating func bid(_ log: Double, _ view: ParticipantView) -> Double {
    let from = min(lowest, reference)
    lowest = min(lowest, log)
    if log < from {
      let dollars = min(budgetLeft, rule.floorSlope * (from - log))
      budgetLeft -= dollars
      bidLeft += dollars
    }
    if delayLeft > 0 {
      if lowest < reference { delayLeft -= view.clock.barDays }
      return 0
    }
    let most = Self.participation * view.dailyVolume(market) * view.clock.barDays
    let sent = min(bidLeft, most)
    bidLeft -= sent
    return sent
  }

  // MARK: - Game

  private mutating func endMonth(_ view: ParticipantView, _ intents: inout IntentList) {
    intents.publish(stocks[ownPlace], view.units(view.instrument(market)))
    lowest = .infinity
    let isYearEnd = view.clock.date.civil.month == 12
    if isYearEnd {
      let reserves = rule.reserves > 0 ? rule.reserves : view.units(money)
      budgetLeft = rule.budgetShare * reserves
    }
    guard plays else { return }
    gameDays = 30
    gameUnits = Double(action(view).direction) * rule.tradeUnits
  }

  private func action(_ view: ParticipantView) -> SovereignAction {
    let price = view.price(market)
    let size = rule.tradeUnits
    let share = size * price / view.dailyVolume(market)
    let impact =
      price * rule.impactPrefactor * view.dailyVolatility(market) * share.squareRoot() / size
    do throws(ModelError) {
      let game = try SovereignGame(
        revaluationWeights: zip(players, stocks).map { $0.weight * view.figure($1) },
        strategicValues: players.map { $0.strategicValue * price },
        rivalries: players.map { $0.rivalry * price },
        priceImpact: impact,
        tradeSize: size,
        tradingCost: rule.costRate * price
      )
      return game.equilibriumFromHold().actions[ownPlace]
    } catch {
      preconditionFailure("a game of finite prices is a game: \(error.description)")
    }
  }

  /// The bar's part of the month's trade; purchases stay within the budget.
  private mutating func slice(_ view: ParticipantView) -> Double {
    let units = gameUnits * min(1, view.clock.barDays / gameDays)
    gameDays -= view.clock.barDays
    gameUnits -= units
    let dollars = min(budgetLeft, units * view.price(market))
    budgetLeft -= max(0, dollars)
    return dollars
  }
}
