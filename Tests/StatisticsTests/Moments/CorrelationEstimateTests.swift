import Testing

@testable import Statistics

@Suite("CorrelationEstimate")
struct CorrelationEstimateTests {
  @Test("independent pairs count in full; persistent ones count less")
  func effectiveObservations() throws {
    let x = SeededSeries.values(.normal, count: 2_000, seed: 1)
    let y = SeededSeries.values(.normal, count: 2_000, seed: 2)
    let plain = try CorrelationEstimate(x, y)
    #expect(abs(plain.effectiveObservations / 2_000 - 1) < 0.01)
    #expect(plain.interval.contains(0))
    var (a, b) = (0.0, 0.0)
    let persistent = zip(x, y).map { u, v in
      a = 0.8 * a + u
      b = 0.8 * b + v
      return (a, b)
    }
    let estimate = try CorrelationEstimate(persistent.map(\.0), persistent.map(\.1))
    // (1 − 0.64)/(1 + 0.64) of the pairs.
    #expect(abs(estimate.effectiveObservations / 2_000 - 0.2195) < 0.03)
    #expect(estimate.interval.upper - estimate.interval.lower > 0.15)
  }

  @Test("suppresses fewer than ten pairs")
  func tooFew() {
    #expect(
      throws: StatisticsError.observationsTooFew(quantity: "correlation", count: 9, minimum: 10)
    ) {
      try CorrelationEstimate([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 2, 5, 4, 6, 8, 7, 9])
    }
  }
}
