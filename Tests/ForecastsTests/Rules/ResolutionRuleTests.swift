import Forecasts
import Observatory
import Quantities
import Testing

@Suite("What decides a forecast")
struct ResolutionRuleTests {
  private static let january = Day(year: 2025, month: 1, day: 1) ?? Day(daysSince1970: 0)

  private func store(_ values: [Double], skipping gap: ClosedRange<Day>? = nil) -> MemoryStore {
    MemoryStore([Sample.daily("a/b", from: Self.january, values, skipping: gap)])
  }

  /// 90 days: 100, and 40 on day index 45 (15 February).
  private let spike = (0..<90).map { $0 == 45 ? 40.0 : 100 }

  private func extreme(_ level: String) -> String {
    Sample.yaml(
      rule: "{kind: extreme, series: [a/b], from: 2025-02-01, to: 2025-03-31, \(level)}"
    )
  }

  @Test("A level reached decides at once, on the day that reached it")
  func extremeReached() throws {
    let early = try Sample.score(extreme("below: 50"), store(spike), asOf: "2025-02-15")
    #expect(early.resolution.status == .resolved)
    #expect(early.resolution.outcome == true)
    #expect(early.resolution.decidedOn == (try Sample.day("2025-02-15")))
    let before = try Sample.score(extreme("below: 50"), store(spike), asOf: "2025-02-14")
    #expect(before.resolution.status == .open)
    #expect(before.score == nil)
  }

  @Test("That a level is not reached is certain only when the data covers the window")
  func extremeNotReached() throws {
    let open = try Sample.score(extreme("below: 30"), store(spike), asOf: "2025-03-20")
    #expect(open.resolution.status == .open)
    let closed = try Sample.score(extreme("below: 30"), store(spike), asOf: "2025-04-30")
    #expect(closed.resolution.outcome == false)
    #expect(closed.resolution.observed == 40)
    let other = try Sample.score(extreme("at_least: 100"), store(spike), asOf: "2025-04-30")
    #expect(other.resolution.outcome == true)
  }

  @Test("Without the series nothing is decided and the series is named")
  func absent() throws {
    let scored = try Sample.score(extreme("below: 50"), MemoryStore(), asOf: "2025-04-30")
    #expect(scored.resolution.status == .missing)
    #expect(scored.resolution.evidence.contains("a/b"))
  }

  @Test("A mean counts the whole window and nothing else")
  func mean() throws {
    let rule =
      "{kind: mean, series: [a/b], from: 2025-02-01, to: 2025-02-28, low: 97.8, high: 97.9}"
    let scored = try Sample.score(Sample.yaml(rule: rule), store(spike), asOf: "2025-03-31")
    #expect(scored.resolution.outcome == true)
    #expect(abs((scored.resolution.observed ?? 0) - (27 * 100 + 40) / 28) < 1e-9)
    let open = try Sample.score(Sample.yaml(rule: rule), store(spike), asOf: "2025-02-27")
    #expect(open.resolution.status == .open)
  }

  @Test("What comes after the deadline is too late")
  func tooLate() throws {
    let rule = "{kind: fall, series: [a/b], from: 2025-02-01, sessions: 60, fraction: -0.5}"
    let late = try Sample.score(
      Sample.yaml(deadline: "2025-02-10", rule: rule),
      store(spike),
      asOf: "2025-04-30"
    )
    #expect(late.resolution.outcome == false)
    #expect(late.resolution.evidence.contains("too late"))
    let inTime = try Sample.score(
      Sample.yaml(deadline: "2025-02-20", rule: rule),
      store(spike),
      asOf: "2025-04-30"
    )
    #expect(inTime.resolution.outcome == true)
  }

