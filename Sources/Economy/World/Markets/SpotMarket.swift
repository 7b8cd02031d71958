import Exchange
import Quantities
import Statistics

/// One spot market: a reduced-form book around a value, and what is remembered of its prices.
struct SpotMarket: Sendable {
  let plan: MarketPlan
  let instrument: InstrumentID
  let scale: TradeScale
  /// The identifier of its news' random stream.
  let streamKey: UInt64
  /// What the value follows, resolved.
  let source: Source
  var impact: SquareRootImpact
  var history: PriceHistory
  var crossings: PriceCrossings
  /// Its circuit breaker, or nil.
  var halt: TradingHalt?
  /// News of closed hours and of halts, which arrives when trading resumes.
  var gap = 0.0
  /// The place of its perpetual contract, or nil.
  var perpetual: Int?
  /// Signed dollars of takers today and their absolute sum, liquidations included.
  var flowToday = 0.0
  var volumeToday = 0.0
  /// Bars of today in which the market or its contract was halted, and what was refused, dollars.
  var haltedBarsToday = 0
  var refusedToday = 0.0
  /// The log of the value that news alone has made, without what flow has added to it.
  var fundamentalLog: Double
  /// The log move by news today.
  var newsToday = 0.0
  /// The log of the lowest price at the end of a bar of today.
  var lowLogToday = 0.0
  /// The log of the value last followed, for rules that follow something.
  var followedLog: Double

  enum Source: Sendable, Hashable {
    case news(barVolatility: Double, common: Double)
    case par
    case figure(FigureID)
    case market(MarketID)
  }

  init(
    _ plan: MarketPlan,
    instrument: InstrumentID,
    description: LedgerInstrument,
    source: Source,
    barsPerDay: Int,
    hasResilience: Bool,
    opening: CauseID
  ) {
    self.plan = plan
    self.instrument = instrument
    self.source = source
    scale = TradeScale(
      baseDecimals: description.quantityDecimals,
      priceDecimals: description.priceDecimals,
      quoteDecimals: Asset.usd.decimals
    )
    streamKey = StreamKey.of(plan.name)
    let log = Libm.log(plan.price)
    let halfLife = plan.resilienceHalfLifeMinutes * 60
    impact = SquareRootImpact(
      parameters: SquareRootParameters(
        prefactor: plan.prefactor,
        dailyVolatility: plan.dailyVolatility,
        dailyVolume: plan.dailyVolume,
        regulariser: plan.regulariserShare * plan.dailyVolume,
        resiliencePerSecond: hasResilience ? Libm.log(2) / halfLife : 0,
        permanentShare: plan.permanentShare,
        halfSpread: plan.halfSpread
      ),
      logValue: log,
      grid: PriceGrid(
        scale: scale,
        tickUnits: SpotMarket.tickUnits(plan.price, description.priceDecimals)
      )
    )
    history = PriceHistory(
      logPrice: log,
      dailyVolatility: plan.dailyVolatility,
      barsPerDay: barsPerDay
    )
    crossings = PriceCrossings(logPrice: log, opening: opening)
    followedLog = log
    fundamentalLog = log
    halt = plan.breaker.map { TradingHalt($0, logPrice: log) }
  }

  /// A power of ten near a millionth of the price, so that ticks fit the books of contracts.
  private static func tickUnits(_ price: Double, _ priceDecimals: Int) -> Int64 {
    let units = price * Double(Int64(powerOfTen(priceDecimals)))
    var tick: Int64 = 1
    while Double(tick) * 1e7 <= units { tick *= 10 }
    return tick
  }

  /// Whether news of its own moves its value, not what something else is worth.
  var hasNews: Bool {
    switch source {
    case .news, .par: true
    case .figure, .market: false
    }
  }

  /// Whether its value is the price of another market, which has to be cleared first.
  var isFollower: Bool {
    if case .market = source { true } else { false }
  }

  /// The smallest quantities of one unit.
  var unitsPerOne: Double { Double(Int64(powerOfTen(scale.baseDecimals))) }

  /// The mid on the grid.
  var price: Price { impact.midPrice }

  /// The mid in dollars.
  var dollars: Double { Libm.exp(impact.logMid) }
}
