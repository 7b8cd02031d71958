import Exchange
import Quantities
import Testing

@testable import Scenarios

@Suite("OpeningProfile")
struct OpeningProfileTests {
  /// A market whose longs are liquidated around a tenth below the price.
  ///
  /// Most of its books slide from some distance on. Its fund never empties, so that forced sales reach
  /// the market whole.
  static let steep = MarketState(
    name: "steep",
    title: "A market with its longs in one place",
    asset: "BTC",
    asOf: Fixture.fragile.asOf,
    price: 100_000,
    priors: [
      .openInterest: .fixed(2e9), .dailyVolume: .fixed(1.2e10), .dailyVolatility: .fixed(0.05),
      .insuranceFund: .fixed(1e12), .entryPremium: .uniform(low: -0.01, high: 0.02),
      .entrySpread: .fixed(0.02),
    ],
    leverageMixture: [LeverageClass(leverage: 10, weight: 1, institutionShare: 0)]
  )

  static func setting(_ seed: UInt64, _ state: MarketState = steep) -> RunSetting {
    Fixture.stress(state, seed: seed, parcels: 1_500)
  }

  /// The log fall that the engine itself ends at after a sale and a fall by news, both at once.
  static func fall(_ factory: MarketFactory, sale: Double, news: Double = 0) throws -> Double {
    var engine = try factory.engine(without: [])
    var market = factory.market(without: [])
    let start = market.logMid
    _ = engine.step(
      CascadeShock(newsLogReturn: Libm.logarithm(1 + news), exogenousVolume: -sale),
      in: &market
    )
    return start - market.logMid
  }

  @Test(
    "the local gain is the fall forced by the first 3 %, position by position",
    arguments: 0..<10 as Range<UInt64>
  )
  func localGain(seed: UInt64) throws {
    // A price off the grid of ticks, so that no liquidation price lies on the edge.
    let price = 98_765.43
    let state = Fixture.state(price: price, openInterest: 4e9, volume: 6e9, volatility: 0.05)
    let factory = try Fixture.factory(Self.setting(seed, state))
    let profile = OpeningProfile(factory: factory, without: [])
    let engine = try factory.engine(without: [])
    let market = factory.market(without: [])
    var forced = 0.0
    for position in engine.book.positions where position.side == .long {
      let tick = try #require(engine.book.liquidationTick(of: position.id))
      let trigger = Double(tick) * factory.scales.grid.tickSize
      guard trigger >= 0.97 * price else { continue }
      forced += Double(position.size.units) / 1e8 * trigger
    }
    let expected = (market.logMid - market.logMid(after: -forced)) / -Libm.logarithm(0.97)
    #expect(abs(profile.localGain / expected - 1) < 1e-9)
    #expect(profile.localGain > 0)
  }

  @Test(
    "the critical sale is where the engine's own fall jumps",
    arguments: 0..<40 as Range<UInt64>
  )
  func criticalSale(seed: UInt64) throws {
    let factory = try Fixture.factory(Self.setting(seed))
    let profile = OpeningProfile(factory: factory, without: [])
    guard let sale = profile.criticalSale else {
      // Nothing within reach: ever larger sales move the price without a jump near zero sale.
      #expect(try Self.fall(factory, sale: 1) < 1e-3)
      return
    }
    // The profile has bins of 0.002; a fold is found to within the sale that one bin is worth there.
    let market = factory.market(without: [])
    func volume(_ fall: Double) -> Double {
      var volume = 1e3
      while market.logMid - market.logMid(after: -volume) < fall { volume *= 1.001 }
      return volume
    }
    let depth = try Self.fall(factory, sale: 0.999 * sale)
    let width = volume(depth + OpeningProfile.binWidth) - volume(depth)
    let below = try Self.fall(factory, sale: max(0, sale - 2 * width))
    let above = try Self.fall(factory, sale: sale + 2 * width)
    #expect(above - below >= OpeningProfile.leastJump)
  }

  @Test(
    "the distance to a cascade is a fall by news beyond which the engine falls on",
    arguments: 0..<40 as Range<UInt64>
  )
  func distance(seed: UInt64) throws {
    let factory = try Fixture.factory(Self.setting(seed))
    guard let distance = OpeningProfile(factory: factory, without: []).distanceToCascade else {
      return
    }
    #expect((0.0..<1).contains(distance))
    let step = 2 * OpeningProfile.binWidth
    let below = try Self.fall(factory, sale: 0, news: -max(0, distance - step))
    let above = try Self.fall(factory, sale: 0, news: -(distance + step))
    #expect(above - below >= OpeningProfile.leastJump)
  }

