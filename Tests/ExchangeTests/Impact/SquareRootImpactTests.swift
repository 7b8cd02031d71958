import Quantities
import Testing

@testable import Exchange

/// A bitcoin market with ticks of one dollar at two decimals of price.
let dollarGrid = PriceGrid(
  scale: TradeScale(base: .btc, quote: .usd, priceDecimals: 2),
  tickUnits: 100
)

@Suite("regularised square-root impact")
struct SquareRootImpactTests {
  /// ln 60 000.
  static let logSixtyThousand = 11.002099841204238

  static let parameters = SquareRootParameters(
    prefactor: 0.65,
    dailyVolatility: 0.031,
    dailyVolume: 22e9,
    regulariser: 5e6,
    halfSpread: 0.0002
  )

  static func market() -> SquareRootImpact {
    SquareRootImpact(
      parameters: parameters,
      logValue: logSixtyThousand,
      grid: dollarGrid,
      depthMultiplier: 0.4
    )
  }

  // Reference values: the formulas of model.md §1.2 evaluated in Python.

  @Test("the prefactor and the slope at rest follow from volatility, volume and depth")
  func scales() {
    let market = Self.market()
    #expect(abs(market.prefactor / 2.147997217282775e-07 - 1) < 1e-14)
    #expect(abs(market.linearImpact / 4.803067793324671e-11 - 1) < 1e-14)
    #expect(abs(market.permanentSlope / (4.803067793324671e-11 / 3) - 1) < 1e-14)
  }

  @Test(
    "impact is odd, linear for small volumes and a square root for large ones",
    arguments: [
      (-3e8, -0.0032710090882847034), (2e6, 8.799986604643229e-05), (5e9, 0.01471591962313338),
      (1e-3, 4.803067793084518e-14),
    ]
  )
  func impact(volume: Double, expected: Double) {
    let market = Self.market()
    let permanent = market.permanentSlope * volume
    let move = market.logMid(after: volume) - market.logMid - permanent
    #expect(abs(move - expected) < 1e-11 * abs(expected) + 1e-14)
    var shape = market
    _ = shape.clear(volume)
    #expect(abs(shape.temporaryImpact / expected - 1) < 1e-9)
  }

  @Test("a sale, ten minutes and a purchase leave the path computed by hand")
  func path() {
    var market = Self.market()
    let sale = market.clear(-3e8)
    #expect(abs(sale.logMidAfter - 10.994025764322627) < 1e-13)
    market.elapse(seconds: 600)
    #expect(abs(market.logMid - 10.994272715260655) < 1e-13)
    let purchase = market.clear(1e8)
    #expect(abs(purchase.logMidAfter - 10.996609225485884) < 1e-13)
    #expect(abs(purchase.averageLogPrice - 10.99564097037327) < 1e-13)
    #expect(abs(market.displacement / -161165168.98883724 - 1) < 1e-13)
    #expect(market.residualInventory == -market.displacement)
  }

  @Test("the residual provider's inventory is what takers sold, less what it has unwound")
  func residualInventory() {
    var market = Self.market()
    var balance = 0.0
    for volume in [-4e7, 1e7, -2e8, 6e7] {
      balance -= market.clear(volume).volume
      balance -= market.unwind(seconds: 300)
      #expect(abs(market.residualInventory - balance) < 1e-6)
    }
    #expect(market.residualInventory > 0)
  }

  @Test("what a trial promises is what the execution does", arguments: [-7e8, -1e5, 0, 3e6, 2e9])
  func trialMatchesExecution(volume: Double) {
    var market = Self.market()
    _ = market.clear(-5e7)
    let trial = market.logMid(after: volume)
    let execution = market.clear(volume)
    #expect(execution.logMidAfter == trial)
    #expect(execution.volume == volume)
    #expect(abs(market.logMid - trial) < 1e-15 * 20)
  }

