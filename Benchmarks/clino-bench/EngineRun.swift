import Exchange
import Quantities

/// One timed pass of the engine over the tape.
struct EngineRun {
  var openSeconds = 0.0
  var cpuSeconds = 0.0
  var liquidations = 0
  var deleveragings = 0
  var forced = 0
  var orphans = 0
  var fundBefore = ""
  var fundAfter = ""
  var deficit = ""
  var violations: [String] = []
  var hash = ResultHash()

  /// Opens the book at 100 and marks it down by one percent of that, twenty times.
  init(leverages: [Double], notionals: [Double], isShort: [Bool]) throws {
    let scale = TradeScale(base: .btc, quote: .usd, priceDecimals: 4)
    let entry = Price(1_000_000)
    let tickUnits: Int64 = 100
    let rules = PositionBookRules(
      scale: scale,
      tickUnits: tickUnits,
      tiers: [PositionBookRules.Tier(rate: Rate(partsPerMillion: 5_000))],
      priceTicksMax: 20_000
    )
    let opening = CPUClock()
    var book = PositionBook(rules: rules, capacity: leverages.count)
    var total: Int64 = 0
    for index in leverages.indices {
      let size = try Asset.btc.amount(of: notionals[index] / 100)
      let notional = try scale.cash(for: size, at: entry, rounding: .toNearestOrEven)
      total += notional.units
      _ = try book.open(
        side: isShort[index] ? .short : .long,
        size: size,
        entryNotional: notional,
        margin: Amount(Int64((Double(notional.units) / leverages[index]).rounded()))
      )
    }
    openSeconds = opening.seconds
    var engine = CascadeEngine(
      book: book,
      rules: CascadeRules(),
      insuranceFund: Amount(total / 1_000),
      openingPrice: entry
    )
    fundBefore = Asset.usd.text(of: engine.accounts.insuranceFund)
    let grid = PriceGrid(scale: scale, tickUnits: tickUnits)
    run(&engine, grid)
    fundAfter = Asset.usd.text(of: engine.accounts.insuranceFund)
    deficit = Asset.usd.text(of: engine.accounts.deficit)
    forced = engine.forest.trades.count
    orphans = engine.forest.orphanCount
    violations += engine.book.checkInvariants()
    hash.combine(liquidations)
    hash.combine(deleveragings)
    hash.combine(Int(engine.accounts.insuranceFund.units))
    hash.combine(Int(engine.accounts.residualCash.units))
  }

  private mutating func run(_ engine: inout CascadeEngine, _ grid: PriceGrid) {
    var market = PriceTakingMarket(mark: Price(1_000_000), slippageFraction: 0.0025, grid: grid)
    let clock = CPUClock()
    for step in 1...20 {
      let target = grid.log(of: Price(Int64(1_000_000 - 10_000 * step)))
      let outcome = engine.step(
        CascadeShock(newsLogReturn: target - market.logMid),
        in: &market
      )
      liquidations += outcome.liquidationCount
      deleveragings += outcome.autoDeleveragingCount
      violations += engine.checkConservation()
    }
    cpuSeconds = clock.seconds
  }
}
