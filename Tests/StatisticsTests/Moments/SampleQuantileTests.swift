import Testing

@testable import Statistics

@Suite("SampleQuantile")
struct SampleQuantileTests {
  // numpy.quantile(MomentsTests.sample, p), method "linear".
  static let expected: [(probability: Double, quantile: Double)] = [
    (0, -4.75), (0.05, -3.2874999999999996), (0.25, 0.15000000000000002), (0.5, 3.05),
    (0.9, 7.624999999999998), (0.99, 10.662500000000001), (1, 11),
  ]

  @Test("agrees with numpy", arguments: expected)
  func agreesWithNumPy(probability: Double, quantile: Double) throws {
    let value = try SampleQuantile.type7(of: MomentsTests.sample, at: probability)
    #expect(abs(value - quantile) <= 4 * quantile.ulp)
  }

  @Test("several probabilities give the quantiles in the order asked")
  func several() throws {
    #expect(try SampleQuantile.type7(of: [4, 1, 3, 2], at: [1, 0, 0.5]) == [4, 1, 2.5])
  }

  @Test("rises with the probability", arguments: 0..<50)
  func monotone(seed: Int) throws {
    let values = QuantileSketchTests.values(seed: seed, count: 23)
    let probabilities = (0...500).map { Double($0) / 500 }
    let quantiles = try SampleQuantile.type7(of: values, at: probabilities)
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("infinite values are ordinary ends")
  func infinities() throws {
    let values: [Double] = [-.infinity, 1, 2, .infinity, .infinity]
    #expect(try SampleQuantile.type7(of: values, at: 0.5) == 2)
    #expect(try SampleQuantile.type7(of: values, at: 0.9) == .infinity)
  }

  @Test("refuses an empty sample, a NaN and a probability out of range")
  func refusals() {
    #expect(
      throws: StatisticsError.observationsTooFew(quantity: "quantile", count: 0, minimum: 1)
    ) { try SampleQuantile.type7(of: [], at: 0.5) }
    #expect(throws: StatisticsError.self) { try SampleQuantile.type7(of: [1, .nan], at: 0.5) }
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "probability",
        value: 1.5,
        expected: "0 ... 1"
      )
    ) { try SampleQuantile.type7(of: [1], at: 1.5) }
  }
}
