import Exchange
import Quantities
import Statistics
import Testing

@Suite("The cascade engine")
struct CascadeEngineTests {
  private func engine(
    seed: Int,
    count: Int = 2_000,
    fund: Int64 = 2_000_000_000,
    rules: CascadeRules = CascadeRules(),
    longShare: Double = 0.6
  ) throws -> CascadeEngine {
    var stream = CascadeFixture.stream(seed)
    return CascadeEngine(
      book: try CascadeFixture.book(count: count, longShare: longShare, using: &stream),
      rules: rules,
      insuranceFund: Amount(fund),
      openingPrice: Price(900_000_000)
    )
  }

  @Test(
    "conserves contracts and cash through falls, rises, funding and owners' trades",
    arguments: 0..<30
  )
  func conservation(seed: Int) throws {
    var stream = CascadeFixture.stream(1_000 + seed)
    var engine = try engine(
      seed: seed,
      fund: seed % 3 == 0 ? 0 : 5_000_000_000,
      rules: CascadeRules(
        autoDeleverages: seed % 5 != 1,
        liquidationFee: Rate(basisPoints: seed % 2 == 0 ? 5 : 0),
        valuation: seed % 4 == 2 ? .tradePrice : .liquidationPrice
      )
    )
    var market = CascadeFixture.squareRootMarket()
    for step in 0..<40 {
      let outcome = engine.step(
        CascadeShock(
          newsLogReturn: 0.02 * stream.nextNormal(),
          exogenousVolume: 2e6 * stream.nextNormal()
        ),
        in: &market
      )
      #expect(engine.checkConservation() == [], "seed \(seed), step \(step)")
      #expect(outcome.deficit >= .zero)
      market.elapse(seconds: 900)
      if step % 8 == 7 {
        try engine.applyFunding(rate: Rate(partsPerMillion: 100), at: market.midPrice)
        #expect(engine.checkConservation() == [])
      }
      if let position = engine.book.positions.first(where: { _ in true }) {
        try engine.close(position.id, size: Amount(1 + position.size.units / 3), in: &market)
        _ = try engine.open(
          side: .long,
          size: Amount(50_000_000),
          margin: Amount(40_000_000),
          in: &market
        )
        #expect(engine.checkConservation() == [])
      }
    }
    #expect(engine.book.checkInvariants() == [])
    #expect(engine.forest.orphanCount == 0)
    #expect(engine.book.count < 2_000, "seed \(seed): nothing was liquidated")
  }

  @Test("leaves no position past its trigger", arguments: 0..<20)
  func endsStable(seed: Int) throws {
    var engine = try engine(seed: seed)
    var market = CascadeFixture.squareRootMarket()
    let sign: Double = seed % 2 == 0 ? -1 : 1
    let outcome = engine.step(CascadeShock(newsLogReturn: sign * 0.05), in: &market)
    #expect(outcome.liquidationCount > 0)
    var book = engine.book
    let remaining = book.nextTriggered(atTick: book.rules.tick(at: market.midPrice))
    #expect(remaining == nil)
  }

  @Test("with a fund at its floor closes opposite positions and keeps the volume off the market")
  func autoDeleveraging() throws {
    var withFund = try engine(seed: 3, fund: 1_000_000_000_000, longShare: 0.5)
    var withoutFund = try engine(seed: 3, fund: 0, longShare: 0.5)
    var first = CascadeFixture.squareRootMarket()
    var second = CascadeFixture.squareRootMarket()
    let shock = CascadeShock(newsLogReturn: -0.12)
    let paid = withFund.step(shock, in: &first)
    let deleveraged = withoutFund.step(shock, in: &second)
    #expect(paid.autoDeleveragingCount == 0)
    #expect(deleveraged.autoDeleveragingCount > 0)
    #expect(deleveraged.forcedVolume > paid.forcedVolume)
    #expect(second.logMid > first.logMid)
    #expect(withoutFund.accounts.insuranceFund >= .zero)
    #expect(withoutFund.checkConservation() == [])
    #expect(withoutFund.forest.orphanCount == 0)
  }

  @Test("pro rata takes the same share of every class's profitable contracts")
  func proRata() throws {
    func taken(_ rule: CascadeRules.DeleveragingRule) throws -> [Double] {
      var engine = try engine(
        seed: 3,
        fund: 0,
        rules: CascadeRules(deleveragingRule: rule),
        longShare: 0.5
      )
      var held = [Double](repeating: 0, count: 4)
      for position in engine.book.positions where position.side == .short {
        held[Int(position.ownerClass)] += Double(position.size.units)
      }
      var market = CascadeFixture.squareRootMarket()
      let outcome = engine.step(CascadeShock(newsLogReturn: -0.12), in: &market)
      #expect(engine.checkConservation() == [])
      #expect(engine.forest.orphanCount == 0)
      var shares = [Double](repeating: 0, count: 4)
      for trade in engine.forest.trades[outcome.tradeRange]
      where trade.trade.kind == .autoDeleveraging {
        shares[Int(trade.ownerClass)] += Double(trade.trade.quantity.units)
      }
      return zip(shares, held).map { $0 / $1 }
    }
    // All shorts gain in such a fall, so that the shares of all classes are one.
    let even = try taken(.proRata)
    #expect(even.allSatisfy { $0 > 0 && abs($0 / even[0] - 1) < 1e-3 }, "\(even)")
    let ranked = try taken(.ranked)
    #expect(ranked.contains { abs($0 / ranked[0] - 1) > 0.01 }, "\(ranked)")
  }

