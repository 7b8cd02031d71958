import Observatory
import Quantities
import Testing

@testable import Scenarios

@Suite("What a store says about an episode")
struct EpisodeEvidenceTests {
  private static let id = SeriesID("made/close")
  /// 2025-11-03, a Monday.
  private static let monday = Day(daysSince1970: 20_395)

  /// Values of consecutive days that end with `last`, knowable the day after.
  private static func store(
    _ values: [Double],
    last: Day,
    knowableAfter delay: Int = 1
  ) -> MemoryStore {
    let first = last + -(values.count - 1)
    let observations = values.enumerated().map { place, value in
      Observation(
        refersTo: Instant(startOf: first + place),
        knowableAt: Instant(startOf: first + place + delay),
        value: ExactDecimal(units: Int64((value * 1_000).rounded()), decimals: 3)
      )
    }
    let description = SeriesDescription(
      id: id,
      unit: "USD",
      period: .day,
      frequency: "1d",
      title: "made",
      source: "made",
      licence: "none",
      trust: .high,
      knowableBasis: .rule
    )
    return MemoryStore([SeriesBatch(description: description, observations: observations)])
  }

  private static func row(
    _ how: EpisodeMeasure,
    from: Day = monday,
    to: Day? = nil,
    factor: Double = 1
  ) -> EpisodeComparison {
    EpisodeComparison(
      .figure,
      of: "x",
      from: from,
      to: to ?? from,
      source: .series(id, how: how, factor: factor),
      isCalibrated: false
    )
  }

  @Test(
    "a window becomes a number in the way that the row says",
    arguments: [
      (EpisodeMeasure.value, 8.0), (.min, 4), (.max, 8), (.mean, 6), (.sum, 18), (.change, -0.2),
      (.logReturn, -0.223_143_551), (.lowestReturn, -0.916_290_732),
      (.volatility, 10.497_875_8),
    ]
  )
  func measures(how: EpisodeMeasure, expected: Double) throws {
    let store = Self.store([10, 6, 4, 8], last: Self.monday + 2)
    let row = Self.row(how, to: Self.monday + 2)
    let evidence = try EpisodeEvidence(on: row, from: store)
    let observed = try #require(evidence.observed)
    #expect(abs(observed - expected) < 1e-6, "\(how): \(observed)")
    #expect(evidence.reason == nil)
  }

  @Test("a factor changes the unit of what happened and of history")
  func factor() throws {
    let store = Self.store(Array(repeating: 200.0, count: 60), last: Self.monday)
    let evidence = try EpisodeEvidence(on: Self.row(.value, factor: 0.01), from: store)
    #expect(evidence.observed == 2)
    #expect(evidence.history == Array(repeating: 2.0, count: 59))
  }

  @Test("a window that the store does not hold is no data, with the series and the window")
  func missingWindow() throws {
    let store = Self.store([1, 2, 3], last: Self.monday + -1)
    let evidence = try EpisodeEvidence(on: Self.row(.value), from: store)
    #expect(evidence.observed == nil)
    #expect(evidence.reason == "no data: made/close has no observations in 2025-11-03")
  }

  @Test("without a store, and without the series, the row says the same")
  func missingStore() throws {
    let expected = "no data: made/close has no observations in 2025-11-03"
    #expect(try EpisodeEvidence(on: Self.row(.value), from: nil).reason == expected)
    #expect(try EpisodeEvidence(on: Self.row(.value), from: MemoryStore()).reason == expected)
  }

  @Test("a window of which the store holds a part is no data")
  func partialWindow() throws {
    let store = Self.store([1, 2, 3], last: Self.monday)
    let row = Self.row(.min, to: Self.monday + 4)
    let evidence = try EpisodeEvidence(on: row, from: store)
    #expect(
      evidence.reason
        == "no data: made/close has 1 observations in 2025-11-03..2025-11-07, expected 3 or more"
    )
  }

  @Test("a return needs a value shortly before the window")
  func staleValue() throws {
    let store = Self.store([1], last: Self.monday)
    let evidence = try EpisodeEvidence(on: Self.row(.logReturn), from: store)
    #expect(evidence.reason?.contains("in the 10 days before 2025-11-03") == true)
  }

  @Test("history is what was knowable when the window began, in windows that do not overlap")
  func history() throws {
    let values = (1...50).map(Double.init)
    let store = Self.store(values, last: Self.monday + 1)
    let row = Self.row(.sum, to: Self.monday + 1)
    let evidence = try EpisodeEvidence(on: row, from: store)
    #expect(evidence.observed == 99)
    #expect(evidence.history.prefix(3) == [95, 91, 87])
    #expect(evidence.history.count == 24)
    // Values that came out four days later were not known when the window began.
    let late = Self.store(values, last: Self.monday + 1, knowableAfter: 4)
    #expect(try EpisodeEvidence(on: row, from: late).history.first == 87)
  }

  @Test("a fact is what it says, without a store and without history")
  func fact() throws {
    let row = EpisodeComparison(
      .logReturn,
      of: "BTC",
      from: Self.monday,
      to: Self.monday,
      source: .fact("S0.F27", value: -0.1154),
      isCalibrated: false
    )
    let evidence = try EpisodeEvidence(on: row, from: nil)
    #expect(evidence.observed == -0.1154 && evidence.history.isEmpty && evidence.reason == nil)
  }
}
