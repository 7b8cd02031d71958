import Statistics
import Testing

@Suite("likelihood-free sampling")
struct LikelihoodFreeSamplerTests {
  /// A Gaussian mean with Gaussian prior: the posterior is known.
  struct Case: Sendable {
    let (priorMean, priorDeviation): (Double, Double)
    let (deviation, observed): (Double, Double)
  }

  @Test(
    "the posterior of a Gaussian mean is the conjugate one",
    arguments: [
      Case(priorMean: 0, priorDeviation: 1, deviation: 0.2, observed: 1),
      Case(priorMean: 0, priorDeviation: 1, deviation: 0.2, observed: 3),
      Case(priorMean: 2, priorDeviation: 0.5, deviation: 0.95, observed: 1),
      Case(priorMean: 0, priorDeviation: 100, deviation: 0.2, observed: 20),
      Case(priorMean: 1, priorDeviation: 0.1, deviation: 0.5, observed: 2),
    ]
  )
  func conjugate(point: Case) throws {
    let prior = NormalDistribution(
      mean: point.priorMean,
      standardDeviation: point.priorDeviation
    )
    let sampler = LikelihoodFreeSampler(prior: prior, tolerance: 0.1 * point.deviation)
    var stream = Stream(seed: 12, run: 0, purpose: Purpose(room: 1, index: 900))
    let found = try sampler.posterior(of: point.observed, using: &stream) { parameter, stream in
      parameter + point.deviation * stream.nextNormal()
    }
    let precision =
      1 / (point.priorDeviation * point.priorDeviation) + 1 / (point.deviation * point.deviation)
    let mean =
      (point.priorMean / (point.priorDeviation * point.priorDeviation)
        + point.observed / (point.deviation * point.deviation)) / precision
    #expect(abs(found.mean - mean) < 0.03 / precision.squareRoot())
    #expect(abs(found.variance * precision - 1) < 0.04)
    #expect(found.effectiveCount > 1_000)
  }

  @Test("an observation that no simulation reaches is an error, not a posterior")
  func unreachable() {
    var sampler = LikelihoodFreeSampler(prior: .standard, tolerance: 0.01)
    sampler.simulationLimit = 10_000
    var stream = Stream(seed: 1, run: 0, purpose: Purpose(room: 1, index: 901))
    #expect(throws: StatisticsError.self) {
      try sampler.posterior(of: 1_000, using: &stream) { parameter, _ in parameter }
    }
  }
}
