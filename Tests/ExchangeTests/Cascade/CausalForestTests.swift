import Exchange
import Quantities
import Statistics
import Testing

@Suite("The causal forest")
struct CausalForestTests {
  private let unit = Amount(100_000_000)

  /// One-coin longs with liquidation prices exactly at the given dollars.
  private func engine(at prices: [Double], rules: CascadeRules) throws -> CascadeEngine {
    let bookRules = PositionBookRules(
      scale: CascadeFixture.scale,
      tickUnits: 1_000,
      tiers: [PositionBookRules.Tier(rate: .zero)],
      priceTicksMax: 2_000_000
    )
    var book = PositionBook(rules: bookRules, capacity: prices.count)
    for price in prices {
      _ = try book.open(
        side: .long,
        size: unit,
        entryNotional: Amount(900_000_000),
        margin: Amount(900_000_000 - Int64((price * 10_000).rounded()))
      )
    }
    return CascadeEngine(
      book: book,
      rules: rules,
      insuranceFund: Amount(1_000_000_000_000_000),
      openingPrice: Price(900_000_000)
    )
  }

  private func linear(_ impact: Double) -> LinearImpact {
    LinearImpact(
      impactPerCoin: impact,
      mid: 90_000,
      grid: PriceGrid(scale: CascadeFixture.scale, tickUnits: 1_000)
    )
  }

  @Test("the sale that uncovers several positions is the parent of them all")
  func parents() throws {
    // Each coin sold moves the price by 10 USD. News takes it to 89 900: uncovers 89 950. Its sale
    // to 89 890 uncovers 89 895 and 89 891 together; the first of these to 89 880 uncovers 89 885.
    var engine = try engine(
      at: [89_950, 89_895, 89_891, 89_885, 80_000],
      rules: CascadeRules(valuation: .tradePrice)
    )
    var market = linear(10)
    let news = market.grid.log(of: Price(899_000_000)) - market.logMid
    let outcome = engine.step(CascadeShock(newsLogReturn: news), in: &market)
    #expect(outcome.liquidationCount == 4)
    #expect(engine.forest.nodes.map(\.kind) == [.news] + Array(repeating: .liquidation, count: 4))
    #expect(engine.forest.nodes.map(\.parent) == [-1, 0, 1, 1, 2])
    #expect(engine.forest.nodes.map(\.depth) == [0, 1, 2, 2, 3])
    #expect(engine.forest.chain(from: 4) == [4, 2, 1, 0])
    #expect(engine.forest.trades.map(\.trade.account) == [0, 1, 2, 3])
    let statistics = engine.forest.statistics
    #expect(statistics.rootCount == 1)
    #expect(statistics.treeSizeMax == 5)
    #expect(statistics.offspringMax == 2)
    #expect(statistics.depthMax == 3)
  }

  @Test("news, the sale and the standing state are told apart as causes")
  func roots() throws {
    var engine = try engine(
      at: [90_000, 89_990, 89_900],
      rules: CascadeRules(valuation: .tradePrice)
    )
    var market = linear(1)
    let news = market.grid.log(of: Price(899_500_000)) - market.logMid
    _ = engine.step(
      CascadeShock(newsLogReturn: news, exogenousVolume: -60 * 89_920),
      in: &market
    )
    let kinds = engine.forest.nodes.map(\.kind)
    #expect(kinds.prefix(2) == [.news, .exogenousOrder])
    let causes = engine.forest.trades.map { kinds[Int($0.trade.parent)] }
    #expect(causes == [.standingState, .news, .exogenousOrder])
    #expect(engine.forest.orphanCount == 0)
  }