  @Test("A fall counts sessions from the reference close")
  func fall() throws {
    func rule(_ sessions: Int) -> String {
      Sample.yaml(
        rule: "{kind: fall, series: [a/b], from: 2025-02-01, sessions: \(sessions), fraction: -0.5}"
      )
    }
    #expect(try Sample.score(rule(14), store(spike), asOf: "2025-03-31").resolution.outcome == true)
    #expect(
      try Sample.score(rule(13), store(spike), asOf: "2025-03-31").resolution.outcome == false
    )
    #expect(try Sample.score(rule(99), store(spike), asOf: "2025-02-10").resolution.status == .open)
    let gap = try Sample.day("2025-01-30")...Sample.day("2025-02-08")
    let missing = try Sample.score(rule(14), store(spike, skipping: gap), asOf: "2025-03-31")
    #expect(missing.resolution.status == .missing)
  }

  @Test("A conditional fall starts on the day its condition comes about")
  func condition() throws {
    let rule = """
      {kind: fall, series: [a/c], from: 2025-02-01, sessions: 5, fraction: -0.1, \
      condition: {series: [a/b], since: 2025-01-01, fraction: -0.5}}
      """
    let falling = (0..<90).map { $0 >= 48 ? 80.0 : 100 }
    var both = store(spike)
    both.insert(Sample.daily("a/c", from: Self.january, falling))
    #expect(
      try Sample.score(Sample.yaml(rule: rule), both, asOf: "2025-03-31").resolution.outcome == true
    )
    var calm = store(Array(repeating: 100, count: 90))
    calm.insert(Sample.daily("a/c", from: Self.january, falling))
    let unmet = try Sample.score(Sample.yaml(rule: rule), calm, asOf: "2025-03-31")
    #expect(unmet.resolution.status == .open)
    #expect(unmet.resolution.evidence.contains("condition not met"))
  }

  @Test("Changes must all lie in their ranges; one that does not decides the rest")
  func changes() throws {
    let rising = (0..<90).map { 100 + Double($0) }
    func rule(_ legs: String) -> String {
      Sample.yaml(deadline: "2025-12-31", rule: "{kind: changes, legs: [\(legs)]}")
    }
    let up =
      "{series: [a/b], from: 2025-01-01, to: 2025-02-10, measure: relative, low: 0.39, high: 0.41}"
    let down = "{series: [a/b], from: 2025-01-01, to: 2025-02-10, measure: inverse, low: 0}"
    let later = "{series: [a/b], from: 2025-02-10, to: 2025-12-31, measure: difference, low: 0}"
    let data = store(rising)
    #expect(try Sample.score(rule(up), data, asOf: "2025-03-31").resolution.outcome == true)
    #expect(
      try Sample.score(rule("\(up), \(later)"), data, asOf: "2025-03-31").resolution.status == .open
    )
    #expect(
      try Sample.score(rule("\(down), \(later)"), data, asOf: "2025-03-31").resolution.outcome
        == false
    )
  }

  @Test("Realised volatility of a constant daily move is that move times the root of a year")
  func volatility() throws {
    let swinging = (0..<90).map { $0 % 2 == 0 ? 100.0 : 101 }
    func rule(_ level: Double) -> String {
      Sample.yaml(
        rule: """
          {kind: realised_volatility, series: [a/b], returns: 30, below: \(level), at: last_day, \
          from: 2025-03-01, to: 2025-03-31}
          """
      )
    }
    // ln(1.01)·√365 = 0.19010
    let below = try Sample.score(rule(0.1902), store(swinging), asOf: "2025-04-30")
    #expect(below.resolution.outcome == true)
    #expect(abs((below.resolution.observed ?? 0) - 0.190_101) < 1e-5)
    #expect(
      try Sample.score(rule(0.19), store(swinging), asOf: "2025-04-30").resolution.outcome == false
    )
    let gap = try Sample.day("2025-03-20")...Sample.day("2025-03-22")
    let missing = try Sample.score(rule(0.19), store(swinging, skipping: gap), asOf: "2025-04-30")
    #expect(missing.resolution.status == .missing)
  }
}
