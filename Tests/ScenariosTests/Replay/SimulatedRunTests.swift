import Exchange
import Quantities
import Testing

@testable import Scenarios

@Suite("SimulatedRun")
struct SimulatedRunTests {
  /// Events and shocks, with mechanisms on and off.
  static func settings(_ seed: UInt64) -> [RunSetting] {
    [
      Fixture.replay(seed: seed), Fixture.stress(seed: seed),
      Fixture.stress(Fixture.fragile, news: 0.12, seed: seed),
      Fixture.replay(without: [.insuranceFund], seed: seed),
      Fixture.stress(without: [.autoDeleveraging, .insuranceFund], seed: seed),
      Fixture.stress(news: -0.2, without: [.resilience, .permanentImpact], seed: seed),
    ]
  }

  @Test("nothing is created, orphaned or not finite", arguments: 0..<60 as Range<UInt64>)
  func checks(seed: UInt64) throws {
    for (index, setting) in Self.settings(seed).enumerated() {
      let run = try SimulatedRun(setting, run: Int(seed % 7))
      let outcome = run.outcome
      let place = "seed \(seed), setting \(index)"
      #expect(outcome.violations.isEmpty, "\(place)")
      #expect(outcome.orphanCount == 0, "\(place)")
      #expect(outcome.nonfiniteCount == 0, "\(place)")
      #expect(run.journal.nonfiniteCount == 0, "\(place)")
      #expect(outcome.run == Int(seed % 7))
      #expect(outcome.prices.count == outcome.times.count)
      #expect(outcome.pricesWithoutLeverage.count == outcome.times.count)
    }
  }

