import Exchange
import Quantities
import Testing

@testable import Economy

@Suite("The queue of an owner's lots")
struct LotQueueTests {
  private func entry(_ serial: Int) -> LotQueue.Entry {
    LotQueue.Entry(position: PositionID(rawValue: Int32(serial % 7)), serial: Int64(serial))
  }

  @Test("gives entries back in order, whatever is removed in between")
  func order() {
    var queue = LotQueue()
    var (next, expected) = (0, 0)
    for round in 0..<400 {
      for _ in 0..<3 {
        queue.append(entry(next))
        next += 1
      }
      for _ in 0..<(round % 5 == 4 ? 9 : 1) where queue.count > 0 {
        #expect(queue.first == entry(expected))
        queue.removeFirst()
        expected += 1
      }
    }
    #expect(queue.count == next - expected)
    #expect(queue.all.map(\.serial) == (expected..<next).map(Int64.init))
    queue.sweep { $0.serial % 2 == 0 }
    #expect(queue.all.allSatisfy { $0.serial % 2 == 0 })
    #expect(queue.count == (next - expected) / 2)
  }

  @Test("forgets lots that were liquidated, and their numbers may be used again")
  func liquidatedLots() throws {
    var market = PerpetualFixture.market(owners: 2)
    var liquidity = PerpetualFixture.liquidity()
    for _ in 0..<500 {
      market.startDay()
      for owner in 0..<2 {
        try market.open(
          owner: owner,
          side: .long,
          notional: PerpetualFixture.usd(1_000),
          leverage: owner == 0 ? 100 : 2,
          at: liquidity.midPrice
        )
      }
      let fall = market.clear(newsLogReturn: -0.02, orders: [], in: &liquidity)
      #expect(fall.cascade.longLiquidationCount == 1)
      _ = market.clear(newsLogReturn: 0.02, orders: [], in: &liquidity)
    }
    #expect(market.quantity(of: 0, side: .long) == .zero)
    #expect(market.lotCount(of: 1, side: .long) == 500)
    #expect(market.queues[0].count < 70)
    #expect(market.queues[2].count == 500)
    #expect(PerpetualFixture.violations(market) == [])
  }
}
