import Ensembles
import Observatory
import Quantities
import Scenarios
import TestSupport
import Testing

/// The score on the shared histories.
@Suite(.enabled(if: SharedData.isPresent, "the shared data is not here"), .serialized)
struct SharedMapScoreTests {
  private static let now = Instant(startOf: Day(daysSince1970: 20_400))

  @Test("after the years it was chosen on, the map beats the bar's range and the fixed bands")
  func skillIsAboveZero() async throws {
    let store = try SharedMarketStore.store(LeverageMarketSeries.all)
    let markets = try LeverageMarketSeries.all.map {
      try LeverageMarket($0, from: store, asOf: Self.now)
    }
    var setting = MapScore.Setting()
    setting.resamples = 100
    setting.threads = 2
    let score = try await MapScore(markets, setting)
    for frequency in MapFrequency.allCases {
      let overall = try #require(
        score.entries.first {
          $0.frequency == frequency && $0.symbol == nil && $0.year == nil && $0.role == .evaluation
        }
      )
      for baseline in MapPredictor.baselines {
        for measure in [SkillMeasure.rank, .logScore, .quantile, .side] {
          let skill = try #require(overall.skill(measure, over: baseline))
          #expect(skill.isPositive, "\(frequency), \(measure) over \(baseline): \(skill)")
        }
      }
    }
  }

  @Test("the map of a shared date is unchanged when all later rows are deleted")
  func asOf() throws {
    let store = try SharedMarketStore.store([try LeverageMarketSeries(of: "SOL")])
    let date = Instant(startOf: Day(daysSince1970: 19_500)) + .hours(9)
    let series = try LeverageMarketSeries(of: "SOL")
    let full = try LeverageMapEstimate(
      try LeverageMarket(series, from: store, asOf: Self.now),
      asOf: date,
      draws: 20
    )
    let short = try LeverageMapEstimate(
      try LeverageMarket(series, from: store.removingKnowable(after: date), asOf: date),
      asOf: date,
      draws: 20
    )
    #expect(
      full.mixture == short.mixture && full.levels.map(\.notional) == short.levels.map(\.notional)
    )
  }
}
