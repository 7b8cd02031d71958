import Quantities
import Testing

@testable import Exchange

@Suite("order book and hybrid as markets")
struct BookLiquidityTests {
  /// Rates per second such that a natural unit of time is a minute; μ/α is 100 dollars.
  static let flow = ZeroIntelligenceFlow(
    limitRatePerTick: 0.01 / 60,
    windowTicks: 1_200,
    marketRate: 1.0 / 60,
    cancelRate: 0.1 / 60,
    valueShare: 0.3,
    valueDeviation: 0.02
  )

  static func market(run: UInt64 = 0) -> BookLiquidity {
    var market = BookLiquidity(
      market: ZeroIntelligenceBook(
        flow: flow,
        midTicks: 60_000,
        opening: .stationary,
        seed: 3,
        run: run
      ),
      grid: dollarGrid,
      coinsPerLot: 0.05
    )
    market.elapse(seconds: 3_000)
    return market
  }

  @Test(
    "a trial, its execution and its fills agree",
    arguments: [-250_000.0, -3_100, 9_000, 80_000]
  )
  func trial(volume: Double) {
    var market = Self.market()
    let before = market.logMid
    let trial = market.logMid(after: volume)
    #expect(market.halfSpread > 0)
    #expect(market.marginalImpact(after: volume) > 0)
    let execution = market.clear(volume)
    #expect(execution.logMidAfter == trial && market.logMid == trial)
    #expect(abs(execution.volume) <= abs(volume))
    // What is left does not buy one more lot at a price near the last.
    #expect(abs(volume) - abs(execution.volume) < 0.05 * 62_000)
    var (worth, coins) = (0.0, 0.0)
    for fill in market.fills {
      worth += 0.05 * Double(fill.quantity * fill.price)
      coins += 0.05 * Double(fill.quantity)
    }
    #expect(abs(worth - abs(execution.volume)) < 1e-6)
    let average = worth / coins
    #expect(abs(dollarGrid.scale.value(of: execution.averagePrice) - average) <= 1)
    #expect((execution.averageLogPrice - before) * volume > 0)
  }

  @Test("a trial is nondecreasing in the volume")
  func monotone() {
    let market = Self.market()
    var last = -Double.infinity
    for step in -60...60 {
      let mid = market.logMid(after: Double(step) * 5_000)
      #expect(mid >= last)
      last = mid
    }
  }

  @Test("a market that runs out executes what there is")
  func exhaustion() {
    var market = Self.market()
    let offered = market.market.book.totalQuantity(of: .buy)
    let execution = market.clear(-1e12)
    #expect(execution.volume > -1e9)
    #expect(market.fills.reduce(0) { $0 + $1.quantity } == offered)
    #expect(market.clear(-1e12).volume == 0)
    market.elapse(seconds: 600)
    #expect(market.market.book.restingCount > 100)
  }

  @Test("news moves quotes and value by whole ticks and carries the rest")
  func news() {
    var market = Self.market()
    let (before, value, depth) = (market.logMid, market.logValue, market.depth(within: 0.01))
    for _ in 0..<1_000 { market.moveValue(by: -1e-5) }
    #expect(abs(market.logMid - before + 0.01) < 1.0 / 58_000)
    #expect(abs(market.logValue - value + 0.01) < 1e-12)
    #expect(abs(market.depth(within: 0.01) / depth - 1) < 0.05)
    let execution = market.clear(-50_000)
    #expect(abs(execution.logMidBefore - before + 0.01) < 1.0 / 58_000)
    #expect(market.fills.allSatisfy { $0.price < 60_000 })
  }

  static func hybrid(run: UInt64 = 0) -> HybridLiquidity {
    HybridLiquidity(
      reduced: SquareRootImpact(
        parameters: SquareRootParameters(
          prefactor: 5,
          dailyVolatility: 0.0128,
          dailyVolume: 4.6e6,
          regulariser: 2e5,
          resiliencePerSecond: 0.0018,
          halfSpread: 0.0004
        ),
        logValue: SquareRootImpactTests.logSixtyThousand,
        grid: dollarGrid
      ),
      flow: flow,
      seed: 5,
      run: run
    )
  }

