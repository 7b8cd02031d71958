import Testing

@testable import Statistics

@Suite("NormalDistribution")
struct NormalDistributionTests {
  // mpmath.ncdf with 40 digits, rounded to double by the compiler.
  static let cumulative: [(z: Double, probability: Double)] = [
    (-37.5, 4.6053530095819548438e-308), (-30, 4.9067139271481870595e-198),
    (-20, 2.7536241186062336951e-89), (-10, 7.619853024160526066e-24),
    (-5.5, 1.8989562465887719384e-8), (-3, 0.0013498980316300945267),
    (-1.5, 0.066807201268858066004), (-1, 0.15865525393145705141),
    (-0.5, 0.30853753872598689636), (0.5, 0.69146246127401310364),
    (1, 0.84134474606854294859), (1.96, 0.97500210485177956379),
    (3, 0.99865010196836990547), (8, 0.9999999999999993779),
  ]

  @Test(
    "the distribution function is right to 1e-15 relative, far tail included",
    arguments: cumulative
  )
  func cumulativeAccuracy(z: Double, probability: Double) {
    let value = NormalDistribution.standardCumulative(z)
    #expect(abs(value - probability) <= 1e-15 * probability)
  }

  @Test("the distribution function reaches its limits")
  func cumulativeLimits() {
    #expect(NormalDistribution.standardCumulative(-.infinity) == 0)
    #expect(NormalDistribution.standardCumulative(-40) == 0)
    #expect(NormalDistribution.standardCumulative(0) == 0.5)
    #expect(NormalDistribution.standardCumulative(.infinity) == 1)
  }

  // mpmath with 40 digits at the exact doubles: root of ncdf(z) = p.
  static let quantiles: [(probability: Double, z: Double)] = [
    (1e-300, -37.047096299361199), (1e-20, -9.2623400897984076),
    (1e-10, -6.3613409024040562), (1e-5, -4.2648907939228246), (0.01, -2.3263478740408411),
    (0.025, -1.9599639845400542), (0.075, -1.4395314709384559), (0.1, -1.2815515655446004),
    (0.25, -0.67448975019608174), (0.4, -0.25334710313579974), (0.5, 0),
    (0.7, 0.52440051270804066), (0.925, 1.4395314709384562), (0.975, 1.9599639845400539),
    (0.99999, 4.2648907939238408),
  ]

  @Test("the quantile is right to 4e-16 relative", arguments: quantiles)
  func quantileAccuracy(probability: Double, z: Double) {
    #expect(abs(NormalDistribution.standardQuantile(probability) - z) <= 4e-16 * abs(z))
  }

  @Test("quantile and distribution function undo each other", arguments: 0..<200)
  func roundTrip(seed: Int) {
    var stream = Stream.forTest(seed: UInt64(seed))
    let law = NormalDistribution(mean: -3, standardDeviation: 2.5)
    let probability = stream.nextUniform() * 0.999 + 0.0005
    let back = law.cumulative(law.quantile(probability))
    #expect(abs(back - probability) < 1e-14)
  }

  @Test("the quantile is infinite at 0 and 1, and traps outside")
  func quantileEnds() async {
    #expect(NormalDistribution.standardQuantile(0) == -.infinity)
    #expect(NormalDistribution.standardQuantile(1) == .infinity)
    await #expect(processExitsWith: .failure) {
      _ = NormalDistribution.standardQuantile(1.1)
    }
  }

  @Test("the density is the slope of the distribution function")
  func density() {
    let law = NormalDistribution(mean: 1, standardDeviation: 3)
    for x in [-7.0, -1, 0.5, 1, 4, 9] {
      let slope = (law.cumulative(x + 1e-5) - law.cumulative(x - 1e-5)) / 2e-5
      #expect(abs(law.density(x) - slope) < 1e-10)
    }
  }

  @Test("a draw is the AS 241 quantile of its one uniform")
  func drawValues() {
    // The uniforms of row S01b through Python's statistics.NormalDist().inv_cdf(u + 2**-54), which is
    // the same algorithm.
    var stream = StreamTests.stream()
    for _ in 0..<12 { _ = stream.nextWord() }
    let expected = [
      -0.2153740822034377, -0.06249109095712999, -0.561640519191953, 1.2121138301600975,
    ]
    for value in expected {
      #expect(abs(stream.nextNormal() - value) <= 2 * value.ulp)
    }
  }

  @Test("every normal uses exactly one word")
  func oneWordPerNormal() {
    var drawn = Stream.forTest()
    var skipped = drawn
    for _ in 0..<1_001 {
      _ = drawn.nextNormal()
      _ = skipped.nextWord()
    }
    #expect(drawn.nextWord() == skipped.nextWord())
  }

  @Test("the extreme words give finite normals")
  func extremeWords() {
    // mpmath: quantiles of 2^-54 and of 1 - 2^-53.
    #expect(abs(Stream.normal(from: 0) + 8.2923610758135955) < 1e-14)
    #expect(abs(Stream.normal(from: .max) - 8.2095361516013869) < 1e-14)
  }

  @Test("draws follow the law", arguments: [1, 2, 3] as [UInt64])
  func drawsFollowTheLaw(seed: UInt64) {
    var stream = Stream.forTest(seed: seed)
    let law = NormalDistribution(mean: 5, standardDeviation: 0.1)
    let sample = (0..<100_000).map { _ in law.draw(using: &stream) }
    #expect(
      GoodnessOfFit.kolmogorov(sample, cumulative: law.cumulative)
        < GoodnessOfFit.kolmogorovCritical
    )
  }
}