  @Test("the marginal impact is the slope of the trial", arguments: [-3e8, -1e4, 2e6, 8e8])
  func marginalImpact(volume: Double) {
    var market = Self.market()
    _ = market.clear(-2e7)
    let step = 1e3
    let rise = market.logMid(after: volume + step) - market.logMid(after: volume - step)
    #expect(abs(market.marginalImpact(after: volume) / (rise / (2 * step)) - 1) < 1e-4)
  }

  @Test("no round trip earns money, at any size and after any wait", arguments: 0..<40)
  func roundTripsCost(index: Int) {
    var market = SquareRootImpact(
      parameters: SquareRootParameters(dailyVolatility: 0.024, dailyVolume: 90e9),
      logValue: Self.logSixtyThousand,
      grid: dollarGrid
    )
    // Flow is in USD, so a position of volume q bought at price p is sold as the same q.
    let volume = 1e5 * Double(1 << (index / 4)) * (index.isMultiple(of: 2) ? 1 : -1)
    let bought = market.clear(volume)
    market.elapse(seconds: [0.0, 60, 1_200, 1e5][index % 4])
    let sold = market.clear(-volume)
    let gain = volume * (sold.averageLogPrice - bought.averageLogPrice)
    #expect(gain <= 1e-9 * abs(volume))
  }

  @Test("depth and impact tell the same story: 2 Λ₀ D₁ is the distance while impact is linear")
  func depthIdentity() {
    let market = Self.market()
    let distance = 1e-9
    let product = 2 * market.linearImpact * market.depth(within: distance)
    #expect(abs(product / distance - 1) < 1e-5)
  }

  @Test("half the depth makes impact √2 larger and recovery half as fast")
  func depthMultiplier() {
    var (calm, thin) = (Self.market(), Self.market())
    thin.depthMultiplier = 0.2
    #expect(abs(thin.prefactor / calm.prefactor - 2.0.squareRoot()) < 1e-14)
    for _ in 0..<2 { calm.elapse(seconds: 0) }
    _ = calm.clear(-1e8)
    _ = thin.clear(-1e8)
    calm.elapse(seconds: 500)
    thin.elapse(seconds: 1_000)
    #expect(abs(calm.displacement / thin.displacement - 1) < 1e-14)
  }

  @Test("the depth rule multiplies capital, calm and presence above a floor")
  func depthRule() {
    let rule = DepthRule(referenceVolatility: 0.004)
    let stressed = rule.multiplier(capitalRatio: 0.6, hourlyVolatility: 0.013, presence: 0.7)
    #expect(abs(stressed - 0.2054054362797032) < 1e-14)
    let calm = rule.multiplier(capitalRatio: 1.4, hourlyVolatility: 0.002)
    #expect(abs(calm - 1.7040460702626359) < 1e-13)
    #expect(rule.multiplier(capitalRatio: -1, hourlyVolatility: 0.01) == 0.05)
  }

  @Test("prices leave on the tick, rounded against the taker")
  func quantisation() {
    var market = Self.market()
    #expect(market.midPrice == Price(6_000_000))
    let sale = market.clear(-3e8)
    let exact = 60_000 * (1 + (sale.averageLogPrice - Self.logSixtyThousand))
    #expect(sale.averagePrice.units.isMultiple(of: 100))
    #expect(Double(sale.averagePrice.units) / 100 < exact + 1)
    let purchase = market.clear(3e8)
    #expect(dollarGrid.log(of: purchase.averagePrice) >= purchase.averageLogPrice)
    #expect(dollarGrid.log(of: sale.averagePrice) <= sale.averageLogPrice)
    #expect(dollarGrid.price(ofLog: -30) == Price(100))
  }

  @Test("news moves the mid and nothing else")
  func news() {
    var market = Self.market()
    _ = market.clear(-1e8)
    let (before, displacement) = (market.logMid, market.displacement)
    market.moveValue(by: -0.03)
    #expect(abs(market.logMid - before + 0.03) < 1e-14)
    #expect(market.displacement == displacement)
  }
}
