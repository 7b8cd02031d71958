import Economy
import Exchange
import Quantities
import Statistics
import Testing

@Suite("A perpetual market")
struct PerpetualMarketTests {
  private let price = PerpetualFixture.price

  @Test("lots are closed oldest first, with exact values")
  func firstInFirstOut() throws {
    var market = PerpetualFixture.market(owners: 1)
    for (day, value) in [30_000.0, 20_000, 10_000].enumerated() {
      let entry = PerpetualFixture.dollars(90_000 + 1_000 * Double(day))
      try market.open(
        owner: 0,
        side: .long,
        notional: PerpetualFixture.usd(value),
        leverage: 3,
        at: entry
      )
      market.startDay()
    }
    let lots = market.lots(of: 0, side: .long)
    #expect(lots.map(\.size.units) == [33_333_333, 21_978_022, 10_869_565])
    let fill = try market.reduce(
      owner: 0,
      side: .long,
      byQuantity: lots[0].size + Amount(1_978_022),
      at: PerpetualFixture.dollars(95_123.4567)
    )
    #expect(fill.lotCount == 2)
    #expect(fill.quantity == -(lots[0].size + Amount(1_978_022)))
    // 0.35311355 coins at 95 123.4567 dollars.
    #expect(fill.notional == Amount(335_893_815))
    #expect(market.lots(of: 0, side: .long).map(\.size.units) == [20_000_000, 10_869_565])
    let sum = lots[0].entryNotional.units + lots[1].entryNotional.units * 1_978_022 / 21_978_022
    #expect(fill.profit.units == fill.notional.units - sum)
    let rest = try market.closeAll(owner: 0, side: .long, at: price)
    #expect(rest.lotCount == 2)
    #expect(market.lotCount == 0)
    #expect(market.residualPosition == .zero)
    #expect(PerpetualFixture.violations(market) == [])
  }

  @Test("an opening joins the lot of its day, side and leverage band, exactly")
  func joining() throws {
    var market = PerpetualFixture.market(owners: 2)
    var (size, notional, margin) = (Amount.zero, Amount.zero, Amount.zero)
    for index in 0..<5 {
      let fill = try market.open(
        owner: 0,
        side: .short,
        notional: PerpetualFixture.usd(777.7777 + Double(index)),
        leverage: 10 + Double(index) * 0.3,
        at: PerpetualFixture.dollars(90_000 + 17 * Double(index))
      )
      size -= fill.quantity
      notional += fill.notional
      margin += fill.margin
    }
    let lot = try #require(market.lots(of: 0, side: .short).first)
    #expect(market.lotCount == 1)
    #expect(lot.size == size)
    #expect(lot.entryNotional == notional)
    #expect(lot.margin == margin)
    let usd = PerpetualFixture.usd(100)
    try market.open(owner: 0, side: .short, notional: usd, leverage: 25, at: price)
    try market.open(owner: 0, side: .long, notional: usd, leverage: 10, at: price)
    try market.open(owner: 1, side: .short, notional: usd, leverage: 10, at: price)
    #expect(market.lotCount == 4)
    market.startDay()
    try market.open(owner: 0, side: .short, notional: usd, leverage: 10, at: price)
    #expect(market.lotCount == 5)
    #expect(PerpetualFixture.violations(market) == [])
  }

  @Test("the number of lots stays bounded however long the run")
  func bounded() throws {
    var market = PerpetualFixture.market(owners: 1) { $0.lotCountMax = 20 }
    for _ in 0..<300 {
      market.startDay()
      let usd = PerpetualFixture.usd(1_000)
      try market.open(owner: 0, side: .long, notional: usd, leverage: 3, at: price)
      try market.open(owner: 0, side: .long, notional: usd, leverage: 10, at: price)
    }
    #expect(market.lotCount == 20)
    #expect(market.lots(of: 0, side: .long).count == 20)
    #expect(PerpetualFixture.violations(market) == [])
  }

  @Test(
    "the venue grants at most its cap and the tier's leverage",
    arguments: [
      (0.2, 1.0, 0), (15.0, 15.0, 0), (25.0, 25.0, 1), (30.0, 25.0, 1), (200.0, 25.0, 1),
    ]
  )
  func leverage(asked: Double, granted: Double, tier: Int) throws {
    var market = PerpetualFixture.market(owners: 1) {
      $0.tiers = [
        PerpetualTier(maintenanceRate: Rate(basisPoints: 250), leverageMax: 20),
        PerpetualTier(maintenanceRate: Rate(basisPoints: 50), leverageMax: 125),
      ]
      $0.leverageMax = 25
    }
    let fill = try market.open(
      owner: 0,
      side: .long,
      notional: PerpetualFixture.usd(90_000),
      leverage: asked,
      at: price
    )
    #expect(fill.margin == Amount(Int64((900_000_000 / granted).rounded(.up))))
    let lot = try #require(market.lots(of: 0, side: .long).first)
    #expect(Int(lot.tier) == tier)
    #expect(abs(market.effectiveLeverage(of: 0, at: price) - granted) < 1e-6)
    #expect(market.marginUsed(by: 0) == fill.margin)
  }

