import Testing

@testable import Statistics

@Suite("ContinuousRankedProbabilityScore")
struct ContinuousRankedProbabilityScoreTests {
  @Test("the normal score is that of row S29")
  func normalVector() {
    let forecast = NormalDistribution(mean: 0.25, standardDeviation: 0.1)
    let score = ContinuousRankedProbabilityScore.normal(forecast, outcome: 0.45)
    #expect(abs(score - 0.1452791821685903) < 1e-15)
  }

  @Test("the normal score is even about the mean and near the absolute error far away")
  func normalShape() {
    let forecast = NormalDistribution(mean: 2, standardDeviation: 0.5)
    let below = ContinuousRankedProbabilityScore.normal(forecast, outcome: 1.3)
    let above = ContinuousRankedProbabilityScore.normal(forecast, outcome: 2.7)
    #expect(abs(below - above) < 1e-15)
    // E|X − y| − ½E|X − X′| → |y − μ| − σ/√π.
    let far = ContinuousRankedProbabilityScore.normal(forecast, outcome: 102)
    #expect(abs(far - (100 - 0.5 * 0.5641895835477563)) < 1e-10)
  }

  @Test("ensemble scores agree with double sums in numpy")
  func ensembleValues() throws {
    // numpy: mean(|e - y|) - sum_ij |e_i - e_j| / (2 n (n - 1)), and / (2 n^2); the second also by
    // integrating the squared difference of the distribution functions.
    let ensemble = [1.0, 2.5, -0.5, 4.0, 3.25]
    let fair = try ContinuousRankedProbabilityScore.fairEnsemble(ensemble, outcome: 1.75)
    let empirical = try ContinuousRankedProbabilityScore.empirical(ensemble, outcome: 1.75)
    #expect(abs(fair - 0.375) < 1e-15)
    #expect(abs(empirical - 0.6) < 1e-15)
  }

  @Test("one member scores its absolute error; a fair score needs two")
  func oneMember() throws {
    #expect(try ContinuousRankedProbabilityScore.empirical([3], outcome: 5) == 2)
    #expect(
      throws: StatisticsError.observationsTooFew(quantity: "fair CRPS", count: 1, minimum: 2)
    ) { try ContinuousRankedProbabilityScore.fairEnsemble([3], outcome: 5) }
    #expect(
      throws: StatisticsError.observationsTooFew(quantity: "CRPS", count: 0, minimum: 1)
    ) { try ContinuousRankedProbabilityScore.empirical([], outcome: 5) }
  }

  @Test("the fair score of small ensembles is unbiased, the empirical one is not")
  func fairness() throws {
    let law = NormalDistribution(mean: 1, standardDeviation: 2)
    let exact = ContinuousRankedProbabilityScore.normal(law, outcome: 2)
    var (fair, empirical) = (Moments(), Moments())
    for seed in 0..<20_000 {
      var stream = Stream.forTest(seed: UInt64(seed), label: 110)
      let ensemble = (0..<4).map { _ in law.draw(using: &stream) }
      fair.add(try ContinuousRankedProbabilityScore.fairEnsemble(ensemble, outcome: 2))
      empirical.add(try ContinuousRankedProbabilityScore.empirical(ensemble, outcome: 2))
    }
    let standardError = try #require(fair.standardErrorOfMean)
    #expect(abs(fair.mean - exact) < 4 * standardError)
    #expect(empirical.mean > exact + 10 * standardError)
  }
}
