import Exchange
import Quantities
import Statistics
import Testing

@Suite("The fixed point of a cascade")
struct CascadeFixedPointTests {
  @Test("the event engine ends at the greatest fixed point of the same book", arguments: 0..<40)
  func eventEngineIsFixedPoint(seed: Int) throws {
    var stream = CascadeFixture.stream(3_000 + seed)
    let book = try CascadeFixture.book(count: 1_500, longShare: 0.5, using: &stream)
    var engine = CascadeEngine(
      book: book,
      rules: CascadeRules(),
      insuranceFund: Amount(1_000_000_000_000_000),
      openingPrice: Price(900_000_000)
    )
    var market = CascadeFixture.squareRootMarket()
    _ = engine.step(CascadeShock(), in: &market)
    for _ in 0..<4 {
      let shock = CascadeShock(
        newsLogReturn: 0.02 * stream.nextNormal(),
        exogenousVolume: 1e6 * stream.nextNormal()
      )
      let expected = engine.fixedPointLogMid(of: shock, in: market)
      let outcome = engine.step(shock, in: &market)
      // The engine's mark is on the tick grid: a position within half a tick may differ.
      #expect(abs(outcome.logMidAfter - expected) < 2e-5, "seed \(seed) \(shock)")
    }
  }

  @Test("with ever smaller positions the engine converges to the closed form, and never beyond it")
  func convergesToClosedForm() throws {
    let closed = try GaussianBook(
      bumps: [
        GaussianBook.Bump(size: 30_000, mean: 84_000, standardDeviation: 1_500),
        GaussianBook.Bump(size: 40_000, mean: 76_000, standardDeviation: 3_000),
      ],
      openingPrice: 90_000
    )
    let end = closed.greatestFixedPoint(impact: 0.05, shock: 4_000)
    var errors: [Double] = []
    for positionSize in [100.0, 10.0, 1.0] {
      let price = try Self.eventPrice(of: closed, positionSize: positionSize, sale: 80_000)
      // The last position may lie up to its own size past the continuous end.
      #expect(price >= end.price - 0.05 * positionSize - 0.2)
      errors.append(abs(price - end.price))
    }
    #expect(errors[2] < 0.3)
    #expect(errors[2] < errors[0])
  }

  /// Places positions at the quantiles of the book and sells.
  private static func eventPrice(
    of closed: GaussianBook,
    positionSize: Double,
    sale: Double
  ) throws -> Double {
    let rules = PositionBookRules(
      scale: CascadeFixture.scale,
      tickUnits: 1_000,
      tiers: [PositionBookRules.Tier(rate: .zero)],
      priceTicksMax: 1_000_000
    )
    let count = Int(closed.total / positionSize)
    var book = PositionBook(rules: rules, capacity: count)
    let size = Amount(Int64(positionSize * 1e8))
    var price = 90_000.0
    for index in 0..<count {
      let mass = (Double(index) + 0.5) * positionSize
      while closed.liquidated(downTo: price - 100) < mass { price -= 100 }
      let liquidation = try Bisection.root(
        of: { closed.liquidated(downTo: $0) - mass },
        in: price - 100...price,
        tolerance: 1e-6
      )
      // Without maintenance the bankruptcy price is the liquidation price: N − W = q p.
      let notional = Int64(positionSize * 90_000 * 10_000)
      let value = Int64(positionSize * liquidation * 10_000)
      _ = try book.open(
        side: .long,
        size: size,
        entryNotional: Amount(notional),
        margin: Amount(notional - value)
      )
    }
    var engine = CascadeEngine(
      book: book,
      rules: CascadeRules(valuation: .tradePrice, recordsTrades: false),
      insuranceFund: Amount(1_000_000_000_000_000),
      openingPrice: Price(900_000_000)
    )
    var market = LinearImpact(
      impactPerCoin: 0.05,
      mid: 90_000,
      grid: PriceGrid(scale: CascadeFixture.scale, tickUnits: 1_000)
    )
    let volume = -sale * (90_000 - 0.5 * 0.05 * sale)
    _ = engine.step(CascadeShock(exogenousVolume: volume), in: &market)
    #expect(engine.checkConservation() == [])
    return market.mid
  }

  @Test("a profile answers like a full scan, on both sides", arguments: 0..<30)
  func profileMatchesScan(seed: Int) {
    var stream = CascadeFixture.stream(4_000 + seed)
    let count = 1 + Int(stream.nextInteger(below: 400))
    let spread = seed % 3 == 0 ? 0.0 : 1_000.0
    let prices = (0..<count).map { _ in 100 + (spread * stream.nextUniform()).rounded() / 10 }
    let sizes = (0..<count).map { _ in Double(1 + stream.nextInteger(below: 50)) }
    for side in PositionSide.allCases {
      let profile = LiquidationProfile(side: side, prices: prices, quantities: sizes)
      for probe in 0..<60 {
        let price = probe % 2 == 0 ? prices[probe % count] : 95 + 110 * stream.nextUniform()
        var expected = 0.0
        for index in prices.indices
        where side == .long ? prices[index] >= price : prices[index] <= price {
          expected += sizes[index]
        }
        #expect(profile.quantity(atMark: price) == expected, "seed \(seed) \(side) \(price)")
      }
      #expect(profile.total == sizes.reduce(0, +))
    }
  }

  @Test("bins converge to the list as they get finer")
  func histogramConverges() throws {
    let scale = 0.02
    let density = 4e8
    let closed = try RegularisedSquareRootCascade(
      impactScale: scale / 4e4,
      regulariser: 1e7,
      density: density
    )
    var histogram = LiquidationHistogram(side: .long, binWidth: 0.001)
    for bin in 0..<256 {
      histogram.add(density * 0.001, atLogDistance: 0.0005 + 0.001 * Double(bin))
    }
    for sale in [1e5, 1e6, 1e7] {
      let end = histogram.fixedPoint { forced in
        scale / 4e4 * ((sale + forced + 1e7).squareRoot() - 1e7.squareRoot())
      }
      #expect(abs(end.logMove - closed.logDrop(sale: sale)) < 1e-9)
      #expect(abs(histogram.quantity(atLogMove: end.logMove) - end.quantity) < 1)
      #expect(end.evaluations <= 320)
    }
  }

  @Test("two books that fall together amplify as the gain matrix says")
  func coupledBooks() throws {
    // Asset a falls by λ per coin sold in a; a fall of b liquidates density[a][b] coins of a per USD.
    let impact = [0.02, 0.03]
    let density = [[20.0, 8.0], [6.0, 12.0]]
    let gains = (0..<2).map { a in (0..<2).map { b in impact[a] * density[a][b] } }
    let matrix = try GainMatrix(gains)
    let shock = [100.0, 30.0]
    let expected = try matrix.amplified(shock)
    // Events: units of one coin, sold one at a time where a fall uncovers them.
    var falls = shock
    var uncovered = [[0.0, 0.0], [0.0, 0.0]]
    let unit = 0.01
    while true {
      var sold = false
      for a in 0..<2 {
        for b in 0..<2 where density[a][b] * falls[b] - uncovered[a][b] >= unit {
          uncovered[a][b] += unit
          falls[a] += impact[a] * unit
          sold = true
        }
      }
      if !sold { break }
    }
    #expect(try matrix.isStable())
    for a in 0..<2 { #expect(abs(falls[a] - expected[a]) < 0.01 * expected[a]) }
    let wild = try GainMatrix([[0.9, 0.4], [0.3, 0.9]])
    #expect(try !wild.isStable())
    #expect(try wild.spectralRadius() > 1)
  }
}
