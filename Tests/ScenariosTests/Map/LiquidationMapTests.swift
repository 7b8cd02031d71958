import Exchange
import Quantities
import Testing

@testable import Scenarios

@Suite("LiquidationMap")
struct LiquidationMapTests {
  @Test(
    "levels hold every position that a move of half the price reaches, by side and class",
    arguments: 0..<10 as Range<UInt64>
  )
  func bruteForce(seed: UInt64) throws {
    // A price off the grid of ticks, so that no liquidation price lies on the edge of a level.
    let price = 98_765.43
    let state = Fixture.state(price: price, openInterest: 4e9, volume: 6e9, volatility: 0.05)
    let setting = Fixture.stress(state, seed: seed, parcels: 400)
    let map = try LiquidationMap(setting, run: 1)
    let factory = try Fixture.factory(setting, run: 1)
    let engine = try factory.engine(without: [])
    var longs = [[Double]](repeating: [0, 0, 0, 0, 0], count: 50)
    var shorts = longs
    for position in engine.book.positions {
      let tick = try #require(engine.book.liquidationTick(of: position.id))
      let trigger = Double(tick) * factory.scales.grid.tickSize
      let value = Double(position.size.units) / 1e8 * trigger
      let level = Int(abs(trigger / price - 1) * 100)
      guard level < 50 else { continue }
      if position.side == .long {
        #expect(trigger < price)
        longs[level][Int(position.leverageBand)] += value
      } else {
        #expect(trigger > price)
        shorts[level][Int(position.leverageBand)] += value
      }
    }
    for (level, expected) in zip(map.longs + map.shorts, longs + shorts) {
      for (value, sum) in zip(level.byLeverage, expected) {
        #expect(abs(value - sum) <= 1e-6 * (1 + sum))
      }
      #expect(abs(level.notional - expected.reduce(0, +)) <= 1e-6 * (1 + level.notional))
    }
    #expect(map.drawHash == factory.opening.hash)
  }

  @Test("levels join, from the price outwards")
  func levels() throws {
    let map = try LiquidationMap(Fixture.stress(), run: 0)
    #expect(map.longs.count == 50 && map.shorts.count == 50)
    #expect(map.longs[0].priceHigh == 100_000 && map.shorts[0].priceLow == 100_000)
    for (near, far) in zip(map.longs, map.longs.dropFirst()) {
      #expect(abs(near.priceLow - far.priceHigh) < 1e-6)
    }
    for (near, far) in zip(map.shorts, map.shorts.dropFirst()) {
      #expect(abs(near.priceHigh - far.priceLow) < 1e-6)
    }
  }

  @Test("without leverage the map is empty")
  func empty() throws {
    let map = try LiquidationMap(Fixture.stress(without: [.leverage]), run: 0)
    #expect((map.longs + map.shorts).allSatisfy { $0.notional == 0 })
    #expect(map.longs.count == 50)
    #expect(map.criticalSale == nil)
  }
}
