import Exchange
import Quantities
import Statistics
import Testing

@Suite("The cascade engine with several orders a step")
struct CascadeBatchTests {
  /// Longs of one coin each that are liquidated at the given prices.
  private func engine(
    at prices: [Double],
    rules: CascadeRules = CascadeRules()
  ) throws -> CascadeEngine {
    var book = PositionBook(
      rules: PositionBookRules(
        scale: CascadeFixture.scale,
        tickUnits: 1_000,
        tiers: [PositionBookRules.Tier(rate: .zero)],
        priceTicksMax: 2_000_000
      ),
      capacity: prices.count
    )
    for price in prices {
      _ = try book.open(
        side: .long,
        size: Amount(100_000_000),
        entryNotional: Amount(910_000_000),
        margin: Amount(910_000_000 - Int64(price * 10_000))
      )
    }
    return CascadeEngine(
      book: book,
      rules: rules,
      insuranceFund: Amount(1_000_000_000_000),
      openingPrice: Price(900_000_000)
    )
  }

  private func random(_ seed: Int, fund: Int64, rules: CascadeRules) throws -> CascadeEngine {
    var stream = CascadeFixture.stream(5_000 + seed)
    return CascadeEngine(
      book: try CascadeFixture.book(count: 1_000, using: &stream),
      rules: rules,
      insuranceFund: Amount(fund),
      openingPrice: Price(900_000_000)
    )
  }

  @Test("a liquidation descends from the order that carried the mark across its trigger")
  func labels() throws {
    var engine = try engine(at: [89_900, 89_000])
    var market = CascadeFixture.squareRootMarket()
    let first = market.logMid(after: -100_000)
    #expect(market.grid.price(ofLog: first) > Price(899_000_000))
    let outcome = engine.step(
      newsLogReturn: 0,
      orders: [
        CascadeOrder(volume: -100_000, label: 41), CascadeOrder(volume: -2_000_000, label: 7),
        CascadeOrder(volume: 0, label: 9),
      ],
      in: &market
    )
    let trades = engine.forest.trades[outcome.tradeRange]
    #expect(trades.count == 1)
    let node = try #require(trades.first).trade.id
    #expect(engine.forest.rootLabel(of: node) == 7)
    let roots = engine.forest.roots(in: outcome.nodeRange)
    #expect(roots == [0, 1, 2, 1])
    #expect(roots.map { engine.forest.label(ofRoot: $0) } == [41, 7, 9, 7])
    #expect(engine.forest.rootLabel(of: 4) == nil)
    #expect(outcome.orderMove < 0)
    #expect(outcome.forcedMove < 0)
  }

  @Test("what news or a standing state forces has no label")
  func unlabelled() throws {
    var engine = try engine(at: [90_000.1, 89_800])
    var market = CascadeFixture.squareRootMarket()
    let outcome = engine.step(
      newsLogReturn: -0.003,
      orders: [CascadeOrder(volume: -1_000, label: 5)],
      in: &market
    )
    #expect(outcome.cascade.liquidationCount == 2)
    for trade in engine.forest.trades[outcome.tradeRange] {
      #expect(engine.forest.rootLabel(of: trade.trade.id) == nil)
    }
    let kinds = engine.forest.roots(in: outcome.nodeRange).map {
      engine.forest.nodes[Int($0)].kind
    }
    #expect(kinds == [.news, .exogenousOrder, .standingState, .standingState, .news])
  }

  @Test("an order that a later one takes back forces nothing")
  func netting() throws {
    var engine = try engine(at: [89_900])
    var market = CascadeFixture.squareRootMarket()
    let orders = [
      CascadeOrder(volume: -2_000_000, label: 1), CascadeOrder(volume: 2_000_000, label: 2),
    ]
    #expect(market.grid.price(ofLog: market.logMid(after: -2_000_000)) < Price(899_000_000))
    let outcome = engine.step(newsLogReturn: 0, orders: orders, in: &market)
    #expect(outcome.cascade.liquidationCount == 0)
    #expect(engine.forest.nodes.count == 2)
  }

  @Test("with one order the price takes the path of the single step", arguments: 0..<20)
  func singleOrder(seed: Int) throws {
    let rules = CascadeRules(liquidationFee: Rate(basisPoints: 5))
    var single = try random(seed, fund: 50_000_000_000, rules: rules)
    var batch = single
    var stream = CascadeFixture.stream(6_000 + seed)
    var (first, second) = (
      CascadeFixture.squareRootMarket(), CascadeFixture.squareRootMarket()
    )
    for step in 0..<30 {
      let news = 0.015 * stream.nextNormal()
      let volume = 3e6 * stream.nextNormal()
      let one = single.step(
        CascadeShock(newsLogReturn: news, exogenousVolume: volume),
        in: &first
      )
      let two = batch.step(
        newsLogReturn: news,
        orders: [CascadeOrder(volume: volume, label: Int32(step))],
        in: &second
      )
      #expect(one == two.cascade)
      #expect(first == second)
      first.elapse(seconds: 900)
      second.elapse(seconds: 900)
    }
    #expect(single.forest.trades == batch.forest.trades)
    #expect(!batch.forest.trades.isEmpty)
    #expect(batch.accounts.exogenousContracts == .zero)
    #expect(batch.checkConservation() == [])
  }