  @Test("most books of the steep market slide at some distance, none of a deep one does")
  func reach() throws {
    let deep = Fixture.state(openInterest: 1e8, volume: 1e11, volatility: 0.02)
    var sales: [Double] = []
    for seed in 0..<40 as Range<UInt64> {
      let factory = try Fixture.factory(Self.setting(seed))
      if let sale = OpeningProfile(factory: factory, without: []).criticalSale {
        sales.append(sale)
      }
      let other = try Fixture.factory(Self.setting(seed, deep))
      #expect(OpeningProfile(factory: other, without: []).criticalSale == nil)
    }
    #expect(sales.count { $0 > 1e6 } > 20)
  }

  @Test(
    "a book stands at its price unless a minute's volume sets off a cascade",
    arguments: 0..<40 as Range<UInt64>
  )
  func standing(seed: UInt64) throws {
    for state in [Self.steep, Fixture.fragile] {
      let factory = try Fixture.factory(Self.setting(seed, state))
      let minute = state.prior(.dailyVolume).center / 1_440
      let sale = OpeningProfile(factory: factory, without: []).criticalSale ?? .infinity
      #expect(OpeningProfile.standsAtRest(factory) == (sale >= minute))
      let setting = Self.setting(seed, state)
      let outcome = try SimulatedRun(setting, run: 0).outcome
      let bare = try SimulatedRun(setting.with([.leverage]), run: 0).outcome
      #expect(outcome.standsAtRest == (sale >= minute))
      #expect(outcome.isPlausible == (outcome.standsAtRest && outcome.fitsPath))
      // Switching a mechanism off keeps the same draws in.
      #expect(bare.isPlausible == outcome.isPlausible)
    }
  }

  @Test("without leverage there is no gain and no cascade")
  func withoutLeverage() throws {
    let factory = try Fixture.factory(Self.setting(1))
    let profile = OpeningProfile(factory: factory, without: [.leverage])
    #expect(profile.localGain == 0)
    #expect(profile.criticalSale == nil)
    #expect(profile.distanceToCascade == nil)
  }

  @Test("the ladder holds every position once, nearest first", arguments: 0..<10 as Range<UInt64>)
  func ladder(seed: UInt64) throws {
    let factory = try Fixture.factory(Self.setting(seed))
    let engine = try factory.engine(without: [])
    let ladder = LiquidationLadder(engine.book, scales: factory.scales)
    #expect(ladder.longs.count == factory.opening.longCount)
    #expect(ladder.longs.count + ladder.shorts.count == factory.opening.positions.count)
    for rungs in [ladder.longs, ladder.shorts] {
      #expect(zip(rungs, rungs.dropFirst()).allSatisfy { $0.distance <= $1.distance })
      #expect(rungs.allSatisfy { $0.distance > 0 && $0.value > 0 })
    }
    // Each rung again from the drawn entry: liquidation price (1 ∓ 1/L)/(1 ∓ m) e, to a tick.
    let rate = factory.opening.parameters[.maintenanceRate]
    let prices = factory.opening.positions.map { position in
      position.entry
        * liquidationRatio(
          side: position.side,
          leverage: factory.state.leverageMixture[position.leverageClass].leverage,
          maintenanceRate: rate
        )
    }
    let longs = prices.prefix(factory.opening.longCount)
      .map { Libm.logarithm(100_000 / $0) }.sorted()
    let shorts = prices.dropFirst(factory.opening.longCount)
      .map { Libm.logarithm($0 / 100_000) }.sorted()
    for (rung, distance) in zip(ladder.longs + ladder.shorts, longs + shorts) {
      // A tick is one dollar here.
      #expect(abs(rung.distance - distance) < 1.01 / (100_000 * Libm.exponential(-abs(distance))))
    }
    let longValue = ladder.longs.reduce(0) { $0 + $1.value }
    let expected = prices.prefix(factory.opening.longCount).reduce(0, +) * factory.opening.parcel
    #expect(abs(longValue / expected - 1) < 1e-5)
  }
}
