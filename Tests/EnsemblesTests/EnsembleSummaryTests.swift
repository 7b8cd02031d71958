import Testing

@testable import Ensembles
@testable import Scenarios

@Suite("EnsembleSummary")
struct EnsembleSummaryTests {
  /// Five outcomes whose numbers are known.
  static func outcomes(_ change: (Int, inout RunOutcome) -> Void) -> [RunOutcome] {
    (0..<5).map { run in
      let parameters = RunParameters(of: Market.state, seed: 1, run: UInt64(run))
      var outcome = RunOutcome(run: run, parameters: parameters)
      outcome.move = -0.1
      outcome.moveWithoutLeverage = -0.05
      outcome.prices = [100, 90]
      outcome.losses = [0, 0, 0, 0, 0]
      change(run, &outcome)
      return outcome
    }
  }

  /// Quantiles of 1, 2, 3, 4, 5 of type 7: at 5 % it is 1 + 4 × 0.05.
  static let oneToFive = Band(median: 3, p05: 1.2, p95: 4.8)

  static func isNear(_ left: Band?, _ right: Band) -> Bool {
    guard let left else { return false }
    return abs(left.median - right.median) < 1e-9 && abs(left.p05 - right.p05) < 1e-9
      && abs(left.p95 - right.p95) < 1e-9
  }

  @Test("each number is the median and 90 % range of its runs, type 7, whatever their order")
  func bands() {
    let order = [3.0, 1, 5, 2, 4]
    let summary = EnsembleSummary(
      of: Self.outcomes { run, outcome in
        let value = order[run]
        outcome.localGain = value
        outcome.outflow = 2
        outcome.liquidated = RunOutcome.Sides(long: 1.5 * value, short: 0.5 * value)
        outcome.liquidationCount = Int(value)
        outcome.autoDeleveraged = value
        outcome.insuranceFundChange = -value
        outcome.badDebt = value
        outcome.openInterestChange = value
        outcome.openInterestChangeInAsset = value
        outcome.forcedShareOfOpenInterest = value
        outcome.losses = [value, 2 * value, -value, 0, 1]
        outcome.prices = [7, value]
        outcome.criticalSale = value
        outcome.distanceToCascade = value
        outcome.liquidatedByHour = [0, 1, 1, 0, 0, 1].map { RunOutcome.Sides(long: $0 * value) }
      }
    )
    let doubled = Band(median: 6, p05: 2.4, p95: 9.6)
    #expect(Self.isNear(summary.localGain, Self.oneToFive))
    #expect(Self.isNear(summary.ratio, Self.oneToFive))
    #expect(Self.isNear(summary.liquidated, doubled))
    #expect(Self.isNear(summary.longShare, Band(median: 0.75, p05: 0.75, p95: 0.75)))
    #expect(Self.isNear(summary.liquidationCount, Self.oneToFive))
    #expect(Self.isNear(summary.autoDeleveraged, Self.oneToFive))
    #expect(Self.isNear(summary.insuranceFundChange, Band(median: -3, p05: -4.8, p95: -1.2)))
    #expect(Self.isNear(summary.badDebt, Self.oneToFive))
    #expect(Self.isNear(summary.openInterestChange, Self.oneToFive))
    #expect(Self.isNear(summary.openInterestChangeInAsset, Self.oneToFive))
    #expect(Self.isNear(summary.forcedShareOfOpenInterest, Self.oneToFive))
    #expect(Self.isNear(summary.endPrice, Self.oneToFive))
    #expect(Self.isNear(summary.criticalSale, Self.oneToFive))
    #expect(Self.isNear(summary.distanceToCascade, Self.oneToFive))
    #expect(Self.isNear(summary.liquidatedInFourHours, doubled))
    #expect(summary.losses.count == 5)
    #expect(Self.isNear(summary.losses[1], doubled))
    #expect(Self.isNear(summary.losses[4], Band(median: 1, p05: 1, p95: 1)))
    #expect(summary.cascadeShare == 1)
    #expect(Self.isNear(summary.leverageShare, Band(median: 0.5, p05: 0.5, p95: 0.5)))
    #expect(summary.multiplier.median == 2)
  }

  @Test("a number that most runs lack is not reported; one that most have is that of those")
  func absent() {
    let few = EnsembleSummary(
      of: Self.outcomes { run, outcome in
        if run < 2 { outcome.criticalSale = Double(run) }
        if run < 2 { outcome.distanceToCascade = 0.1 }
      }
    )
    #expect(few.criticalSale == nil)
    #expect(few.cascadeShare == 0.4)
    #expect(few.ratio == nil)
    #expect(few.longShare == nil)
    let most = EnsembleSummary(
      of: Self.outcomes { run, outcome in if run < 3 { outcome.criticalSale = Double(run) } }
    )
    #expect(most.criticalSale?.median == 1)
  }

  @Test("a multiplier without bound belongs to the upper tail and has no value there")
  func unbounded() {
    let moves = [-0.05, -0.04, -0.02, 0.01, 0]
    let summary = EnsembleSummary(
      of: Self.outcomes { run, outcome in outcome.moveWithoutLeverage = moves[run] }
    )
    // −0.1 over these: 2, 2.5, 5, and two without bound.
    #expect(summary.unboundedMultipliers == 2)
    #expect(summary.multiplier.median == 5)
    #expect(abs((summary.multiplier.p05 ?? 0) - 2.1) < 1e-12)
    #expect(summary.multiplier.p95 == nil)
    let exact = EnsembleSummary(
      of: Self.outcomes { _, outcome in outcome.moveWithoutLeverage = outcome.move }
    )
    #expect(exact.multiplier.median == 1 && exact.multiplier.p05 == 1 && exact.multiplier.p95 == 1)
  }

  @Test("the branching ratio is pooled over trades, its interval over runs")
  func branching() {
    let summary = EnsembleSummary(
      of: Self.outcomes { run, outcome in
        outcome.forcedTrades = 10 * (run + 1)
        outcome.forcedByForced = 2 * (run + 1) * run
      }
    )
    // Shares 0, 0.2, 0.4, 0.6, 0.8 of 10, 20, 30, 40, 50 trades: (4 + 12 + 24 + 40) / 150.
    #expect(abs(summary.branching.estimate - 80.0 / 150) < 1e-12)
    #expect(abs(summary.branching.low - 0.02) < 1e-12)
    #expect(abs(summary.branching.high - 0.78) < 1e-12)
    let none = EnsembleSummary(of: Self.outcomes { _, _ in })
    #expect(none.branching == EnsembleSummary.Branching(estimate: 0, low: 0, high: 0))
  }

  @Test("the largest four hours in a row are found wherever they are")
  func fourHours() {
    let outcome = Self.outcomes { _, outcome in
      outcome.liquidatedByHour = [5, 0, 1, 2, 0, 3, 4, 1].map { RunOutcome.Sides(short: $0) }
    }[0]
    #expect(outcome.liquidatedAtMost(inHours: 4) == 9)
    #expect(outcome.liquidatedAtMost(inHours: 1) == 5)
    #expect(outcome.liquidatedAtMost(inHours: 100) == 16)
  }
}
