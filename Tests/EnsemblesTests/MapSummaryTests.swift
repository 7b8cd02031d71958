import Exchange
import Testing

@testable import Ensembles
@testable import Scenarios

@Suite("MapSummary")
struct MapSummaryTests {
  @Test("the levels of one draw sum to every position within half the price")
  func sums() async throws {
    let setting = Market.stress(parcels: 300)
    let summary = try await MapSummary(of: setting, runs: 1, threads: 1)
    let map = try LiquidationMap(setting, run: 0)
    let parameters = RunParameters(of: setting.state, seed: 1, run: 0)
    let opening = try setting.openingBook(parameters, run: 0)
    let factory = MarketFactory(state: setting.state, opening: opening)
    let ladder = LiquidationLadder(try factory.engine(without: []).book, scales: factory.scales)
    for (side, rungs, levels) in [
      ("long", ladder.longs, map.longs), ("short", ladder.shorts, map.shorts),
    ] {
      let shown = summary.levels.filter { $0.side == side }
      #expect(shown.count == LiquidationMap.levelCount)
      let direction = side == "long" ? -1.0 : 1
      let reachable = rungs.filter { abs(Libm.exponential(direction * $0.distance) - 1) < 0.5 }
      let total = reachable.reduce(0) { $0 + $1.value }
      #expect(total > 0)
      #expect(abs(shown.reduce(0) { $0 + $1.notional.median } / total - 1) < 1e-9)
      let far = side == "long" ? shown.first : shown.last
      #expect(abs((far?.cumulative.median ?? 0) / total - 1) < 1e-9)
      #expect(
        abs(shown.reduce(0) { $0 + $1.byLeverage.reduce(0, +) } / total - 1) < 1e-9
      )
      #expect(abs(levels.reduce(0) { $0 + $1.notional } / total - 1) < 1e-9)
    }
  }

  @Test("levels rise in price without a gap, and value accumulates away from the price")
  func order() async throws {
    let summary = try await MapSummary(of: Market.stress(), runs: 20, threads: 2)
    #expect(summary.levels.count == 2 * LiquidationMap.levelCount)
    for (low, high) in zip(summary.levels, summary.levels.dropFirst()) {
      #expect(abs(low.priceHigh - high.priceLow) < 1e-6)
      if low.side == "long", high.side == "long" {
        #expect(low.cumulative.median >= high.cumulative.median)
      }
      if low.side == "short" { #expect(low.cumulative.median <= high.cumulative.median) }
    }
    #expect(summary.levels.allSatisfy { $0.notional.p05 <= $0.notional.p95 })
    #expect((0...1).contains(summary.cascadeShare))
  }

  @Test("the bands are those of the runs whose book can have stood at the price")
  func bands() async throws {
    let setting = Market.stress(seed: 2)
    let summary = try await MapSummary(of: setting, runs: 5, threads: 2)
    let drawn = try (0..<5).map { try LiquidationMap(setting, run: $0) }
    let maps = drawn.filter(\.standsAtRest)
    #expect(maps.count < drawn.count, "the case shows that a draw is left out")
    #expect(summary.standingCount == maps.count)
    let shorts = summary.levels.filter { $0.side == "short" }
    for (index, level) in shorts.enumerated() {
      #expect(level.notional == Band(of: maps.map { $0.shorts[index].notional }))
    }
    let critical = maps.compactMap(\.criticalSale)
    #expect(summary.cascadeShare == Double(critical.count) / Double(maps.count))
    #expect((summary.criticalSale == nil) == (critical.count * 2 <= maps.count))
  }
}
