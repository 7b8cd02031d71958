import Testing

@testable import Statistics

@Suite("LinearRegression")
struct LinearRegressionTests {
  @Test("one regressor has the textbook slope and White's standard error")
  func oneRegressor() throws {
    let x = [0.0, 1, 2, 3, 7]
    let y = [1.0, 3, 2, 5, 4]
    let fit = try LinearRegression(response: y, regressors: [x])
    let mean = x.reduce(0, +) / 5
    let sxx = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - mean) * $1.1 } / sxx
    #expect(abs(fit.coefficients[1] - slope) < 1e-14)
    let white = zip(x, fit.residuals).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 * $1.1 }
    #expect(abs(fit.standardErrors[1] - white.squareRoot() / sxx) < 1e-14)
    let correlation = try Correlation.pearson(x, y)
    #expect(abs(fit.explainedShare - correlation * correlation) < 1e-14)
    #expect(abs(fit.residuals.reduce(0, +)) < 1e-14)
  }

  @Test("a large offset of a regressor costs no digits of the slope")
  func offset() throws {
    let x = SeededSeries.values(.normal, count: 200, seed: 1)
    let noise = SeededSeries.values(.normal, count: 200, seed: 2)
    let y = zip(x, noise).map { 2 * $0 + $1 }
    let plain = try LinearRegression(response: y, regressors: [x])
    let moved = try LinearRegression(response: y, regressors: [x.map { $0 + 1e6 }])
    #expect(abs(plain.coefficients[1] - moved.coefficients[1]) < 1e-8)
    #expect(abs(plain.standardErrors[1] - moved.standardErrors[1]) < 1e-8)
  }

  @Test("standard errors cover the truth at their level although variances differ")
  func coverage() throws {
    var stream = Stream.forTest(seed: 5)
    var covered = 0
    for _ in 0..<600 {
      let x = (0..<150).map { _ in stream.nextNormal() }
      let y = x.map { 1 + 0.5 * $0 + abs($0) * stream.nextNormal() }
      let slope = try LinearRegression(response: y, regressors: [x]).combination([0, 1])
      covered += try slope.interval().contains(0.5) ? 1 : 0
    }
    // HC0 is a little short in small samples; classical errors would cover about 75 %.
    #expect(covered > 540 && covered < 590)
  }

  @Test("refuses collinear regressors and too few observations")
  func refusals() {
    let x = [1.0, 2, 3, 4, 5]
    #expect(
      throws: StatisticsError.fitNotIdentified(
        model: "regression",
        reason: "the regressors are collinear"
      )
    ) { try LinearRegression(response: x, regressors: [x, x.map { 2 * $0 - 1 }]) }
    #expect(throws: StatisticsError.self) {
      try LinearRegression(response: [1, 2], regressors: [[1, 3]])
    }
  }

  @Test("finds both betas of an asset that falls harder than it rises")
  func asymmetricBeta() throws {
    let market = SeededSeries.values(.normal, count: 3_000, seed: 8)
    let noise = SeededSeries.values(.normal, count: 3_000, seed: 9)
    let asset = zip(market, noise).map { 0.1 + ($0 > 0 ? 1.0 : 1.4) * $0 + 0.3 * $1 }
    let fit = try AsymmetricBeta(asset: asset, market: market)
    #expect(abs(fit.up.value - 1) < 4 * fit.up.standardError)
    #expect(abs(fit.down.value - 1.4) < 4 * fit.down.standardError)
    #expect(abs(fit.difference.value - 0.4) < 4 * fit.difference.standardError)
    #expect(fit.difference.twoSidedProbability < 1e-6)
    #expect(abs(fit.difference.value - (fit.down.value - fit.up.value)) < 1e-12)
  }
}

@Suite("Ranks, lags and discrimination")
struct RankAndLagTests {
  @Test("equal values share their mean rank")
  func ranks() {
    #expect(RankCorrelation.ranks(of: [3, 1, 3, 2, 3]) == [4, 1, 4, 2, 4])
    #expect(RankCorrelation.ranks(of: []).isEmpty)
  }

