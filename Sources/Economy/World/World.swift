import Quantities
import Statistics

/// Balance sheets, markets and participants, and the order in which a day happens to them.
///
///     let world = try World(plan, catalogue: .standard, seed: 1, run: 0)
///     for _ in 0..<30 { try world.step() }
///     world.days.last?.close(of: btc)
///
/// Same plan, seed and run give the same bytes. Every posting keeps invariants I1–I7 or ends the run;
/// everything forced has a parent in ``causes``. Source: `model.md` §0.5.
public final class World {
  /// What it was built of.
  public let plan: WorldPlan
  /// The master seed.
  public let seed: UInt64
  /// The number of the run, the second word of every stream's key.
  public let run: UInt64
  /// What time it is.
  public internal(set) var clock: WorldClock
  /// The books.
  public internal(set) var ledger: Ledger
  /// Why everything forced happened.
  public internal(set) var causes = CauseGraph()
  /// Positions that participants could not bring along whole.
  public let openingCuts: [OpeningCut]
  /// What has been recorded of each day, the first day first.
  public internal(set) var days: [WorldDay] = []
  /// What currency boards exchanged at the edges of their bands, the first exchange first.
  public internal(set) var interventions: [CurrencyIntervention] = []

  var markets: [SpotMarket]
  /// Places of the markets as they are cleared in a bar: those that follow another one come last.
  let clearingOrder: [Int]
  var perpetuals: [PerpetualBook]
  var futures: [FutureBook]
  var participants: [any Participant]
  /// Names, accounts, kinds and stages of the participants, in their order.
  let roster: [RosterEntry]
  var facilities: [Facility]
  var figures: [Double]
  var figureCauses: [CauseID]
  let figureNames: [String]
  /// The event of each shock of the plan, once it has begun.
  var shockEvents: [CauseID]
  /// What each shock of the plan has done: dollars sold or stolen, claims brought to a window.
  var shockDone: [Double]
  /// The residual liquidity provider's account.
  let residual: LedgerAccountID
  /// How dollars get from one kind of money to another.
  let settlement: LedgerSettlement
  /// The dollars of everyone who has no account at the central bank.
  let deposits: InstrumentID
  /// Bands that currency boards keep, by the market's place.
  let undertakings: [Int: ConvertibilityUndertaking]
  /// Claims in a currency or asset that a market prices, by the market's place.
  let pricedLike: [Int: [InstrumentID]]

  /// Orders that wait for the next bar of their market.
  var waiting: [PlacedOrder] = []
  /// Trades of dated futures that are delivered at the bar's mark.
  var futureOrders: [(contract: Int, account: LedgerAccountID, dollars: Double)] = []
  /// Who may hold each dated future, and the money of its margin.
  let futureHolders: [[PerpetualBook.Owner]]
  /// The figures in which market makers publish what they offer, with their shares, by market.
  let makersOfMarket: [Int: [MakerShare]]
  /// What accounts owe because a margin call could not be paid.
  var unsecuredDebts: [LedgerAccountID: InstrumentID] = [:]
  /// The overnight market.
  var repo = RepoDesk()
  /// Who lends overnight, day by day.
  let lenders: [LedgerAccountID]
  /// What the overnight market publishes; nil where nobody lends.
  let repoFigures: RepoFigures?
  var intents = IntentList()
  /// The stage whose intents are being done.
  var stage = DayStage.capacity
  var tally: DayTally

  /// Runs one day in the normative order.
  ///
  /// - Returns: What is recorded of it.
  /// - Throws: ``WorldError`` if an invariant breaks: the run ends, nothing is repaired.
  @discardableResult
  public func step() throws(WorldError) -> WorldDay {
    try beginDay()  // D0, D1: shocks, news, calendars
    try ask(.capacity)  // D2: depth
    for bar in 0..<clock.barsPerDay {
      clock.bar = bar
      try runBar()  // D3: orders, prices, liquidations, funding
      if bar == clock.closingBar { try closeEquities() }  // D4
      if bar == clock.settlementBar { try settleMoneyMarket() }  // D5
    }
    try runWaterfall()  // D6: redemptions and defaults
    try estimateRisk()  // D7: tomorrow's limits from today
    try runCalendarBlocks()  // D8: weeks, months, quarters
    return try endDay()  // D9: record, invariants, hash
  }

  /// Runs days until the world is so many days old.
  public func run(days count: Int) throws(WorldError) {
    while clock.day < count { try step() }
  }

  init(_ builder: WorldBuilder) {
    plan = builder.plan
    seed = builder.seed
    run = builder.run
    clock = WorldClock(start: builder.plan.start, barsPerDay: builder.plan.barsPerDay)
    ledger = builder.setup.ledger
    markets = builder.markets
    let followers = builder.markets.indices.filter { builder.markets[$0].isFollower }
    clearingOrder = builder.markets.indices.filter { !builder.markets[$0].isFollower } + followers
    perpetuals = builder.perpetuals
    futures = builder.futures
    participants = builder.participants
    roster = builder.roster
    facilities = builder.setup.facilities
    figures = builder.setup.figures
    figureNames = builder.setup.figureNames
    causes = builder.causes
    openingCuts = builder.openingCuts
    figureCauses = Array(repeating: .none, count: builder.setup.figures.count)
    shockEvents = Array(repeating: .none, count: builder.plan.shocks.count)
    shockDone = Array(repeating: 0, count: builder.plan.shocks.count)
    residual = builder.residual
    settlement = builder.settlement
    deposits = builder.deposits
    undertakings = builder.setup.undertakings
    pricedLike = builder.setup.pricedLike
    lenders = builder.setup.lenders.sorted()
    repoFigures = builder.setup.repoFigures
    futureHolders = builder.futureHolders
    makersOfMarket = builder.setup.makers
    tally = DayTally(markets: builder.markets.count, participants: builder.participants.count)
  }

  /// Log moves from the opening beyond which a price means nothing and exact arithmetic ends.
  public static let logMoves = -7.0...4.0
  /// What every position closed at once may make of them before exact arithmetic is out of range.
  static let cascadeMoves = -14.0...6.0

  /// The place of a published figure.
  public func figure(named name: String) -> FigureID? {
    figureNames.firstIndex(of: name).map { FigureID(index: $0) }
  }

  /// The place of a market.
  public func market(named name: String) -> MarketID? {
    markets.firstIndex { $0.plan.name == name }.map { MarketID(index: $0) }
  }

  /// A random stream of a step that belongs to a name.
  func stream(_ key: UInt64, _ purpose: Purpose) -> Stream {
    Stream(
      seed: seed,
      run: run,
      step: UInt64(clock.step),
      participant: key,
      purpose: purpose
    )
  }
}
