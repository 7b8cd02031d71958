import Forecasts
import Observatory
import Quantities
import Testing

@Suite("Scores of forecasts")
struct ScorerTests {
  private static let january = Day(year: 2025, month: 1, day: 1) ?? Day(daysSince1970: 0)
  private static let rule =
    "{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-03-31, below: 50}"

  private func store(_ value: (Int) -> Double, days: Int = 120) -> MemoryStore {
    MemoryStore([Sample.daily("a/b", from: Self.january, (0..<days).map(value))])
  }

  @Test("Scores are those of the closed forms")
  func closedForms() throws {
    let scored = try Sample.score(
      Sample.yaml(rule: Self.rule),
      store { $0 == 45 ? 40 : 100 },
      asOf: "2025-04-30"
    )
    let score = try #require(scored.score)
    #expect(abs(score.brier - 0.0025) < 1e-12)
    #expect(abs(score.logScore - 0.051_293_294) < 1e-9)
    #expect(abs((score.skill ?? 0) - 0.99) < 1e-12)
    #expect(abs((scored.sensitivity?.brier ?? 0) - 0.04) < 1e-12)
  }

  @Test("A benchmark of past windows counts them and says how many do not overlap")
  func windowFrequency() throws {
    // The series falls by 10 % every 10th day: a fall is seen from the days before it.
    let benchmark = """
      {kind: window_frequency, series: [a/b], steps: 5, to: lowest, measure: relative, high: -0.05}
      """
    let scored = try Sample.score(
      Sample.yaml(cutOff: "2025-01-31", rule: Self.rule, benchmark: benchmark),
      store { $0 % 10 == 9 ? 90 : 100 },
      asOf: "2025-04-30"
    )
    // 31 days, 26 windows that start on days 0 to 25; a low lies within the next 5 days
    // for the starts 4 to 8, 14 to 18, 24 and 25.
    #expect(abs((scored.benchmark.probability ?? 0) - 12.0 / 26) < 1e-12)
    #expect(scored.benchmark.evidence.contains("12 of 26"))
    #expect(scored.benchmark.evidence.contains("5 of them do not overlap"))
    let interval = try #require(scored.benchmark.interval)
    #expect(interval.contains(0.46) && interval.lowerBound < 0.2 && interval.upperBound > 0.7)
  }

  @Test("A benchmark does not change when everything after its cut-off changes")
  func firewall() throws {
    let kinds = [
      "{kind: window_frequency, series: [a/b], steps: 3, to: last, measure: relative, to_reach: 110}",
      "{kind: first_passage, series: [a/b], level: 50, volatility: 0.45, to: 2025-12-31}",
      "{kind: volatility_frequency, series: [a/b], returns: 5, below: 0.9, at: last_day}",
      "{kind: half_year_frequency, series: [a/b], at_least: 104}",
    ]
    for kind in kinds {
      let yaml = Sample.yaml(cutOff: "2025-01-31", rule: Self.rule, benchmark: kind)
      let calm = store({ 100 + Double($0 % 7) })
      let wild = store({ $0 < 31 ? 100 + Double($0 % 7) : 1 + Double($0 * $0 % 97) })
      let first = try Sample.score(yaml, calm, asOf: "2025-04-30")
      let second = try Sample.score(yaml, wild, asOf: "2025-04-30")
      #expect(first.benchmark == second.benchmark)
      #expect(first.resolution != second.resolution)
    }
  }

  @Test("First passage and growth in a range are those of S50")
  func closedFormBenchmarks() throws {
    let start = try Sample.day("2025-11-21")
    let data = MemoryStore([
      Sample.daily("a/b", from: start, [85_129.43]), Sample.daily("a/z", from: start, [1]),
    ])
    func probability(_ benchmark: String) throws -> Double {
      let yaml = """
        id: X
        statement: s
        source: t
        issued: 2025-11-22
        cut_off: 2025-11-21
        deadline: 2028-12-31
        stated: 0.23
        rule: {kind: extreme, series: [a/b], from: 2025-11-22, to: 2028-12-31, below: 50000}
        benchmark: \(benchmark)
        """
      return try Sample.score(yaml, data, asOf: "2026-01-01").benchmark.probability ?? -1
    }
    let passage = try probability(
      "{kind: first_passage, series: [a/b], level: 50000, volatility: 0.45, to: 2028-12-31}"
    )
    #expect(abs(passage - 0.502_657_285) < 1e-8)
    let growth = try probability(
      "{kind: growth_range, volatility: 0.45, years: 3, low: 0.05, high: 0.08}"
    )
    #expect(abs(growth - 0.041_989_472) < 1e-8)
  }

  @Test("A set of scenarios is scored when its outcome is known, with none as last category")
  func scenarios() throws {
    func yaml(_ rank: Int, _ probability: Double, level: Int) -> String {
      Sample.yaml(
        id: "S\(rank)",
        stated: "\(probability)",
        rule: "{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-03-31, below: \(level)}"
      ) + "\nscenario: {set: three, rank: \(rank)}"
    }
    var record = ForecastRecord()
    for (rank, probability, level) in [(1, 0.72, 50), (2, 0.23, 10), (3, 0.05, 5)] {
      record = try record.appending(
        try Sample.forecast(yaml(rank, probability, level: level)),
        entered: CalendarDay(try Sample.day("2025-02-01")),
        name: "t"
      )
    }
    let asOf = Instant(startOf: try Sample.day("2025-05-01"))
    let scored = try Scorer(store { $0 == 45 ? 40 : 100 }, asOf: asOf).scores(record)
    let set = try #require(ScenarioSetScore.scores(of: scored).first)
    #expect(set.outcome == 0)
    // Cumulative misses .28, .05, 0 over three steps.
    #expect(abs((set.rankedProbabilityScore ?? 0) - (0.28 * 0.28 + 0.05 * 0.05) / 3) < 1e-12)
    let march = Instant(startOf: try Sample.day("2025-03-01"))
    let early = Scorer(store { _ in 100 }, asOf: march)
    let open = try #require(ScenarioSetScore.scores(of: early.scores(record)).first)
    #expect(open.outcome == nil && open.rankedProbabilityScore == nil)
  }

  @Test("A stated range is scored as a distribution")
  func range() throws {
    let yaml =
      Sample.yaml(rule: "{kind: mean, series: [a/b], from: 2025-02-01, to: 2025-02-28, low: 99}")
      + "\nquantity: {low: 90, high: 110, unit: USD, level: 0.8}"
    let scored = try Sample.score(yaml, store { _ in 100 }, asOf: "2025-04-30")
    // At the centre the score of a normal distribution is σ(2φ(0) − 1/√π), σ = 10/1.28155.
    #expect(abs((scored.rangeScore ?? 0) - 10 / 1.281_551_566 * 0.233_694_977) < 1e-6)
  }
}