  @Test("pro rata conserves contracts and cash, also beyond what is profitable", arguments: 0..<10)
  func proRataConservation(seed: Int) throws {
    var engine = try engine(
      seed: seed,
      count: 400,
      fund: 0,
      rules: CascadeRules(deleveragingRule: .proRata),
      longShare: seed % 2 == 0 ? 0.5 : 0.9
    )
    var market = CascadeFixture.squareRootMarket()
    for move in [-0.08, 0.1, -0.2, 0.3] {
      _ = engine.step(CascadeShock(newsLogReturn: move), in: &market)
      #expect(engine.checkConservation() == [])
      #expect(engine.forest.orphanCount == 0)
    }
  }

  @Test("when nobody is left to deleverage, the loss is shared out or reported as a deficit")
  func socialisation() throws {
    var engine = try engine(seed: 4, count: 500, fund: 0, longShare: 1)
    var market = CascadeFixture.squareRootMarket(dailyVolume: 1e8)
    let outcome = engine.step(CascadeShock(newsLogReturn: -0.3), in: &market)
    #expect(outcome.autoDeleveragingCount == 0)
    #expect(outcome.deficit > .zero)
    #expect(engine.accounts.insuranceFund == .zero)
    #expect(engine.checkConservation() == [])
  }

  @Test("ends with the book exhausted, whatever the gain")
  func exhaustion() throws {
    var engine = try engine(seed: 5, longShare: 1)
    var market = CascadeFixture.squareRootMarket(dailyVolume: 1e5)
    let outcome = engine.step(CascadeShock(newsLogReturn: -0.9), in: &market)
    // A position smaller than its tier's deduction has no liquidation price.
    let unreachable = engine.book.positions.filter {
      (engine.book.liquidationTick(of: $0.id) ?? 1) <= 0
    }
    #expect(engine.book.count == unreachable.count)
    #expect(outcome.longLiquidationCount > 1_900)
    #expect(engine.checkConservation() == [])
  }

  @Test("switched off it liquidates nothing and the move is the news alone")
  func control() throws {
    var engine = try engine(seed: 6, rules: CascadeRules(liquidates: false))
    var market = CascadeFixture.squareRootMarket()
    let outcome = engine.step(CascadeShock(newsLogReturn: -0.1), in: &market)
    #expect(outcome.liquidationCount == 0)
    #expect(abs(outcome.logMidAfter - outcome.logMidBefore + 0.1) < 1e-12)
    #expect(engine.forest.trades.isEmpty)
  }

  @Test("reaches an observed price with the news that the inverse gives", arguments: 0..<40)
  func inverse(seed: Int) throws {
    var stream = CascadeFixture.stream(2_000 + seed)
    var engine = try engine(seed: seed, fund: 1_000_000_000_000, longShare: 0.5)
    var market = CascadeFixture.squareRootMarket()
    var exactCount = 0
    // Some positions of a random book are born past their trigger.
    _ = engine.step(CascadeShock(), in: &market)
    for _ in 0..<20 {
      let move = 0.01 * stream.nextNormal()
      let sale = 1e6 * stream.nextNormal()
      let target = market.grid.price(ofLog: market.logMid + move)
      let news = engine.newsIncrement(toReach: target, exogenousVolume: sale, in: market)
      let outcome = engine.step(
        CascadeShock(newsLogReturn: news.logReturn, exogenousVolume: sale),
        in: &market
      )
      #expect(
        abs(outcome.logMidAfter - news.reachedLogMid) < 1e-9,
        "seed \(seed) \(move) \(sale) \(news) \(outcome)"
      )
      if news.isExact {
        exactCount += 1
        #expect(abs(market.midPrice.units - target.units) <= 1_000)
      }
      market.elapse(seconds: 900)
    }
    #expect(exactCount > 0)
  }

  @Test("a run repeats to the last trade")
  func determinism() throws {
    func run() throws -> CausalForest {
      var engine = try engine(seed: 7)
      var market = CascadeFixture.squareRootMarket()
      _ = engine.step(CascadeShock(newsLogReturn: -0.04, exogenousVolume: -3e6), in: &market)
      _ = engine.step(CascadeShock(newsLogReturn: 0.09), in: &market)
      return engine.forest
    }
    let forest = try run()
    #expect(!forest.trades.isEmpty)
    #expect(try run() == forest)
  }
}
