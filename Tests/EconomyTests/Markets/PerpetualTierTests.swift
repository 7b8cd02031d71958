import Exchange
import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Tier tables by notional")
struct PerpetualTierTests {
  let price = PerpetualFixture.price

  /// Three rows as venues publish them: caps of 1 m and 10 m dollars.
  static let table = [
    PerpetualTier(
      maintenanceRate: Rate(basisPoints: 50),
      leverageMax: 100,
      notionalCap: PerpetualFixture.usd(1e6)
    ),
    PerpetualTier(
      maintenanceRate: Rate(basisPoints: 100),
      leverageMax: 50,
      notionalCap: PerpetualFixture.usd(1e7)
    ),
    PerpetualTier(maintenanceRate: Rate(basisPoints: 500), leverageMax: 10),
  ]

  private func market(accountCount: Double = 1) -> PerpetualMarket {
    var market = PerpetualMarket(
      terms: PerpetualFixture.terms {
        $0.tiers = Self.table
        $0.leverageMax = 125
      },
      openingPrice: price
    )
    _ = market.addOwner(accountCount: accountCount)
    return market
  }

  /// What the lots of an owner's longs must keep, Σ m_t N_t.
  private func maintenance(_ market: PerpetualMarket) -> Double {
    market.lots(of: 0, side: .long).reduce(0) {
      let rate = Self.table[Int($1.tier)].maintenanceRate.fraction
      return $0 + rate * Double($1.entryNotional.units)
    }
  }

  @Test(
    "the maintenance margin is that of the table, whatever the orders that built the position",
    arguments: [[0.4e6], [3e6], [25e6], [0.9e6, 0.9e6, 20e6], [9e6, 2e6, 5e6]]
  )
  func maintenanceMargin(orders: [Double]) throws {
    var market = market()
    for order in orders {
      try market.open(
        owner: 0,
        side: .long,
        notional: PerpetualFixture.usd(order),
        leverage: 5,
        at: price
      )
    }
    let table = try TierTable(rows: [
      TierRow(
        cap: PerpetualFixture.usd(1e6),
        maintenanceRate: Fraction(5, over: 1_000),
        maxLeverage: Fraction(100)
      ),
      TierRow(
        cap: PerpetualFixture.usd(1e7),
        maintenanceRate: Fraction(10, over: 1_000),
        maxLeverage: Fraction(50)
      ),
      TierRow(cap: nil, maintenanceRate: Fraction(50, over: 1_000), maxLeverage: Fraction(10)),
    ])
    let whole = PerpetualFixture.usd(orders.reduce(0, +))
    let expected = Double(try table.maintenanceMargin(of: whole).units)
    // A contract unit at a border may lie on either side of it.
    #expect(abs(maintenance(market) - expected) < 10)
    #expect(PerpetualFixture.violations(market) == [])
  }

  @Test(
    "the venue grants the leverage of the tier that the whole position reaches",
    arguments: [(0.5e6, 100.0), (2e6, 50.0), (12e6, 10.0)]
  )
  func leverage(dollars: Double, granted: Double) throws {
    var market = market()
    let fill = try market.open(
      owner: 0,
      side: .short,
      notional: PerpetualFixture.usd(dollars),
      leverage: 200,
      at: price
    )
    #expect(abs(Double(fill.notional.units) / Double(fill.margin.units) - granted) < 1e-3)
    #expect(fill.lotCount == (dollars < 1e6 ? 1 : dollars < 1e7 ? 2 : 3))
  }

  @Test("an owner that stands for many accounts is in the tier of one of them")
  func accounts() throws {
    var crowd = market(accountCount: 100)
    let notional = PerpetualFixture.usd(50e6)
    let fill = try crowd.open(
      owner: 0,
      side: .long,
      notional: notional,
      leverage: 100,
      at: price
    )
    #expect(fill.lotCount == 1)
    #expect(abs(crowd.effectiveLeverage(of: 0, at: price) - 100) < 1e-3)
    var single = market()
    try single.open(owner: 0, side: .long, notional: notional, leverage: 100, at: price)
    #expect(abs(single.effectiveLeverage(of: 0, at: price) - 10) < 1e-3)
  }