  @Test("Spearman follows from mean ranks and ignores monotone changes of scale")
  func spearman() throws {
    // Deviations of ranks: Σxy = 5.5, Σx² = 9.5, Σy² = 10.
    #expect(
      abs(
        try RankCorrelation.spearman([1, 2, 2, 4, 5], [3, 1, 2, 5, 4]) - 5.5 / 95.0.squareRoot()
      ) < 1e-15
    )
    let x = SeededSeries.values(.normal, count: 50, seed: 1)
    #expect(try RankCorrelation.spearman(x, x.map { $0 * $0 * $0 + 5 }) == 1)
  }

  @Test("finds the lead of one series over another", arguments: [-5, 0, 3])
  func lag(lead: Int) throws {
    let x = SeededSeries.values(.normal, count: 300, seed: 4)
    let noise = SeededSeries.values(.normal, count: 300, seed: 5)
    let y = x.indices.map { time in
      let source = time - lead
      return (x.indices.contains(source) ? x[source] : 0) + 0.5 * noise[time]
    }
    var stream = Stream.forTest(seed: 6)
    let result = try LagCorrelation(x, y, blockLength: 12, replicates: 200, using: &stream)
    #expect(result.bestLag == lead)
    #expect(result.lags.count == 25 && result.correlations.count == 25)
    #expect(result.lagInterval.contains(Double(lead)))
    #expect(result.correlationInterval.contains(result.bestCorrelation))
    let alone = try Correlation.pearson(
      Array(x[12..<288]),
      Array(y[(12 + lead)..<(288 + lead)])
    )
    #expect(result.bestCorrelation == alone)
  }

  @Test("the area is the share of ordered pairs, ties half", arguments: 0..<8)
  func area(seed: UInt64) throws {
    let scores = SeededSeries.values(seed % 2 == 0 ? .ties : .normal, count: 60, seed: seed)
    let noise = SeededSeries.values(.normal, count: 60, seed: seed + 100)
    let outcomes = zip(scores, noise).map { $0 + $1 > 0.5 }
    let curve = try OperatingCharacteristic(scores: scores, outcomes: outcomes)
    var (pairs, won) = (0.0, 0.0)
    for (a, isEvent) in zip(scores, outcomes) where isEvent {
      for (b, isOther) in zip(scores, outcomes) where !isOther {
        pairs += 1
        won += a > b ? 1 : a == b ? 0.5 : 0
      }
    }
    #expect(abs(curve.area - won / pairs) < 1e-14)
    let trapezoids = zip(curve.points, curve.points.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.1.falseAlarmRate - pair.0.falseAlarmRate) * 0.5
        * (pair.0.hitRate + pair.1.hitRate)
    }
    #expect(abs(curve.area - trapezoids) < 1e-14)
    var stream = Stream.forTest(seed: seed)
    let spread = try OperatingCharacteristic.bootstrapArea(
      scores: scores,
      outcomes: outcomes,
      bootstrap: BlockBootstrap(blockLength: 5),
      replicates: 200,
      using: &stream
    )
    #expect(spread.estimate == curve.area && spread.standardError > 0.01)
  }

  @Test("one kind of outcome alone has no area")
  func oneKind() {
    #expect(throws: StatisticsError.self) {
      try OperatingCharacteristic(scores: [1, 2], outcomes: [true, true])
    }
  }

  @Test("the logistic function is symmetric and survives extremes")
  func logistic() {
    #expect(LogisticFunction.value(0) == 0.5)
    #expect(LogisticFunction.value(-1_000) == 0 && LogisticFunction.value(1_000) == 1)
    #expect(abs(LogisticFunction.value(2) + LogisticFunction.value(-2) - 1) < 1e-15)
    #expect(abs(LogisticFunction.logit(LogisticFunction.value(-3.7)) + 3.7) < 1e-13)
  }
}
