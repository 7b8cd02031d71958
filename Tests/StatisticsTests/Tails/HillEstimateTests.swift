import Testing

@testable import Statistics

@Suite("HillEstimate")
struct HillEstimateTests {
  static let sample = [1.2, 5.5, 2.1, 9.9, 3.3, 1.1, 30.0, 4.4, 0.2, 2.7]

  @Test("uses the k largest values over the next")
  func knownValue() throws {
    // numpy: s sorted descending, 3 / log(s[:3] / s[3]).sum()
    let estimate = try HillEstimate(of: Self.sample, tailCount: 3)
    #expect(abs(estimate.exponent - 1.0156867371563927) < 1e-15)
    #expect(estimate.threshold == 4.4)
    #expect(try HillEstimate(of: Self.sample, tailFraction: 0.3) == estimate)
    #expect(abs(estimate.standardError - 1.0156867371563927 / 3.0.squareRoot()) < 1e-15)
  }

  @Test("recovers a Pareto exponent within its standard error", arguments: [1.5, 3, 5])
  func recovers(exponent: Double) throws {
    let law = ParetoDistribution(scale: 2, exponent: exponent)
    var sumOfSquares = 0.0
    for seed in 0..<100 {
      var stream = Stream.forTest(seed: UInt64(seed), label: 50)
      let sample = (0..<5_000).map { _ in law.draw(using: &stream) }
      let estimate = try HillEstimate(of: sample, tailFraction: 0.1)
      let score = (estimate.exponent - exponent) / estimate.standardError
      #expect(abs(score) < 4, "seed \(seed)")
      sumOfSquares += score * score
    }
    // scipy.stats.chi2.ppf([0.0005, 0.9995], 100)
    #expect(sumOfSquares > 59.90 && sumOfSquares < 153.17)
  }

  @Test("refuses samples without a usable tail")
  func refusals() {
    #expect(
      throws: StatisticsError.observationsTooFew(
        quantity: "Hill estimate",
        count: 3,
        minimum: 4
      )
    ) { try HillEstimate(of: [1, 2, 3], tailCount: 3) }
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "tail threshold",
        value: -1,
        expected: "above 0"
      )
    ) { try HillEstimate(of: [5, -1, 3], tailCount: 2) }
    #expect(throws: StatisticsError.self) {
      try HillEstimate(of: [2, 2, 2, 2], tailCount: 2)
    }
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "value",
        value: .infinity,
        expected: "a finite number"
      )
    ) { try HillEstimate(of: [1, .infinity, 2], tailCount: 1) }
  }
}
