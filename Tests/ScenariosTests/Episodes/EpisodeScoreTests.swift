import Testing

@testable import Scenarios

@Suite("The score of an episode")
struct EpisodeScoreTests {
  private let sample = (1...21).map(Double.init)

  @Test("what lies inside the 90 % interval is inside, with its rank")
  func inside() throws {
    let score = try #require(EpisodeScore(of: sample, observed: 11, history: []))
    #expect(score.isInInterval)
    #expect(score.rank == 0.5)
    #expect(score.runCount == 21)
    #expect(score.benchmarkCRPS == nil && score.skill == nil)
  }

  @Test("the ends of the interval belong to it, what lies beyond does not")
  func ends() throws {
    #expect(try #require(EpisodeScore(of: sample, observed: 2, history: [])).isInInterval)
    #expect(try #require(EpisodeScore(of: sample, observed: 20, history: [])).isInInterval)
    let below = try #require(EpisodeScore(of: sample, observed: 1.9, history: []))
    #expect(!below.isInInterval && below.rank == 1.0 / 21)
    let above = try #require(EpisodeScore(of: sample, observed: 100, history: []))
    #expect(!above.isInInterval && above.rank == 1)
  }

  @Test("CRPS is that of the definition, and a point at what happened has none")
  func crps() throws {
    // Mean distance to 0 is 3; half the mean distance of pairs is ½ · 2 · (1·4 + 2·3 + 3·2 + 4·1)/25.
    let score = try #require(EpisodeScore(of: [1, 2, 3, 4, 5], observed: 0, history: []))
    #expect(abs(score.crps - (3 - 20.0 / 25)) < 1e-12)
    let exact = try #require(EpisodeScore(of: [2, 2, 2, 2, 2], observed: 2, history: []))
    #expect(exact.crps == 0 && exact.rank == 0.5)
  }

  @Test("skill compares with history; too little history is no benchmark")
  func skill() throws {
    let history = Array(repeating: 0.0, count: EpisodeEvidence.historyMin)
    let score = try #require(
      EpisodeScore(of: Array(repeating: 4.0, count: 5), observed: 5, history: history)
    )
    #expect(score.benchmarkCRPS == 5 && score.skill == 0.8)
    let short = try #require(
      EpisodeScore(of: sample, observed: 5, history: Array(history.dropLast()))
    )
    #expect(short.benchmarkCRPS == nil)
  }

  @Test("fewer than five runs have no score")
  func fewRuns() {
    #expect(EpisodeScore(of: [1, 2, 3, 4], observed: 2, history: []) == nil)
  }
}
