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
    for entry in score.entries where entry.symbol == nil || entry.year == nil {
      print(
        entry.frequency.rawValue, entry.symbol ?? "all", entry.year ?? 0, entry.role, entry.count,
        MapPredictor.allCases.map { entry.value(.rank, $0) ?? .nan },
        MapPredictor.baselines.map { b in SkillMeasure.allCases.map { entry.skill($0, over: b) } })
    }
  }
}
