import Testing

@testable import Statistics

@Suite("Count distributions")
struct CountDistributionTests {
  @Test(
    "Poisson counts follow the law on both sides of the switch to rejection",
    arguments: [0.05, 0.9, 4.5, 29.9, 30, 100, 5_000],
    [1, 2] as [UInt64]
  )
  func poissonLaw(mean: Double, seed: UInt64) {
    var stream = Stream.forTest(seed: seed, label: 20)
    let law = PoissonDistribution(mean: mean)
    let sample = (0..<100_000).map { _ in law.draw(using: &stream) }
    #expect(GoodnessOfFit.chiSquaredOverCritical(sample, probability: law.probability) < 1)
  }

  // mpmath with 50 digits: k ln(mean) - mean - loggamma(k + 1), at the exact doubles.
  static let logProbabilities: [(count: Int, mean: Double, value: Double)] = [
    (0, 4.5, -4.5),
    (3, 4.5, -1.7795272788992327807),
    (15, 14.0, -2.3134114396120123483),
    (16, 14.0, -2.4469428322365349714),
    (120, 100.0, -5.1919656627072169341),
    (20, 300.0, -228.25996696762946384),
    (400, 100.0, -258.4326235880048419),
    (1_000_500, 1000000.0, -7.951923004872760828),
    (100_000_010_000_000, 100000000000000.0, -17.53703421749632503),
  ]

  @Test("Poisson probabilities keep their digits at any size", arguments: logProbabilities)
  func poissonProbabilities(count: Int, mean: Double, value: Double) {
    let computed = PoissonDistribution.logProbability(of: count, mean: mean)
    #expect(abs(computed - value) <= 2e-15 * max(10, abs(value)))
    let probability = PoissonDistribution(mean: mean).probability(of: count)
    #expect(abs(Libm.log(probability) - value) <= 4e-15 * max(10, abs(value)))
  }

  @Test("negative counts are impossible")
  func negativeCounts() {
    #expect(PoissonDistribution(mean: 4.5).probability(of: -1) == 0)
  }

  @Test("Poisson counts of a huge mean follow the normal limit")
  func poissonHuge() {
    // The skewness of 10⁻⁷ and the lattice of 10⁻⁷ deviations are invisible to 50 000 draws.
    var stream = Stream.forTest(seed: 11)
    let law = PoissonDistribution(mean: 1e14)
    let sample = (0..<50_000).map { _ in (Double(law.draw(using: &stream)) - 1e14) / 1e7 }
    #expect(
      GoodnessOfFit.kolmogorov(sample, cumulative: NormalDistribution.standardCumulative)
        < GoodnessOfFit.kolmogorovCritical
    )
  }

  @Test("a Poisson mean of zero gives zero, and a huge one its mean within five deviations")
  func poissonExtremes() {
    var stream = Stream.forTest(seed: 3)
    let none = PoissonDistribution(mean: 0)
    #expect((0..<100).allSatisfy { _ in none.draw(using: &stream) == 0 })
    #expect(none.probability(of: 0) == 1)
    let mean = 1e12
    for _ in 0..<100 {
      let count = PoissonDistribution(mean: mean).draw(using: &stream)
      #expect(abs(Double(count) - mean) < 5 * mean.squareRoot())
    }
  }

  @Test("a Poisson count below 30 uses exactly one word")
  func poissonOneWord() {
    var drawn = Stream.forTest(seed: 4)
    var skipped = drawn
    for index in 0..<300 {
      _ = PoissonDistribution(mean: Double(index) / 10).draw(using: &drawn)
      _ = skipped.nextWord()
    }
    #expect(drawn.nextWord() == skipped.nextWord())
  }

  @Test("Borel probabilities, mean and variance are those of row S05")
  func borelClosedForm() {
    let law = BorelDistribution(gain: 0.5)
    // mpmath; the first four are row S05, the last checks a large size.
    let expected: [(size: Int, probability: Double)] = [
      (1, 0.6065306597126334), (2, 0.18393972058572117), (5, 0.026720377156217057),
      (10, 0.003626557741564375), (200, 4.716970602792617e-21),
    ]
    for (size, probability) in expected {
      #expect(abs(law.probability(of: size) - probability) < 1e-12 * probability)
    }
    #expect(law.mean == 2)
    #expect(law.variance == 4)
    #expect(law.probability(of: 0) == 0)
    let nearCritical = BorelDistribution(gain: 0.95)
    #expect(abs(nearCritical.probability(of: 200) - 0.00011458463560127093) < 1e-15)
    #expect(abs(nearCritical.mean - 20) < 1e-13)
    let large = BorelDistribution(gain: 0.999).probability(of: 100_000)
    #expect(abs(large / 1.2011991168927537291e-8 - 1) < 1e-13)
  }

  @Test("without gain nothing follows the first unit")
  func borelWithoutGain() {
    var stream = Stream.forTest(seed: 5)
    let law = BorelDistribution(gain: 0)
    #expect(law.probability(of: 1) == 1)
    #expect(law.probability(of: 2) == 0)
    #expect(law.draw(using: &stream) == 1)
  }

  @Test("simulated cascades follow Borel's law", arguments: [0.2, 0.5, 0.9])
  func borelSimulation(gain: Double) {
    var stream = Stream.forTest(seed: 6)
    let law = BorelDistribution(gain: gain)
    let sample = (0..<100_000).map { _ in law.draw(using: &stream) }
    #expect(GoodnessOfFit.chiSquaredOverCritical(sample, probability: law.probability) < 1)
  }
}
