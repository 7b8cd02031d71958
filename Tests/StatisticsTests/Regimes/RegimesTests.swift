import Testing

@testable import Statistics

@Suite("GaussianRegimes")
struct GaussianRegimesTests {
  static func switching(count: Int, seed: UInt64) -> (values: [Double], isLow: [Bool]) {
    var stream = Stream.forTest(seed: seed)
    var isLow = true
    var (values, states): ([Double], [Bool]) = ([], [])
    for _ in 0..<count {
      if stream.nextUniform() > (isLow ? 0.97 : 0.94) { isLow.toggle() }
      states.append(isLow)
      values.append((isLow ? -1.5 : -0.5) + (isLow ? 0.2 : 0.35) * stream.nextNormal())
    }
    return (values, states)
  }

  @Test("recovers the law of a switching series and who was in which state")
  func recovers() throws {
    let (values, isLow) = Self.switching(count: 3_000, seed: 1)
    var stream = Stream.forTest(seed: 2)
    let fit = try GaussianRegimes(of: values, starts: 10, using: &stream)
    #expect(abs(fit.means[0] + 1.5) < 0.03 && abs(fit.means[1] + 0.5) < 0.05)
    #expect(abs(fit.standardDeviations[0] - 0.2) < 0.02)
    #expect(abs(fit.standardDeviations[1] - 0.35) < 0.03)
    #expect(abs(fit.persistences[0] - 0.97) < 0.012 && abs(fit.persistences[1] - 0.94) < 0.02)
    #expect(fit.prefersTwoStates)
    #expect(abs(fit.expectedDurations[0] - 1 / (1 - fit.persistences[0])) < 1e-12)
    let right = zip(fit.filteredLow, isLow).count { ($0 > 0.5) == $1 }
    #expect(right > 2_900)
  }

  @Test("the likelihood is the sum over all paths of states")
  func likelihood() throws {
    let (values, _) = Self.switching(count: 3_000, seed: 1)
    let short = Array(values.prefix(20))
    var stream = Stream.forTest(seed: 3)
    // Paths of 20 values are a million: each probability on its own, no recursion.
    let fit = try GaussianRegimes(of: short, starts: 2, using: &stream)
    let densities = short.map { value in
      (0...1).map { state in
        NormalDistribution(
          mean: fit.means[state],
          standardDeviation: fit.standardDeviations[state]
        ).density(value)
      }
    }
    var total = 0.0
    for path in 0..<(1 << 20) {
      var state = path & 1
      var probability = fit.initialProbabilities[state] * densities[0][state]
      for time in 1..<20 where probability > 0 {
        let next = path >> time & 1
        let stay = fit.persistences[state]
        probability *= (next == state ? stay : 1 - stay) * densities[time][next]
        state = next
      }
      total += probability
    }
    #expect(abs(fit.logLikelihood - Libm.log(total)) < 1e-9)
  }

  @Test("one normal law is not split in two")
  func oneState() throws {
    var stream = Stream.forTest(seed: 4)
    let values = SeededSeries.values(.normal, count: 800, seed: 5)
    let fit = try GaussianRegimes(of: values, starts: 10, using: &stream)
    #expect(!fit.prefersTwoStates)
    let law = NormalDistribution(
      mean: Moments(of: values).mean,
      standardDeviation: try #require(Moments(of: values).populationVariance).squareRoot()
    )
    let direct = values.reduce(0) { $0 + Libm.log(law.density($1)) }
    #expect(abs(fit.oneStateLogLikelihood - direct) < 1e-9)
  }

  @Test("the same seed gives the same fit, bit by bit")
  func deterministic() throws {
    let (values, _) = Self.switching(count: 200, seed: 7)
    var (a, b) = (Stream.forTest(seed: 8), Stream.forTest(seed: 8))
    #expect(
      try GaussianRegimes(of: values, starts: 5, using: &a)
        == GaussianRegimes(of: values, starts: 5, using: &b)
    )
  }

  @Test("refuses constant and short series")
  func refusals() {
    var stream = Stream.forTest(seed: 1)
    #expect(throws: StatisticsError.self) {
      try GaussianRegimes(of: [Double](repeating: 1, count: 30), using: &stream)
    }
    #expect(throws: StatisticsError.self) {
      try GaussianRegimes(of: [1, 2, 3], using: &stream)
    }
  }
}

@Suite("FirstOrderAutoregression")
struct FirstOrderAutoregressionTests {
  @Test("recovers its parameters and forecasts towards the mean")
  func recovers() throws {
    let noise = SeededSeries.values(.normal, count: 4_000, seed: 1)
    var x = 0.0
    let values = noise.map { shock in
      x = -0.3 + 0.5 * x + 0.36 * shock
      return x
    }
    let fit = try FirstOrderAutoregression(of: values)
    #expect(abs(fit.persistence.value - 0.5) < 4 * fit.persistence.standardError)
    #expect(abs(fit.residualDeviation - 0.36) < 0.015)
    let mean = try #require(fit.unconditionalMean)
    #expect(abs(mean + 0.6) < 0.04)
    let far = fit.forecast(from: 3, steps: 200)
    #expect(abs(far.mean - mean) < 1e-12)
    let phi = fit.persistence.value
    let stationary = fit.residualDeviation / (1 - phi * phi).squareRoot()
    #expect(abs(far.standardDeviation - stationary) < 1e-12)
    let one = fit.forecast(from: 1, steps: 1)
    #expect(one.mean == fit.intercept + phi && one.standardDeviation == fit.residualDeviation)
  }
}
