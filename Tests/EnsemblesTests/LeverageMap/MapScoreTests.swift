import Quantities
import Scenarios
import Statistics
import Testing

@testable import Ensembles

@Suite("MapScore")
struct MapScoreTests {
  private static func score(_ world: SyntheticMarket, threads: Int = 2) async throws -> MapScore {
    var setting = MapScore.Setting()
    setting.resamples = 60
    setting.threads = threads
    return try await MapScore([world.market], setting)
  }

  @Test("where liquidations follow the map, its skill over every baseline is above zero")
  func skill() async throws {
    let score = try await Self.score(SyntheticMarket(days: 900, seed: 2))
    let overall = try #require(score.entries.first { $0.year == nil && $0.role == .selection })
    for baseline in MapPredictor.baselines {
      for measure in [SkillMeasure.rank, .logScore, .quantile, .side] {
        let skill = try #require(overall.skill(measure, over: baseline))
        #expect(skill.isPositive, "\(measure) over \(baseline): \(skill)")
      }
    }
  }

  @Test("where liquidations follow nothing, the interval of the skill holds zero nine times in ten")
  func control() async throws {
    var held = 0
    var counted = 0
    for seed in UInt64(1)...10 {
      let score = try await Self.score(SyntheticMarket(days: 700, seed: seed, reports: .noise))
      let overall = try #require(score.entries.first { $0.year == nil && $0.role == .selection })
      for baseline in [MapPredictor.range, .bands] {
        let skill = try #require(overall.skill(.rank, over: baseline))
        counted += 1
        if skill.low <= 0, skill.high >= 0 { held += 1 }
      }
    }
    #expect(held * 10 >= counted * 7, "\(held) of \(counted) intervals hold zero")
  }

  @Test("the number of threads changes nothing")
  func threads() async throws {
    let world = SyntheticMarket(days: 700, seed: 4)
    let one = try await Self.score(world, threads: 1)
    let three = try await Self.score(world, threads: 3)
    #expect(one.entries.map(\.skills) == three.entries.map(\.skills))
    #expect(one.entries.map(\.values) == three.entries.map(\.values))
    #expect(!one.entries.isEmpty)
  }

  @Test("deleting what became known after a year changes no score of the years before it")
  func noLookAhead() async throws {
    let world = SyntheticMarket(days: 1_000, seed: 6)
    let cut = Instant(startOf: try #require(Day(year: 2023, month: 1, day: 2)))
    let full = try await Self.score(world)
    var setting = MapScore.Setting()
    setting.resamples = 60
    let short = try await MapScore([world.market.knowable(at: cut)], setting)
    let years = full.entries.filter { ($0.year ?? 9_999) < 2_023 }
    #expect(!years.isEmpty)
    for entry in years {
      let other = short.entries.first { $0.year == entry.year && $0.symbol == entry.symbol }
      #expect(entry.skills == other?.skills)
    }
  }

  @Test(
    "a rank forecast of an informative predictor beats the uniform one, of noise it does not lose much"
  )
  func rankForecast() throws {
    var stream = Stream(seed: 7, run: 0, purpose: Purpose(room: 99, index: 4))
    let pairs = (0..<2_000).map { _ in
      let x = stream.nextNormal()
      return (predictor: x, outcome: 0.8 * x + 0.6 * stream.nextNormal())
    }
    let forecast = try #require(RankForecast(pairs))
    #expect(abs(forecast.slope - 0.8) < 0.05 && abs(forecast.spread - 0.6) < 0.05)
    let mean = pairs.reduce(0) {
      $0 + forecast.logScore(predictor: $1.predictor, outcome: $1.outcome)
    }
    // The mutual information of a Gaussian pair is −ln(1 − ρ²)/2.
    #expect(abs(mean / 2_000 - 0.510_8) < 0.05)
  }
}
