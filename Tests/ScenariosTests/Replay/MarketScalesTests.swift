import Exchange
import Quantities
import Testing

@testable import Scenarios

@Suite("MarketScales")
struct MarketScalesTests {
  static let prices = [1e-8, 3e-5, 0.0123, 0.99, 1, 42, 100, 99_999, 100_000, 2.5e6, 6e8, 1e9]

  @Test("a tick is between a millionth and a hundred-thousandth of the price", arguments: prices)
  func tick(price: Double) {
    let scales = MarketScales(price: price)
    let share = scales.grid.tickSize / price
    #expect(share <= 1.000_1e-4 && share >= 0.99e-6)
    #expect(scales.priceTicksMax >= Int32(3.99 / share))
    // Trigger levels beyond 2²⁹ ticks stand for "never": the whole index must lie below.
    #expect(scales.priceTicksMax < 1 << 29)
  }

  @Test(
    "a book at any price in the domain opens quiet and falls by the news alone",
    arguments: prices
  )
  func anyPrice(price: Double) throws {
    let state = Fixture.state(price: price)
    let run = try SimulatedRun(Fixture.stress(state, sale: 0, news: -0.3, parcels: 50), run: 0)
    #expect(run.outcome.violations.isEmpty)
    #expect(run.outcome.liquidationCount > 0)
    let calm = try SimulatedRun(Fixture.stress(state, sale: 0, news: 0, parcels: 50), run: 0)
    #expect(calm.outcome.liquidationCount == 0)
  }

  @Test("a parcel that is no amount of 64 bits is refused by the name of the open interest")
  func size() {
    let scales = MarketScales(price: 100_000)
    #expect(throws: ScenarioError.self) { try scales.size(1e-9) }
    #expect(throws: ScenarioError.self) { try scales.size(1e12) }
    #expect(throws: ScenarioError.self) { try scales.size(.nan) }
    #expect((try? scales.size(0.5)) == Amount(50_000_000))
  }
}
