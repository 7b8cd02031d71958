import Testing

@testable import Statistics

@Suite("BrierDecomposition and ProbabilityIntegralTransform")
struct BrierDecompositionTests {
  static func forecasts(seed: UInt64, count: Int) -> (probabilities: [Double], outcomes: [Bool]) {
    var stream = Stream.forTest(seed: seed)
    let probabilities = (0..<count).map { _ in stream.nextUniform() }
    return (probabilities, probabilities.map { stream.nextUniform() < $0 })
  }

  @Test("the terms sum to the Brier score", arguments: 0..<6 as Range<UInt64>, [1, 5, 10])
  func identity(seed: UInt64, binCount: Int) throws {
    let (probabilities, outcomes) = Self.forecasts(seed: seed, count: 47)
    let parts = try BrierDecomposition(
      probabilities: probabilities,
      outcomes: outcomes,
      binCount: binCount
    )
    let score = try BrierScore.mean(
      probabilities: probabilities,
      outcomes: outcomes.map { $0 ? 1 : 0 }
    )
    #expect(abs(parts.score - score) < 1e-14)
  }

  @Test("calibrated forecasts are reliable, repeated ones have no spread within bins")
  func calibrated() throws {
    let (probabilities, outcomes) = Self.forecasts(seed: 1, count: 20_000)
    let parts = try BrierDecomposition(probabilities: probabilities, outcomes: outcomes)
    #expect(parts.reliability < 0.001)
    #expect(abs(parts.resolution - 1.0 / 12) < 0.005 && abs(parts.uncertainty - 0.25) < 0.002)
    let repeated = try BrierDecomposition(
      probabilities: [Double](repeating: 0.25, count: 32),
      outcomes: (0..<32).map { $0 % 4 == 0 }
    )
    #expect(repeated.reliability == 0 && repeated.withinBinVariance == 0)
    #expect(abs(repeated.score - 0.1875) < 1e-15)
  }

  @Test("waits for thirty resolved forecasts")
  func tooFew() {
    let (probabilities, outcomes) = Self.forecasts(seed: 1, count: 29)
    #expect(throws: StatisticsError.self) {
      try BrierDecomposition(probabilities: probabilities, outcomes: outcomes)
    }
    #expect(throws: StatisticsError.self) {
      try ProbabilityIntegralTransform(values: probabilities)
    }
  }

  @Test("calibrated outcomes look uniform, overconfident ones do not")
  func transform() throws {
    let values = SeededSeries.values(.normal, count: 500, seed: 3)
    let right = try ProbabilityIntegralTransform(
      values: values.map(NormalDistribution.standardCumulative)
    )
    #expect(right.uniformProbability > 0.05)
    let narrow = try ProbabilityIntegralTransform(
      values: values.map { NormalDistribution.standardCumulative(2 * $0) }
    )
    #expect(narrow.uniformProbability < 0.001)
    #expect(narrow.histogram()[0] > 2 * right.histogram()[0])
    #expect(right.histogram(binCount: 7).reduce(0, +) == 500)
  }

  @Test("Kolmogorov's limit at its tabulated point")
  func kolmogorov() throws {
    // An equally spaced sample moved by d has distance d + 1/2n.
    let n = 10_000.0
    let d = 0.0136 - 0.5 / n
    let values = (0..<10_000).map { min((Double($0) + 0.5) / n + d, 1) }
    let transform = try ProbabilityIntegralTransform(values: values)
    #expect(abs(transform.uniformDistance - 0.0136) < 1e-9)
    // 2(e^(−2x²) − e^(−8x²)) is 0.04949 at x = 1.36; the correction moves x by 0.12 %.
    #expect(abs(transform.uniformProbability - 0.0491) < 0.0006)
  }

  @Test("an outcome's place in an ensemble counts ties half")
  func ensemble() {
    #expect(ProbabilityIntegralTransform.value(of: 2, in: [1, 2, 3, 4]) == 0.375)
  }
}
