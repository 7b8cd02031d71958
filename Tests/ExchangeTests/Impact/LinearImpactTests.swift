import Quantities
import Testing

@testable import Exchange

@Suite("linear impact")
struct LinearImpactTests {
  static func market() -> LinearImpact {
    LinearImpact(impactPerCoin: 0.1, mid: 90_000, grid: dollarGrid)
  }

  @Test("coins move the price by a fixed number of dollars each")
  func coins() {
    let market = Self.market()
    #expect(market.price(afterCoins: -10_000) == 89_000)
    #expect(abs(market.coins(movingTo: 89_000) + 10_000) < 1e-9)
  }

  @Test("a flow in dollars is the same coins at the midpoint price")
  func flow() {
    var market = Self.market()
    let worth = -10_000 * (90_000 + 89_000) / 2.0
    let execution = market.clear(worth)
    #expect(abs(market.mid - 89_000) < 1e-8)
    #expect(execution.averagePrice.units == 8_950_000)
    #expect(execution.volume == worth)
    market.elapse(seconds: 1e6)
    #expect(abs(market.mid - 89_000) < 1e-8)
  }

  @Test("a sale beyond what the market can pay is cut, and a price is left")
  func capacity() {
    var market = Self.market()
    let execution = market.clear(-1e18)
    #expect(execution.volume > execution.requestedVolume)
    #expect(abs(execution.volume / -(0.5 * 90_000 * 90_000 / 0.1) - 1) < 1e-9)
    #expect(market.mid > 0)
    #expect(market.midPrice.units >= 100)
  }

  @Test("trial, slope and execution agree", arguments: [-3e9, -1e6, 4e8])
  func consistency(volume: Double) {
    var market = Self.market()
    let step = abs(volume) * 1e-5
    let slope =
      (market.logMid(after: volume + step) - market.logMid(after: volume - step)) / (2 * step)
    #expect(abs(market.marginalImpact(after: volume) / slope - 1) < 1e-4)
    let trial = market.logMid(after: volume)
    #expect(abs(market.clear(volume).logMidAfter - trial) < 1e-14)
  }
}
