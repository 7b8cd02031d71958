import Quantities
import Statistics
import Testing

@testable import Scenarios

@Suite("MixtureInference")
struct MixtureInferenceTests {
  private static func pairs(
    _ world: SyntheticMarket
  ) -> [(
    bar: MappedBar, report: ReportedLiquidations
  )] {
    var walk = MapWalk(world.market)
    return world.market.daily.compactMap { report in
      walk.bar(at: report.start, length: .days(1)).map { ($0, report) }
    }
  }

  @Test(
    "over many worlds, the 90 % range of each leverage's share holds the truth nine times in ten"
  )
  func coverage() throws {
    let rules = LeverageMapRules()
    var held = 0
    var counted = 0
    var errors = 0.0
    var priorErrors = 0.0
    for seed in UInt64(1)...24 {
      let world = SyntheticMarket(days: 800, seed: seed)
      let inference = MixtureInference(Self.pairs(world), rules: rules)
      let best = inference.fit()
      let draws = (0..<60).map { run in
        var stream = Stream(seed: seed, run: UInt64(run), purpose: .leverageMap)
        return inference.draw(around: best, using: &stream).sharesByLeverage(rules)
      }
      let truth = world.mixture.sharesByLeverage(rules)
      let prior = LeverageMixture(prior: rules).sharesByLeverage(rules)
      let found = best.sharesByLeverage(rules)
      for index in truth.indices {
        let band = try #require(Band(of: draws.map { $0[index] }))
        counted += 1
        if band.p05 <= truth[index], truth[index] <= band.p95 { held += 1 }
        errors += abs(found[index] - truth[index])
        priorErrors += abs(prior[index] - truth[index])
      }
    }
    let coverage = Double(held) / Double(counted)
    #expect((0.8...0.97).contains(coverage), "coverage \(coverage) of \(counted)")
    #expect(errors < 0.8 * priorErrors, "errors \(errors) against \(priorErrors) of the prior")
  }

  @Test("the level of the reports does not matter, only their shape: they are lower bounds")
  func levelIsFree() {
    let rules = LeverageMapRules()
    let full = MixtureInference(
      Self.pairs(SyntheticMarket(days: 300, seed: 3, levelAfterBreak: 1)),
      rules: rules
    ).fit()
    let censored = MixtureInference(
      Self.pairs(SyntheticMarket(days: 300, seed: 3, levelAfterBreak: 0.01)),
      rules: rules
    ).fit()
    for (one, other) in zip(full.shares, censored.shares) { #expect(abs(one - other) < 1e-6) }
  }

  @Test("a tilt of liquidations by funding is found")
  func tilt() {
    let world = SyntheticMarket(days: 500, seed: 5)
    let found = MixtureInference(Self.pairs(world), rules: LeverageMapRules()).fit()
    #expect(abs(found.fundingTilt - world.mixture.fundingTilt) < 0.1)
  }
}
