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

  @Test("Poisson probabilities agree with scipy")
  func poissonProbabilities() {
    // scipy.stats.poisson.pmf
    let law = PoissonDistribution(mean: 4.5)
    #expect(abs(law.probability(of: 0) - 0.011108996538242306) < 1e-16)
    #expect(abs(law.probability(of: 3) - 0.168717884924555) < 1e-14)
    #expect(law.probability(of: -1) == 0)
    let large = PoissonDistribution(mean: 100).probability(of: 120)
    #expect(abs(large - 0.005561064886513308) < 1e-14)
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
