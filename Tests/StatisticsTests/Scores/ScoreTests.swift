import Testing

@testable import Statistics

@Suite("Scores")
struct ScoreTests {
  @Test("Brier, ranked probability and log scores are those of row S29")
  func vectors() throws {
    let brier = try BrierScore.mean(probabilities: [0.72, 0.23, 0.05], outcomes: [1, 0, 0])
    #expect(abs(brier - 0.0446) < 1e-15)
    let ranked = try RankedProbabilityScore.score(
      probabilities: [0.72, 0.23, 0.05],
      outcome: 0
    )
    #expect(abs(ranked - 0.04045) < 1e-15)
    let surprise = try LogScore.mean(probabilities: [0.72], outcomes: [1])
    #expect(abs(surprise - 0.32850406697203605) < 1e-15)
  }

  @Test("the ranked score of two categories is the Brier score of one", arguments: [0, 0.3, 1])
  func twoCategories(probability: Double) throws {
    let ranked = try RankedProbabilityScore.score(
      probabilities: [probability, 1 - probability],
      outcome: 0
    )
    let brier = try BrierScore.mean(probabilities: [probability], outcomes: [1])
    #expect(abs(ranked - brier) < 1e-15)
  }

  @Test("the ranked score punishes distance, the Brier score does not")
  func distance() throws {
    let near = try RankedProbabilityScore.score(probabilities: [0, 1, 0], outcome: 0)
    let far = try RankedProbabilityScore.score(probabilities: [0, 0, 1], outcome: 0)
    #expect(near == 0.5)
    #expect(far == 1)
    #expect(
      try BrierScore.mean(probabilities: [0, 1, 0], outcomes: [1, 0, 0])
        == BrierScore.mean(probabilities: [0, 0, 1], outcomes: [1, 0, 0])
    )
  }

  @Test("a certain miss costs the clipped surprise, a certain hit almost nothing")
  func clip() throws {
    let miss = try LogScore.mean(probabilities: [0], outcomes: [1])
    #expect(abs(miss - 13.815510557964274) < 1e-12)
    let hit = try LogScore.mean(probabilities: [1], outcomes: [1])
    #expect(abs(hit - 1.0000005000003334e-06) < 1e-16)
  }

  @Test("proper: the true probability has the best expected score", arguments: [0.1, 0.5, 0.83])
  func proper(truth: Double) throws {
    func expected(_ p: Double, _ score: ([Double], [Double]) throws -> Double) rethrows -> Double {
      try truth * score([p], [1]) + (1 - truth) * score([p], [0])
    }
    for forecast in stride(from: 0.0, through: 1, by: 0.05) where abs(forecast - truth) > 1e-9 {
      #expect(
        try expected(forecast, BrierScore.mean) > expected(truth, BrierScore.mean)
      )
      #expect(try expected(forecast, LogScore.mean) > expected(truth, LogScore.mean))
    }
  }

  @Test("refuse lists that are empty or no probabilities")
  func refusals() {
    #expect(
      throws: StatisticsError.observationsTooFew(quantity: "Brier score", count: 0, minimum: 1)
    ) { try BrierScore.mean(probabilities: [], outcomes: []) }
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "probability",
        value: 1.2,
        expected: "0 ... 1"
      )
    ) { try LogScore.mean(probabilities: [1.2], outcomes: [1]) }
    #expect(throws: StatisticsError.self) {
      try RankedProbabilityScore.score(probabilities: [0.5, 0.4], outcome: 0)
    }
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "outcome category",
        value: 2,
        expected: "0 ... 1"
      )
    ) { try RankedProbabilityScore.score(probabilities: [0.5, 0.5], outcome: 2) }
    #expect(throws: StatisticsError.self) {
      try BrierScore.mean(probabilities: [.nan], outcomes: [0])
    }
  }

  @Test("skill is one for a perfect score, zero for the benchmark's own")
  func skill() throws {
    #expect(try SkillScore.skill(score: 0, benchmark: 0.2) == 1)
    #expect(try SkillScore.skill(score: 0.2, benchmark: 0.2) == 0)
    #expect(try SkillScore.skill(score: 0.3, benchmark: 0.2) < 0)
    #expect(throws: StatisticsError.self) { try SkillScore.skill(score: 0, benchmark: 0) }
  }
}
