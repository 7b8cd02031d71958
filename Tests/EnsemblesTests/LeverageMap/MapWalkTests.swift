import Quantities
import Statistics
import Testing

@testable import Scenarios

@Suite("MapWalk")
struct MapWalkTests {
  /// One position of the plain reference.
  private struct Parcel {
    var coins: Double
    let entry: Double
  }

  @Test("the map holds what a plain list of positions holds", arguments: 0..<4)
  func parcels(_ seed: UInt64) {
    let leverages = [3.0, 10, 25, 50]
    let rules = LeverageMapRules(
      leverages: leverages,
      turnovers: [0.3],
      leveragePrior: [1, 1, 1, 1],
      logStep: 0.000_2
    )
    let market = SyntheticMarket(days: 12, seed: seed).market
    var cohorts = PositionCohorts(rules: rules, price: market.hours[0].open)
    var stock = 1_000.0
    var before = 0.0
    var books = leverages.map { _ in (longs: [Parcel](), shorts: [Parcel]()) }
    var stream = Stream(seed: seed, run: 1, purpose: Purpose(room: 99, index: 2))
    for hour in market.hours {
      stock *= 1 + 0.02 * stream.nextNormal()
      cohorts.advance(hour, openInterest: stock)
      let hazard = min(0.3 * hour.volume / stock, 3)
      let survival = Libm.exponential(-hazard - max(before - stock, 0) / stock)
      let entered = stock * (1 - Libm.exponential(-hazard)) + max(stock - before, 0)
      before = stock
      for (index, leverage) in leverages.enumerated() {
        let long = (1 - 1 / leverage) / (1 - rules.maintenanceRate)
        let short = (1 + 1 / leverage) / (1 + rules.maintenanceRate)
        books[index].longs.removeAll { $0.entry * long >= hour.low }
        books[index].shorts.removeAll { $0.entry * short <= hour.high }
        for position in books[index].longs.indices {
          books[index].longs[position].coins *= survival
        }
        for position in books[index].shorts.indices {
          books[index].shorts[position].coins *= survival
        }
        for part in 0..<20 {
          let entry =
            hour.low
            * Libm.exponential(
              (Double(part) + 0.5) / 20 * Libm.logarithm(hour.high / hour.low)
            )
          books[index].longs.append(Parcel(coins: entered / 20, entry: entry))
          books[index].shorts.append(Parcel(coins: entered / 20, entry: entry))
        }
      }
    }
    for index in leverages.indices {
      let bins = (index * cohorts.binCount)..<((index + 1) * cohorts.binCount)
      let longs = cohorts.longs[bins].reduce(0, +) * cohorts.scales[0]
      let shorts = cohorts.shorts[bins].reduce(0, +) * cohorts.scales[0]
      let expectedLongs = books[index].longs.reduce(0) { $0 + $1.coins }
      let expectedShorts = books[index].shorts.reduce(0) { $0 + $1.coins }
      #expect(abs(longs / expectedLongs - 1) < 0.03, "\(leverages[index])x longs, seed \(seed)")
      #expect(abs(shorts / expectedShorts - 1) < 0.03, "\(leverages[index])x shorts, seed \(seed)")
    }
  }

  @Test("deleting what became known after a time changes no prediction before it", arguments: 0..<8)
  func noLookAhead(_ seed: UInt64) {
    let world = SyntheticMarket(days: 120, seed: seed).market
    var stream = Stream(seed: seed, run: 2, purpose: Purpose(room: 99, index: 3))
    let day = 60 + Int(stream.nextInteger(below: 50))
    let cut = SyntheticMarket.start + .days(Int64(day))
    var full = MapWalk(world)
    var short = MapWalk(world.knowable(at: cut))
    for index in 31..<day {
      let time = SyntheticMarket.start + .days(Int64(index))
      let one = full.bar(at: time, length: .days(1))
      let other = short.bar(at: time, length: .days(1))
      #expect(one?.swept == other?.swept && one != nil)
    }
  }

  @Test(
    "what is traded inside a bar changes nothing of its own prediction, and something of the next"
  )
  func volumeInside() {
    let world = SyntheticMarket(days: 60, seed: 9).market
    let start = SyntheticMarket.start + .days(50)
    let busy = LeverageMarket(
      symbol: world.symbol,
      hours: world.hours.map { hour in
        MarketHour(
          start: hour.start,
          knowableAt: hour.knowableAt,
          open: hour.open,
          high: hour.high,
          low: hour.low,
          close: hour.close,
          volume: hour.start < start ? hour.volume : 10 * hour.volume
        )
      },
      openInterest: world.openInterest,
      funding: world.funding,
      daily: world.daily
    )
    var calm = MapWalk(world)
    var hectic = MapWalk(busy)
    let one = calm.bar(at: start, length: .days(1))
    let other = hectic.bar(at: start, length: .days(1))
    #expect(one != nil && one?.swept == other?.swept && one?.hourlyVolume == other?.hourlyVolume)
    let next = calm.bar(at: start + .days(1), length: .days(1))
    let nextOther = hectic.bar(at: start + .days(1), length: .days(1))
    #expect(next?.swept != nextOther?.swept)
  }

  @Test("the map of a date is unchanged when all later rows are deleted", arguments: 0..<4)
  func mapOfDate(_ seed: UInt64) throws {
    let world = SyntheticMarket(days: 200, seed: seed).market
    let date = SyntheticMarket.start + .days(170) + .hours(Int64(seed) * 5)
    let full = try LeverageMapEstimate(world, asOf: date, draws: 10)
    let short = try LeverageMapEstimate(world.knowable(at: date), asOf: date, draws: 10)
    #expect(full.mixture == short.mixture && full.price == short.price)
    #expect(full.levels.map(\.notional) == short.levels.map(\.notional))
    #expect(full.criticalSale == short.criticalSale)
  }

  @Test("every level of the map is backed by open interest, longs below and shorts above the price")
  func levels() throws {
    let world = SyntheticMarket(days: 200, seed: 1).market
    let map = try LeverageMapEstimate(
      world,
      asOf: SyntheticMarket.start + .days(190),
      draws: 40
    )
    #expect(map.fittedBarCount > 120)
    for side in ["long", "short"] {
      let levels = map.levels.filter { $0.side == side }
      #expect(levels.count == LiquidationMap.levelCount)
      let isBelow = levels.allSatisfy { $0.priceHigh <= map.price * 1.000_001 }
      #expect(isBelow == (side == "long"))
      let far = side == "long" ? levels.first : levels.last
      let cumulative = try #require(far?.cumulative)
      #expect(cumulative.p95 <= map.openInterest && cumulative.p05 > 0)
    }
  }
}
