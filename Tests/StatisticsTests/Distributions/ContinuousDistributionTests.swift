import Testing

@testable import Statistics

@Suite("Continuous distributions")
struct ContinuousDistributionTests {
  struct Law: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let draw: @Sendable (inout Stream) -> Double
    let cumulative: @Sendable (Double) -> Double
  }

  static let laws: [Law] = [
    Law(testDescription: "uniform on -2 ..< 3") {
      UniformDistribution(lower: -2, upper: 3).draw(using: &$0)
    } cumulative: {
      ($0 + 2) / 5
    },
    Law(testDescription: "exponential, rate 4") {
      ExponentialDistribution(rate: 4).draw(using: &$0)
    } cumulative: {
      1 - Libm.exp(-4 * $0)
    },
    Law(testDescription: "Pareto, scale 2, exponent 1.5") {
      ParetoDistribution(scale: 2, exponent: 1.5).draw(using: &$0)
    } cumulative: {
      1 - Libm.pow(2 / $0, 1.5)
    },
    Law(testDescription: "lognormal, -1, 0.5") {
      LogNormalDistribution(logMean: -1, logStandardDeviation: 0.5).draw(using: &$0)
    } cumulative: {
      NormalDistribution(mean: -1, standardDeviation: 0.5).cumulative(Libm.log($0))
    },
    // Erlang: 1 − e^(−x)(1 + x + x²/2), x in units of the scale.
    Law(testDescription: "gamma, shape 3, scale 2") {
      GammaDistribution(shape: 3, scale: 2).draw(using: &$0)
    } cumulative: {
      let x = $0 / 2
      return 1 - Libm.exp(-x) * (1 + x + x * x / 2)
    },
    // χ² with one degree of freedom is the square of a normal; shape ½ takes the boosted branch.
    Law(testDescription: "χ², 1 degree of freedom") {
      ChiSquaredDistribution(degreesOfFreedom: 1).draw(using: &$0)
    } cumulative: {
      1 - 2 * NormalDistribution.standardCumulative(-$0.squareRoot())
    },
    // ν = 4: F(t) = ½ + ¾ s − ¼ s³ with s = t/√(4 + t²).
    Law(testDescription: "Student t, 4 degrees of freedom") {
      var mixing = $0.companion
      return StudentTDistribution(degreesOfFreedom: 4).draw(mixing: &mixing, using: &$0)
    } cumulative: {
      let s = $0 / (4 + $0 * $0).squareRoot()
      return 0.5 + 0.75 * s - 0.25 * s * s * s
    },
  ]

  @Test("draws follow the law", arguments: laws, [1, 2] as [UInt64])
  func drawsFollowTheLaw(law: Law, seed: UInt64) {
    var stream = Stream.forTest(seed: seed)
    let sample = (0..<50_000).map { index in
      stream.begin(step: UInt64(index))
      return law.draw(&stream)
    }
    #expect(
      GoodnessOfFit.kolmogorov(sample, cumulative: law.cumulative)
        < GoodnessOfFit.kolmogorovCritical
    )
  }

  @Test("stated means and variances hold within four standard errors")
  func statedMoments() throws {
    var stream = Stream.forTest(seed: 7)
    let exponential = ExponentialDistribution(rate: 0.2)
    let pareto = ParetoDistribution(scale: 3, exponent: 5)
    let lognormal = LogNormalDistribution(logMean: 1, logStandardDeviation: 0.4)
    let gamma = GammaDistribution(shape: 0.7, scale: 3)
    try expectMean(exponential.mean) { exponential.draw(using: &stream) }
    try expectMean(pareto.mean) { pareto.draw(using: &stream) }
    try expectMean(lognormal.mean) { lognormal.draw(using: &stream) }
    try expectMean(gamma.mean) { gamma.draw(using: &stream) }
    try expectMean(gamma.variance) {
      let deviation = gamma.draw(using: &stream) - gamma.mean
      return deviation * deviation
    }
    let chiSquared = ChiSquaredDistribution(degreesOfFreedom: 5)
    try expectMean(chiSquared.variance) {
      let deviation = chiSquared.draw(using: &stream) - chiSquared.mean
      return deviation * deviation
    }
  }

  @Test("a standardised t number has variance one")
  func standardisedVariance() throws {
    var stream = Stream.forTest(seed: 8)
    var mixing = stream.companion
    let law = StudentTDistribution(degreesOfFreedom: 9)
    try expectMean(1) {
      let draw = law.drawStandardised(mixing: &mixing, using: &stream)
      return draw * draw
    }
  }

  @Test("a t number takes exactly one word of its own stream, whatever the χ² takes")
  func alignment() {
    var heavy = Stream.forTest(seed: 9)
    var light = heavy
    var heavyMixing = heavy.companion
    var lightMixing = light.companion
    for _ in 0..<500 {
      let a = StudentTDistribution(degreesOfFreedom: 1)
        .draw(mixing: &heavyMixing, using: &heavy)
      let b = StudentTDistribution(degreesOfFreedom: 80)
        .draw(mixing: &lightMixing, using: &light)
      #expect(a.sign == b.sign)
    }
    #expect(heavy.nextWord() == light.nextWord())
  }

  @Test("a uniform number never reaches the excluded end")
  func uniformEnd() {
    var stream = Stream.forTest(seed: 10)
    let narrow = UniformDistribution(lower: 1, upper: 1.0.nextUp)
    #expect((0..<100).allSatisfy { _ in narrow.draw(using: &stream) == 1 })
  }

  @Test("infinite moments are reported as infinite")
  func infiniteMoments() {
    #expect(ParetoDistribution(scale: 1, exponent: 1).mean == .infinity)
    #expect(StudentTDistribution(degreesOfFreedom: 2).variance == .infinity)
  }

  @Test("parameters outside their range trap")
  func invalidParameters() async {
    await #expect(processExitsWith: .failure) { _ = ExponentialDistribution(rate: 0) }
    await #expect(processExitsWith: .failure) { _ = UniformDistribution(lower: 1, upper: 1) }
    await #expect(processExitsWith: .failure) { _ = GammaDistribution(shape: .nan) }
    await #expect(processExitsWith: .failure) { _ = PoissonDistribution(mean: -1) }
    await #expect(processExitsWith: .failure) { _ = BorelDistribution(gain: 1) }
  }

  private func expectMean(_ expected: Double, draw: () -> Double) throws {
    var moments = Moments()
    for _ in 0..<100_000 { moments.add(draw()) }
    let standardError = try #require(moments.standardErrorOfMean)
    #expect(abs(moments.mean - expected) < 4 * standardError)
  }
}