  @Test("calm keeps the reduced form, a large return or liquidations bring the book")
  func triggers() {
    func engine(_ hourReturn: Double, _ liquidations: Double) -> HybridLiquidity.Engine {
      var market = Self.hybrid()
      return market.assess(
        hourReturn: hourReturn,
        hourlyVolatility: 0.004,
        liquidationVolume: liquidations,
        barVolume: 1e6
      )
    }
    #expect(engine(0.0239, 19_000) == .reducedForm)
    #expect(engine(-0.0241, 0) == .orderBook)
    #expect(engine(0, 20_001) == .orderBook)
  }

  @Test("into the book: mid, depth and displacement carry over", arguments: 0..<5)
  func intoBook(run: Int) {
    var market = Self.hybrid(run: UInt64(run))
    _ = market.clear(-30_000)
    let (mid, impact, depth) = (
      market.logMid, market.temporaryImpact, market.depth(within: 0.01)
    )
    #expect(impact < -0.0005)
    market.assess(hourReturn: -0.1, hourlyVolatility: 0.004, liquidationVolume: 0, barVolume: 1e6)
    #expect(market.engine == .orderBook)
    // The book's mid lies on a grid of half dollars.
    #expect(abs(market.logMid - mid) < 0.51 / 59_000)
    #expect(abs(market.temporaryImpact - impact) < 0.51 / 59_000)
    #expect(abs(market.depth(within: 0.01) / depth - 1) < 1e-9)
    #expect(market.depthMultiplier == 1)
  }

  @Test("back to the reduced form after a calm hour: mid, depth and displacement carry over")
  func backToReducedForm() {
    var market = Self.hybrid()
    func assess(_ hourReturn: Double) -> HybridLiquidity.Engine {
      market.assess(
        hourReturn: hourReturn,
        hourlyVolatility: 0.004,
        liquidationVolume: 0,
        barVolume: 1e6
      )
    }
    #expect(assess(0.1) == .orderBook)
    market.elapse(seconds: 1_800)
    #expect(assess(0) == .orderBook)
    #expect(assess(0.1) == .orderBook)
    market.elapse(seconds: 3_599)
    #expect(assess(0) == .orderBook)
    market.elapse(seconds: 1)
    _ = market.clear(-60_000)
    let (mid, impact, depth) = (
      market.logMid, market.temporaryImpact, market.depth(within: 0.01)
    )
    #expect(assess(0) == .reducedForm)
    #expect(market.handovers == 2)
    #expect(abs(market.logMid - mid) < 1e-12)
    #expect(abs(market.temporaryImpact - impact) < 1e-12)
    #expect(abs(market.depth(within: 0.01) / depth - 1) < 1e-9)
    market.elapse(seconds: 1e6)
    #expect(abs(market.temporaryImpact) < 1e-9)
  }

  @Test("a hybrid is the reduced form until it switches, and deterministic after")
  func sameAsReducedForm() {
    var first = Self.hybrid()
    var second = Self.hybrid()
    let trial = first.logMid(after: 4e4)
    #expect(first.clear(4e4).logMidAfter == trial)
    _ = second.clear(4e4)
    for _ in 0..<2 {
      first.assess(hourReturn: 1, hourlyVolatility: 0.1, liquidationVolume: 0, barVolume: 1)
      second.assess(hourReturn: 1, hourlyVolatility: 0.1, liquidationVolume: 0, barVolume: 1)
      first.elapse(seconds: 100)
      second.elapse(seconds: 100)
      first.moveValue(by: 0.002)
      second.moveValue(by: 0.002)
      #expect(first.clear(-1e4) == second.clear(-1e4))
    }
  }
}
