import Economy
import Statistics
import Testing

@Suite("Deaton and Laroque's competitive storage")
struct DeatonLaroqueTests {
  @Test("price function and trigger (row S26)")
  func published() throws {
    let storage = try DeatonLaroque(market: .init())
    #expect(abs(storage.triggerPrice - 0.897194633633039) < 1e-12)
    #expect(storage.price(atAmount: 1) == 1)
    #expect(abs(storage.price(atAmount: 1.3) - 0.82788716919053) < 1e-11)
    #expect(abs(storage.price(atAmount: 1.6) - 0.73658363772219) < 1e-11)
  }

  @Test(
    "at every grid point the price solves its equation and falls with the amount",
    arguments: 0..<12
  )
  func fixedPoint(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 25))
    let market = StorageMarket(
      interestRate: 0.01 + 0.1 * stream.nextUniform(),
      wastage: 0.2 * stream.nextUniform(),
      demandIntercept: 1 + 4 * stream.nextUniform(),
      demandSlope: 0.3 + 2 * stream.nextUniform(),
      harvestDeviation: 0.5 * stream.nextUniform(),
      harvestCount: 1 + stream.nextIndex(below: 12)
    )
    let storage = try DeatonLaroque(market: market, grid: .init(points: 120))
    let scale = abs(storage.prices[0])
    for (amount, price) in zip(storage.amounts, storage.prices) {
      let bare = market.demandPrice(amount)
      #expect(price >= bare)
      let left = (1 - market.wastage) * max(0, amount - market.demandedAmount(price))
      var mean = 0.0
      for harvest in storage.harvests { mean += storage.price(atAmount: harvest + left) }
      mean /= Double(storage.harvests.count)
      #expect(abs(price - max(bare, market.discount * mean)) < 1e-9 * scale)
    }
    for (price, next) in zip(storage.prices, storage.prices.dropFirst()) { #expect(next < price) }
  }

  @Test("nothing is stored up to the trigger, something above it, and nothing is lost but wastage")
  func period() throws {
    let storage = try DeatonLaroque(market: .init())
    let trigger = storage.triggerAmount
    #expect(abs(trigger - (2 - storage.triggerPrice)) < 1e-15)
    let below = storage.period(atAmount: trigger * 0.999)
    #expect(below.isStockOut && below.left == 0)
    let above = storage.period(atAmount: trigger * 1.05)
    #expect(above.carriedOver > 0 && !above.isStockOut)
    #expect(abs(above.consumed + above.carriedOver - trigger * 1.05) < 1e-15)
    #expect(above.left == 0.9 * above.carriedOver)
    // Below the grid nothing is stored: the price is demand's.
    #expect(storage.price(atAmount: 0.25) == 1.75)
    let glut = storage.period(atAmount: 100)
    #expect(glut.price == storage.prices.last && glut.consumed < 2)
  }

  @Test("in simulated years prices are persistent and skewed though harvests are neither")
  func history() throws {
    let storage = try DeatonLaroque(market: .init())
    var stream = Stream(seed: 3, run: 0, purpose: Purpose(room: 90, index: 26))
    var (left, prices, stockOuts) = (0.0, [Double](), 0)
    for _ in 0..<5_000 {
      let harvest = storage.harvests[stream.nextIndex(below: storage.harvests.count)]
      let period = storage.period(atAmount: harvest + left)
      prices.append(period.price)
      stockOuts += period.isStockOut ? 1 : 0
      left = period.left
    }
    let moments = Moments(of: prices)
    let mean = moments.mean
    let pairs = zip(prices, prices.dropFirst())
    let persistence =
      pairs.reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
      / prices.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(persistence > 0.1)
    #expect(try #require(moments.skewness) > 0)
    #expect(stockOuts > 0 && stockOuts < prices.count)
  }

  @Test("same market, same bytes; a finer grid moves the price by less than its coarse error")
  func grids() throws {
    let (once, again) = (
      try DeatonLaroque(market: .init()), try DeatonLaroque(market: .init())
    )
    #expect(once == again)
    let fine = try DeatonLaroque(market: .init(), grid: .init(points: 1_600))
    // A converged grid is 8e-5 lower at 1.6 (note of row S26).
    let fall = once.price(atAmount: 1.6) - fine.price(atAmount: 1.6)
    #expect(abs(fall - 7.8e-5) < 2e-6)
  }

  @Test("refuses a store that costs nothing to wait, and other parameters, by name")
  func refusals() {
    #expect(
      throws: ModelError.invalid(
        model: "Deaton–Laroque",
        field: "discount (1 − wastage)/(1 + interest)",
        value: "1.0",
        expected: "below 1"
      )
    ) { try DeatonLaroque(market: .init(interestRate: 0, wastage: 0)) }
    #expect(throws: ModelError.self) { try DeatonLaroque(market: .init(demandSlope: 0)) }
    #expect(throws: ModelError.self) { try DeatonLaroque(market: .init(harvestCount: 0)) }
    #expect(throws: ModelError.self) {
      try DeatonLaroque(market: .init(), grid: .init(points: 1))
    }
    #expect(throws: ModelError.self) {
      try DeatonLaroque(market: .init(), grid: .init(topOverMaxHarvest: 0.1))
    }
  }
}
