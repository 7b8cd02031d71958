import Economy
import Quantities
import Statistics
import Testing

@Suite("yen carry")
struct YenCarryTests {
  @Test("the target ramps with carry per unit of risk and shrinks with the portfolio's volatility")
  func target() throws {
    let rule = try YenCarryRule(capacity: 100)
    func target(_ carry: Double, _ volatility: Double = 0.1) -> Double {
      rule.target(carryToRisk: carry, portfolioVolatility: volatility)
    }
    #expect(target(0.1) == 0 && target(0.15) == 0)
    #expect(abs(target(0.3) - 50) < 1e-12)
    #expect(target(0.45) == 100 && target(2) == 100)
    #expect(abs(target(2, 0.3) - 50) < 1e-12)
    let ratio = YenCarryRule.carryToRisk(
      dollarRate: 0.04,
      yenRate: 0.005,
      hedgeCost: 0.005,
      yenVolatility: 0.1
    )
    #expect(abs(ratio - 0.3) < 1e-15)
  }

  @Test("a book is built at 3 % of the gap a day and left at 20 %")
  func speed() throws {
    let rule = try YenCarryRule()
    #expect(abs(rule.change(of: 0, target: 100) - 3) < 1e-12)
    #expect(abs(rule.change(of: 100, target: 0) + 20) < 1e-12)
    #expect(rule.change(of: 5, target: 5) == 0)
    #expect(YenCarryRule.sizes == [0.25e12, 1e12, 4e12, 20e12])
    #expect(throws: ModelError.self) { try YenCarryRule(ramp: 0.2...0.2) }
  }

  @Test("each limit forces its share, and the largest is sold")
  func force() throws {
    let force = try YenCarryForce()
    // 1 % on ten times leverage is a tenth of capital: no call; below two deviations: no stop.
    var day = YenCarryForce.Day(
      book: 1_000,
      capital: 100,
      yenRise: 0.01,
      yenDailyVolatility: 0.006
    )
    #expect(force.sale(on: day).share == 0)
    day.yenRise = 0.013
    #expect(force.sale(on: day).share == 0.3)
    day.assetLoss = 47
    let called = force.sale(on: day)
    #expect(abs(called.marginCallShare - 0.6) < 1e-12 && called.stopShare == 0.3)
    #expect(called.share == called.marginCallShare)
    // Sold by that share, the book is back at the leverage it had.
    let leverage = (1 - called.share) * day.book / (day.capital - day.loss)
    #expect(abs(leverage - 10) < 1e-9)
    day.assetLoss = 200
    #expect(force.sale(on: day).share == 1)
    day.capital = 0
    #expect(force.sale(on: day).share == 1)
  }

  @Test("value at risk above its limit is sold down to it")
  func riskLimit() throws {
    let day = YenCarryForce.Day(
      book: 1_000,
      capital: 200,
      yenRise: -0.01,
      yenDailyVolatility: 0.006,
      bookDailyVolatility: 0.02,
      riskLimit: 23.3
    )
    let sale = try YenCarryForce().sale(on: day)
    #expect(abs(sale.riskLimitShare - 0.5) < 1e-12)
    #expect(sale.marginCallShare == 0 && sale.stopShare == 0)
  }

  @Test(
    "a book of any size in the sweep sells its basket to the unit",
    arguments: YenCarryRule.sizes
  )
  func basket(size: Double) throws {
    let basket = YenCarryBasket.standard
    let sale = Amount(Int64(size * 0.3) * 10_000 + 7)
    let parts = basket.split(sale)
    #expect(parts.reduce(.zero, +) == sale)
    let bitcoin = Double(parts[3].units) / Double(sale.units)
    #expect(abs(bitcoin - 0.02) < 1e-12)
    #expect(basket.weight(of: .treasuries) == 0.08)
    let needed = YenCarryForce.bookNeeded(
      toSell: Double(parts[3].units) / 10_000,
      weight: 0.02,
      share: 0.3
    )
    #expect(abs(needed / size - 1) < 1e-9)
    #expect(YenCarryForce.bookNeeded(toSell: 1, weight: 0.02, share: 0) == .infinity)
  }

  @Test("refuses weights that do not sum to one, and an asset twice")
  func refusals() {
    #expect(
      throws: ModelError.invalid(
        model: "yen carry basket",
        field: "sum of weights",
        value: "920",
        expected: "1000 thousandths"
      )
    ) {
      try YenCarryBasket([
        .init(.largeEquity, thousandths: 500), .init(.technologyEquity, thousandths: 250),
        .init(.emergingEquity, thousandths: 150), .init(.bitcoin, thousandths: 20),
      ])
    }
    #expect(throws: ModelError.self) {
      try YenCarryBasket([.init(.bitcoin, thousandths: 500), .init(.bitcoin, thousandths: 500)])
    }
    #expect(throws: ModelError.self) { try YenCarryForce(stopShare: 2) }
  }
}