  @Test("the parts of what was liquidated add up", arguments: 0..<40 as Range<UInt64>)
  func parts(seed: UInt64) throws {
    for (index, setting) in Self.settings(seed).enumerated() {
      let run = try SimulatedRun(setting, run: 0)
      let outcome = run.outcome
      for (part, name) in [
        (outcome.liquidatedByHour, "hour"), (outcome.liquidatedByLeverage, "leverage"),
      ] {
        let long = part.reduce(0) { $0 + $1.long }
        let short = part.reduce(0) { $0 + $1.short }
        let tolerance = 1e-9 * (1 + outcome.liquidated.total)
        #expect(abs(long - outcome.liquidated.long) <= tolerance, "\(name)")
        #expect(abs(short - outcome.liquidated.short) <= tolerance, "\(name)")
      }
      let steps = try JournalText(run.journal).lines(of: "step")
      let journalled = steps.reduce(0) { $0 + ($1["liquidated_usd"] ?? 0) }
      // What a step counts is what the market took over and what auto-deleveraging closed.
      let closed = outcome.liquidated.total + outcome.autoDeleveraged
      #expect(abs(journalled - closed) <= 1e-6 * (1 + closed), "seed \(seed), setting \(index)")
      #expect(
        steps.reduce(0) { $0 + ($1["liquidations"] ?? 0) } == Double(outcome.liquidationCount)
      )
    }
  }

  @Test(
    "without leverage nothing is liquidated and the multiplier is exactly one",
    arguments: 0..<50 as Range<UInt64>
  )
  func withoutLeverage(seed: UInt64) throws {
    for full in [Fixture.replay(seed: seed), Fixture.stress(seed: seed)] {
      let outcome = try SimulatedRun(full.with([.leverage]), run: 0).outcome
      #expect(outcome.multiplier == 1)
      #expect(outcome.leverageShare == 0)
      #expect(outcome.prices == outcome.pricesWithoutLeverage)
      #expect(outcome.liquidationCount == 0)
      #expect(outcome.liquidated.total == 0)
      #expect(outcome.forcedTrades == 0)
      #expect(outcome.autoDeleveraged == 0)
      #expect(outcome.insuranceFundChange == 0)
      #expect(outcome.badDebt == 0)
      #expect(outcome.localGain == 0)
      #expect(outcome.criticalSale == nil)
      #expect(outcome.openInterestChangeInAsset == 0)
      #expect(outcome.losses.prefix(2).allSatisfy { $0 == 0 })
      let treated = try SimulatedRun(full, run: 0).outcome
      #expect(treated.pricesWithoutLeverage == outcome.prices)
    }
  }

  @Test("the tests' markets do liquidate: the other checks are not empty")
  func notEmpty() throws {
    var liquidated = 0
    var deleveraged = 0
    var badDebt = 0
    for seed in 0..<40 as Range<UInt64> {
      let event = try SimulatedRun(Fixture.replay(seed: seed), run: 0).outcome
      if event.liquidationCount > 0 { liquidated += 1 }
      let bare = try SimulatedRun(
        Fixture.stress(news: -0.2, without: [.insuranceFund], seed: seed),
        run: 0
      ).outcome
      if bare.autoDeleveraged > 0 { deleveraged += 1 }
      if bare.badDebt > 0 { badDebt += 1 }
    }
    #expect(liquidated == 40)
    #expect(deleveraged > 10)
    #expect(badDebt > 0)
  }

  @Test("switching a mechanism off moves no draw", arguments: Mechanism.allCases)
  func draws(mechanism: Mechanism) throws {
    var changed = 0
    for seed in 0..<12 as Range<UInt64> {
      for setting in [Fixture.replay(seed: seed), Fixture.stress(news: -0.2, seed: seed)] {
        let full = try SimulatedRun(setting, run: 3)
        let less = try SimulatedRun(setting.with([mechanism]), run: 3)
        #expect(full.outcome.drawHash == less.outcome.drawHash)
        #expect(full.outcome.parameters == less.outcome.parameters)
        if full.journal.bytes != less.journal.bytes { changed += 1 }
        let news = try [full, less].map {
          try JournalText($0.journal).values("news_log", of: "step")
        }
        let sales = try [full, less].map {
          try JournalText($0.journal).values("sale_usd", of: "step")
        }
        #expect(news[0] == news[1])
        #expect(sales[0] == sales[1])
      }
    }
    #expect(changed > 0, "\(mechanism.rawValue) changes nothing")
  }

  @Test("without the insurance fund its change is zero", arguments: 0..<20 as Range<UInt64>)
  func withoutFund(seed: UInt64) throws {
    for setting in [Fixture.replay(seed: seed), Fixture.stress(news: -0.2, seed: seed)] {
      let outcome = try SimulatedRun(setting.with([.insuranceFund]), run: 0).outcome
      #expect(outcome.liquidationCount > 0)
      #expect(outcome.insuranceFundChange == 0)
    }
  }

  @Test("without auto-deleveraging nobody is deleveraged", arguments: 0..<20 as Range<UInt64>)
  func withoutDeleveraging(seed: UInt64) throws {
    let setting = Fixture.stress(
      news: -0.2,
      without: [.insuranceFund, .autoDeleveraging],
      seed: seed
    )
    let run = try SimulatedRun(setting, run: 0)
    #expect(run.outcome.liquidationCount > 0)
    #expect(run.outcome.autoDeleveraged == 0)
    #expect(run.forest.nodes.allSatisfy { $0.kind != .autoDeleveraging })
  }

  @Test("without resilience a sale's impact stays; without permanent impact it all fades")
  func impact() throws {
    let state = Fixture.state(priors: [.resilienceHalfLife: .fixed(1)])
    let factory = try Fixture.factory(Fixture.stress(state))
    func left(_ without: Set<Mechanism>) -> Double {
      var market = factory.market(without: without)
      let start = market.logMid
      _ = market.clear(-1e7)
      let hit = start - market.logMid
      market.elapse(seconds: 86_400)
      return (start - market.logMid) / hit
    }
    #expect(left([.resilience]) == 1)
    #expect(left([.permanentImpact]) < 1e-9)
    #expect(left([.resilience, .permanentImpact]) == 1)
    let both = left([])
    #expect(both > 0.01 && both < 0.9)
  }

  @Test(
    "the reference sale moves the price by the drawn share of a day's volatility",
    arguments: 0..<20 as Range<UInt64>
  )
  func referenceImpact(seed: UInt64) throws {
    let factory = try Fixture.factory(Fixture.stress(seed: seed))
    let parameters = factory.opening.parameters
    let market = factory.market(without: [])
    let fall = market.logMid - market.logMid(after: -parameters[.dailyVolume] / 90)
    let expected = parameters[.referenceImpact] * parameters[.dailyVolatility]
    #expect(abs(fall / expected - 1) < 1e-9)
  }

  @Test(
    "a run recomputed gives the same journal, byte for byte",
    arguments: 0..<10 as Range<UInt64>
  )
  func again(seed: UInt64) throws {
    for setting in Self.settings(seed) {
      let first = try SimulatedRun(setting, run: 5)
      let second = try SimulatedRun(setting, run: 5)
      #expect(first.journal.bytes == second.journal.bytes)
      #expect(first.journal.entryCount == second.journal.entryCount)
      let other = try SimulatedRun(setting, run: 6)
      #expect(first.journal.bytes != other.journal.bytes)
    }
  }

  @Test(
    "a calibrated price follows its path, or the run says that it contradicts it",
    arguments: 0..<40 as Range<UInt64>
  )
  func followsPath(seed: UInt64) throws {
    let run = try SimulatedRun(Fixture.replay(seed: seed), run: 0)
    let steps = try JournalText(run.journal).lines(of: "step")
    let error = steps.reduce(0.0) { error, step in
      guard let price = step["price_usd"], let target = step["target_price_usd"] else {
        return error
      }
      return max(error, abs(Libm.logarithm(price / target)))
    }
    #expect(steps.count == 24)
    #expect(abs(error - run.outcome.pathError) < 1e-12)
    #expect(run.outcome.fitsPath == (error <= 0.1 * run.outcome.pathMove))
    #expect(run.outcome.pathMove >= -Libm.logarithm(0.85) - 1e-12)
  }

  @Test(
    "a window of bars replays through its bars and reads nothing else",
    arguments: 0..<8 as Range<UInt64>
  )
  func window(seed: UInt64) throws {
    let setting = try OpeningBookTests.window(seed: seed, parcels: 60)
    let outcome = try SimulatedRun(setting, run: 0).outcome
    #expect(outcome.times.count == 4 * BarWindowTests.inside.count)
    #expect(outcome.liquidatedByHour.count == BarWindowTests.inside.count)
    #expect(outcome.violations.isEmpty && outcome.orphanCount == 0 && outcome.nonfiniteCount == 0)
    #expect(outcome.outflow == 0)
    #expect(outcome.ratio == nil)
  }
}