  @Test("what can be opened is bounded by the best tier's leverage and cap")
  func openable() {
    let market = market()
    func most(_ margin: Double, _ leverage: Double) -> Double {
      market.openable(owner: 0, side: .long, margin: margin, leverage: leverage, at: price)
    }
    #expect(most(1_000, 100) == 100_000)
    // 20 000 dollars would be two million at 100, but beyond the first cap the leverage is 50.
    #expect(most(20_000, 100) == 1e6)
    // 500 000 dollars reach the second cap, of which two percent are left for the price.
    #expect(most(500_000, 100) == 9.8e6)
    #expect(most(5e6, 100) == 50e6)
    #expect(most(5e6, 4) == 20e6)
  }

  @Test("closing gives the highest tier back first, so that a smaller position asks for less")
  func closing() throws {
    var market = market()
    let usd = PerpetualFixture.usd
    try market.open(owner: 0, side: .long, notional: usd(25e6), leverage: 5, at: price)
    try market.reduce(owner: 0, side: .long, byNotional: usd(24.5e6), at: price)
    #expect(market.lots(of: 0, side: .long).allSatisfy { $0.tier == 0 })
    #expect(abs(maintenance(market) - 0.005 * Double(usd(0.5e6).units)) < 10)
    try market.open(owner: 0, side: .long, notional: usd(4.5e6), leverage: 5, at: price)
    let expected = 0.005 * Double(usd(1e6).units) + 0.01 * Double(usd(4e6).units)
    #expect(abs(maintenance(market) - expected) < 10)
    #expect(PerpetualFixture.violations(market) == [])
  }

  @Test("the part in a higher tier is liquidated at a smaller fall")
  func liquidation() throws {
    var market = market()
    try market.open(
      owner: 0,
      side: .long,
      notional: PerpetualFixture.usd(25e6),
      leverage: 10,
      at: price
    )
    var liquidity = PerpetualFixture.liquidity()
    // At a tenth of margin the third tier falls at −5.3 %, the others at −9 % and less.
    _ = market.clear(newsLogReturn: -0.06, orders: [], in: &liquidity)
    #expect(market.lots(of: 0, side: .long).map { Int($0.tier) } == [0, 1])
    #expect(PerpetualFixture.violations(market) == [])
  }

  @Test("random trades and falls under a table conserve contracts and cash", arguments: 0..<8)
  func conservation(seed: Int) throws {
    var stream = PerpetualFixture.stream(700 + seed)
    var market = market(accountCount: seed % 2 == 0 ? 1 : 7)
    for _ in 1..<4 { _ = market.addOwner() }
    var liquidity = PerpetualFixture.liquidity(dailyVolume: 3e9)
    for operation in 0..<400 {
      let owner = Int(stream.nextInteger(below: 4))
      let side: PositionSide = stream.nextUniform() < 0.55 ? .long : .short
      let notional = Amount(Int64(stream.nextInteger(below: 80_000_000_000)))
      let mark = liquidity.midPrice
      switch stream.nextInteger(below: 5) {
      case 0, 1:
        let leverage = 1 + 99 * stream.nextUniform()
        try market.open(
          owner: owner,
          side: side,
          notional: notional,
          leverage: leverage,
          at: mark
        )
      case 2, 3: try market.reduce(owner: owner, side: side, byNotional: notional, at: mark)
      default:
        let news = 0.01 * stream.nextNormal()
        _ = market.clear(newsLogReturn: news, orders: [], in: &liquidity)
        let settlement = market.settle(at: liquidity.midPrice)
        let sum = settlement.ownerChanges.reduce(Amount.zero, +)
        #expect(
          sum + settlement.insuranceFundChange + settlement.feeChange + settlement.residualChange
            == .zero
        )
      }
      if operation % 100 == 99 { market.startDay() }
    }
    #expect(PerpetualFixture.violations(market) == [], "seed \(seed)")
  }
}