  @Test(
    "on a Poisson book the measured ratio recovers the gain within its interval",
    arguments: [
      0.2, 0.5, 0.8,
    ]
  )
  func recoversGain(gain: Double) throws {
    // Density ℓ = g/λ coins per USD over 4 000 USD, sold from outside by 100 coins at a time.
    var stream = CascadeFixture.stream(Int(gain * 100))
    let impact = 0.5
    var prices: [Double] = []
    var price = 90_000.0
    while price > 84_000 {
      price += Libm.log(1 - stream.nextUniform()) * impact / gain
      prices.append(price)
    }
    var engine = try engine(at: prices, rules: CascadeRules(valuation: .tradePrice))
    var market = linear(impact)
    while market.mid > 87_000 {
      _ = engine.step(CascadeShock(exogenousVolume: -20 * market.mid), in: &market)
    }
    let ratio = engine.forest.branchingRatio()
    #expect(ratio.low <= gain && gain <= ratio.high, "\(ratio)")
    #expect(ratio.high - ratio.low < 0.2)
    // The last cascade may not be unusually long: the estimate itself is near.
    #expect(abs(ratio.estimate - gain) < 0.1)
  }

  @Test("over many Borel processes the interval covers the gain as often as it says")
  func coverage() {
    var stream = CascadeFixture.stream(77)
    let distribution = BorelDistribution(gain: 0.6)
    let (runs, roots) = (400, 200)
    var covered = 0
    for _ in 0..<runs {
      var forced = 0
      for _ in 0..<roots { forced += distribution.draw(using: &stream) - 1 }
      let ratio = BranchingRatio(
        rootMove: Double(roots),
        forcedMoves: repeatElement(1.0, count: forced)
      )
      if ratio.low <= 0.6 && 0.6 <= ratio.high { covered += 1 }
    }
    // 95 % of 400 is 380, standard deviation 4.4.
    #expect((362...396).contains(covered), "\(covered) of \(runs)")
  }

  @Test("without leverage the five numbers are those of a market that news moves")
  func fragilityWithoutLeverage() throws {
    var treated = try engine(at: (0..<2_000).map { 89_900 - Double($0) }, rules: CascadeRules())
    var control = treated
    control.rules.liquidates = false
    var (on, off) = (CascadeFixture.squareRootMarket(), CascadeFixture.squareRootMarket())
    let gain = treated.localGain(in: on)
    let sale = treated.criticalSale(in: on)
    let shock = CascadeShock(newsLogReturn: -0.01)
    let first = treated.step(shock, in: &on)
    let second = control.step(shock, in: &off)
    let multiplier = Fragility.multiplier(
      logMoveOn: first.logMidAfter - first.logMidBefore,
      logMoveOff: second.logMidAfter - second.logMidBefore
    )
    #expect(gain > 0)
    #expect((sale?.volume ?? .infinity) > 0)
    #expect(try #require(multiplier) > 1.01)
    #expect(second.liquidationCount == 0)
    #expect(control.forest.branchingRatio().estimate == 0)
    #expect(Fragility.multiplier(logMoveOn: -0.01, logMoveOff: -0.01) == 1)
    let change = Fragility.OpenInterestChange(before: 100, after: 80, forced: 5)
    #expect(abs(change.fraction + 0.2) < 1e-12)
    #expect(change.forcedShare == 0.25)
  }

  @Test("above the critical sale the price jumps, below it does not")
  func criticalSale() throws {
    // Dense between 88 000 and 86 000: the gain there exceeds one.
    let prices = (0..<4_000).map { 88_000 - 0.5 * Double($0) }
    let base = try engine(at: prices, rules: CascadeRules())
    let market = CascadeFixture.squareRootMarket(dailyVolume: 4e8)
    let critical = try #require(base.criticalSale(in: market))
    func end(_ volume: Double) -> Double {
      var (engine, trial) = (base, market)
      _ = engine.step(CascadeShock(exogenousVolume: -volume), in: &trial)
      return Libm.exp(trial.logMid)
    }
    #expect(end(0.99 * critical.volume) > 87_000)
    #expect(end(1.01 * critical.volume) < 86_500)
  }
}