  @Test("a trade closes the other side before it opens")
  func trade() throws {
    var market = PerpetualFixture.market(owners: 1)
    let usd = PerpetualFixture.usd(90_000)
    _ = try market.trade(owner: 0, notional: usd, leverage: 5, at: price)
    #expect(market.position(of: 0) == Amount(100_000_000))
    let part = try market.trade(owner: 0, notional: Amount(-usd.units / 4), leverage: 5, at: price)
    #expect(part.opened.quantity == .zero)
    #expect(market.position(of: 0) == Amount(75_000_000))
    let turn = try market.trade(owner: 0, notional: -usd, leverage: 5, at: price)
    #expect(turn.closed.quantity == Amount(-75_000_000))
    #expect(turn.opened.quantity == Amount(-25_000_000))
    #expect(market.quantity(of: 0, side: .long) == .zero)
    #expect(market.lotCount(of: 0, side: .short) == 1)
    #expect(PerpetualFixture.violations(market) == [])
  }

  @Test("a forced trade is charged to the order that set it off")
  func causes() throws {
    var market = PerpetualFixture.market(owners: 2)
    let usd = PerpetualFixture.usd(10_000_000)
    try market.open(owner: 0, side: .long, notional: usd, leverage: 100, at: price)
    try market.open(owner: 1, side: .short, notional: usd, leverage: 100, at: price)
    var liquidity = PerpetualFixture.liquidity()
    let orders = [
      CascadeOrder(volume: 1e7, label: 11), CascadeOrder(volume: -1.2e9, label: 12),
      CascadeOrder(volume: -1e6, label: 13),
    ]
    let outcome = market.clear(newsLogReturn: 0.001, orders: orders, in: &liquidity)
    #expect(outcome.cascade.longLiquidationCount == 1)
    let flows = market.forcedFlows(in: outcome)
    #expect(flows.count == 1)
    let flow = try #require(flows.first)
    #expect(flow.cause == .exogenousOrder)
    #expect(flow.label == 12)
    #expect(flow.soldNotional == outcome.cascade.longLiquidatedNotional)
    #expect(flow.boughtNotional == .zero)
    let quiet = market.clear(newsLogReturn: 0, orders: [], in: &liquidity)
    #expect(market.forcedFlows(in: quiet) == [])
    let news = market.clear(newsLogReturn: 0.05, orders: orders, in: &liquidity)
    let second = try #require(market.forcedFlows(in: news).first)
    #expect(second.cause == .news)
    #expect(second.label == nil)
    #expect(second.boughtNotional == news.cascade.shortLiquidatedNotional)
  }

  @Test("switched off, nobody is liquidated and the price moves by news and orders alone")
  func switchedOff() throws {
    var on = PerpetualFixture.market(owners: 1)
    let usd = PerpetualFixture.usd(500_000_000)
    try on.open(owner: 0, side: .long, notional: usd, leverage: 50, at: price)
    var off = on
    off.liquidates = false
    var (first, second) = (PerpetualFixture.liquidity(), PerpetualFixture.liquidity())
    let orders = [CascadeOrder(volume: -1e8, label: 1)]
    let treated = on.clear(newsLogReturn: -0.05, orders: orders, in: &first)
    let control = off.clear(newsLogReturn: -0.05, orders: orders, in: &second)
    #expect(treated.cascade.liquidationCount == 1)
    #expect(control.cascade.liquidationCount == 0)
    #expect(off.forest.trades.isEmpty)
    #expect(control.forcedMove == 0)
    #expect(treated.forcedMove < 0)
    #expect(off.position(of: 0) > .zero)
    #expect(on.position(of: 0) == .zero)
  }

  @Test("a day begins with an empty forest")
  func dayForest() throws {
    var market = PerpetualFixture.market(owners: 1)
    var liquidity = PerpetualFixture.liquidity()
    let order = [CascadeOrder(volume: 1, label: 1)]
    for _ in 0..<3 { _ = market.clear(newsLogReturn: 0.001, orders: order, in: &liquidity) }
    #expect(market.forest.nodes.count == 6)
    market.startDay()
    #expect(market.forest.nodes.isEmpty)
    #expect(market.dayIndex == 1)
  }

  @Test("a trade that makes no sense is refused and changes nothing")
  func refusals() throws {
    var market = PerpetualFixture.market(owners: 1)
    let usd = PerpetualFixture.usd(100)
    #expect(throws: CascadeError.self) {
      try market.open(owner: 0, side: .long, notional: -usd, leverage: 2, at: price)
    }
    #expect(throws: CascadeError.self) {
      try market.open(owner: 0, side: .long, notional: usd, leverage: 2, at: Price(0))
    }
    #expect(throws: CascadeError.self) {
      try market.reduce(owner: 0, side: .long, byQuantity: Amount(-1), at: price)
    }
    let nothing = try market.reduce(owner: 0, side: .long, byNotional: usd, at: price)
    #expect(nothing.quantity == .zero && nothing.notional == .zero && nothing.lotCount == 0)
    #expect(market.lotCount == 0)
  }
}