  @Test("a new forest begins at zero and leaves the positions alone")
  func newForest() throws {
    var engine = try random(1, fund: 1_000_000_000_000, rules: CascadeRules())
    var market = CascadeFixture.squareRootMarket()
    let order = [CascadeOrder(volume: -1e7, label: 3)]
    _ = engine.step(newsLogReturn: -0.02, orders: order, in: &market)
    let (count, accounts) = (engine.book.count, engine.accounts)
    #expect(!engine.forest.trades.isEmpty)
    engine.startForest()
    #expect(engine.forest == CausalForest())
    #expect(engine.book.count == count)
    #expect(engine.accounts == accounts)
    let next = engine.step(newsLogReturn: -0.02, orders: order, in: &market)
    #expect(next.nodeRange.lowerBound == 0)
    #expect(next.tradeRange.lowerBound == 0)
    #expect(!next.tradeRange.isEmpty)
    #expect(engine.forest.orphanCount == 0)
  }

  @Test("conserves contracts and cash through agreed trades and batches", arguments: 0..<20)
  func conservation(seed: Int) throws {
    var stream = CascadeFixture.stream(7_000 + seed)
    var engine = try random(
      seed,
      fund: seed % 3 == 0 ? 0 : 5_000_000_000,
      rules: CascadeRules(
        autoDeleverages: seed % 4 != 1,
        liquidationFee: Rate(basisPoints: seed % 2 == 0 ? 5 : 0)
      )
    )
    var market = CascadeFixture.squareRootMarket()
    for step in 0..<150 {
      let size = Amount(Int64(1 + stream.nextInteger(below: 200_000_000)))
      let notional = try CascadeFixture.scale.cash(
        for: size,
        at: market.midPrice,
        rounding: .toNearestOrEven
      )
      let margin = Amount(1 + notional.units / Int64(2 + stream.nextInteger(below: 30)))
      let id = try engine.admit(
        side: stream.nextUniform() < 0.5 ? .long : .short,
        size: size,
        notional: notional,
        margin: margin,
        ownerClass: UInt8(stream.nextInteger(below: 15))
      )
      #expect(engine.checkConservation() == [], "seed \(seed), step \(step)")
      try engine.enlarge(id, size: size, notional: notional, margin: margin)
      #expect(engine.book.position(id)?.size == size * 2)
      #expect(engine.checkConservation() == [], "seed \(seed), step \(step)")
      if step % 3 == 0 {
        let position = try #require(engine.book.positions.first { _ in true })
        let part = Amount((position.size.units + 1) / 2)
        try engine.release(position.id, size: part, notional: notional)
        #expect(engine.checkConservation() == [], "seed \(seed), step \(step)")
      }
      _ = engine.step(
        newsLogReturn: 0.01 * stream.nextNormal(),
        orders: (0..<4).map { CascadeOrder(volume: 1e6 * stream.nextNormal(), label: $0) },
        in: &market
      )
      market.elapse(seconds: 900)
      if step % 32 == 31 {
        try engine.applyFunding(rate: Rate(basisPoints: 7), at: market.midPrice)
      }
      #expect(engine.checkConservation() == [], "seed \(seed), step \(step)")
    }
    #expect(engine.book.checkInvariants() == [])
    #expect(engine.forest.trades.count > 50)
  }

  @Test("a refused trade changes nothing")
  func refusals() throws {
    var engine = try engine(at: [80_000])
    let (accounts, id) = (engine.accounts, PositionID(rawValue: 0))
    #expect(throws: CascadeError.self) {
      try engine.release(id, size: Amount(100_000_001), notional: .zero)
    }
    #expect(throws: CascadeError.self) {
      try engine.release(id, size: Amount(1), notional: Amount(-1))
    }
    #expect(throws: CascadeError.self) {
      try engine.enlarge(id, size: .zero, notional: .zero, margin: .zero)
    }
    #expect(throws: CascadeError.positionUnknown(id: 1)) {
      try engine.enlarge(
        PositionID(rawValue: 1),
        size: Amount(1),
        notional: .zero,
        margin: .zero
      )
    }
    #expect(throws: CascadeError.self) {
      _ = try engine.admit(side: .long, size: Amount(1), notional: .zero, margin: Amount(-1))
    }
    #expect(engine.accounts == accounts)
    #expect(engine.book.count == 1)
    #expect(engine.book.checkInvariants() == [])
  }

  @Test("the margin of an owner class is what its positions' margins sum to")
  func margins() throws {
    var engine = try random(9, fund: 0, rules: CascadeRules(liquidates: false))
    try engine.applyFunding(rate: Rate(basisPoints: 20), at: Price(900_000_000))
    for ownerClass in UInt8(0)..<4 {
      for side in PositionSide.allCases {
        let positions = engine.book.positions.filter {
          $0.ownerClass == ownerClass && $0.side == side
        }
        let sum = positions.reduce(Int128(0)) { $0 + Int128($1.margin.units) }
        let margin = engine.book.margin(of: side, ownerClass: ownerClass)
        // Every position rounds its own funding.
        #expect(abs(margin - sum) <= Int128(positions.count))
        #expect(margin != engine.book.totals(of: side, ownerClass: ownerClass).margin)
      }
    }
  }
}
