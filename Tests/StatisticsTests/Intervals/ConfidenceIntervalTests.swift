import Testing

@testable import Statistics

@Suite("ConfidenceInterval")
struct ConfidenceIntervalTests {
  @Test("Fisher's intervals are those of row S28")
  func fisherVectors() throws {
    let short = try ConfidenceInterval.fisher(correlation: 0.91, observations: 5)
    #expect(abs(short.lower - 0.14068133604022293) < 1e-12)
    #expect(abs(short.upper - 0.9941226677050433) < 1e-12)
    let long = try ConfidenceInterval.fisher(correlation: 0.878, observations: 40)
    #expect(abs(long.lower - 0.7797587230830508) < 1e-12)
    #expect(abs(long.upper - 0.9340435682000301) < 1e-12)
  }

  @Test("Fisher's interval turns with the sign and widens with the level")
  func fisherShape() throws {
    let plus = try ConfidenceInterval.fisher(correlation: 0.4, observations: 30.5)
    let minus = try ConfidenceInterval.fisher(correlation: -0.4, observations: 30.5)
    #expect(abs(plus.lower + minus.upper) < 1e-15)
    let wide = try ConfidenceInterval.fisher(
      correlation: 0.4,
      observations: 30.5,
      confidence: 0.99
    )
    #expect(wide.lower < plus.lower && wide.upper > plus.upper)
  }

  @Test("Fisher's interval covers the correlation of normal pairs at its level")
  func fisherCoverage() throws {
    // 2 000 samples of 20 pairs with correlation 0.6: the standard error of a 90 % coverage is .0067.
    var covered = 0
    for seed in 0..<2_000 {
      var stream = Stream.forTest(seed: UInt64(seed), label: 90)
      let x = (0..<20).map { _ in stream.nextNormal() }
      let y = x.map { 0.6 * $0 + 0.8 * stream.nextNormal() }
      let correlation = try Correlation.pearson(x, y)
      let interval = try ConfidenceInterval.fisher(
        correlation: correlation,
        observations: 20,
        confidence: 0.9
      )
      if interval.contains(0.6) { covered += 1 }
    }
    #expect(abs(Double(covered) / 2_000 - 0.9) < 4 * 0.0067)
  }

  @Test("effective observations shrink with common persistence")
  func effectiveObservations() throws {
    let count = try ConfidenceInterval.effectiveObservations(
      count: 60,
      autocorrelations: (0.5, 0.4)
    )
    #expect(abs(count - 40) < 1e-12)
    let independent = try ConfidenceInterval.effectiveObservations(
      count: 60,
      autocorrelations: (0, 0.9)
    )
    #expect(independent == 60)
    #expect(throws: StatisticsError.self) {
      try ConfidenceInterval.effectiveObservations(count: 60, autocorrelations: (1, 0))
    }
  }

  @Test("Fisher's interval refuses a perfect correlation and three pairs")
  func fisherRefusals() {
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "correlation",
        value: 1,
        expected: "between -1 and 1, ends excluded"
      )
    ) { try ConfidenceInterval.fisher(correlation: 1, observations: 10) }
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "observations",
        value: 3,
        expected: "above 3"
      )
    ) { try ConfidenceInterval.fisher(correlation: 0, observations: 3) }
    #expect(throws: StatisticsError.self) {
      try ConfidenceInterval.fisher(correlation: 0, observations: 30, confidence: 1)
    }
  }

  @Test("Wilson's interval is that of row S29")
  func wilsonVector() throws {
    let interval = try ConfidenceInterval.wilson(successes: 3, trials: 33)
    #expect(abs(interval.lower - 0.03140394152458165) < 1e-12)
    #expect(abs(interval.upper - 0.23572605646469733) < 1e-12)
  }

  @Test("Wilson's ends are where the score test has its critical value", arguments: 0...12)
  func wilsonEnds(successes: Int) throws {
    let interval = try ConfidenceInterval.wilson(
      successes: successes,
      trials: 12,
      confidence: 0.9
    )
    let share = Double(successes) / 12
    // scipy.stats.norm.isf(0.05)
    let critical = 1.6448536269514722
    for end in [interval.lower, interval.upper] where end > 0 && end < 1 {
      let score = abs(share - end) / (end * (1 - end) / 12).squareRoot()
      #expect(abs(score - critical) < 1e-12)
    }
    #expect((interval.lower == 0) == (successes == 0))
    #expect((interval.upper == 1) == (successes == 12))
  }

  @Test("Wilson's interval mirrors when successes and failures swap", arguments: 0...9)
  func wilsonMirror(successes: Int) throws {
    let interval = try ConfidenceInterval.wilson(successes: successes, trials: 9)
    let mirrored = try ConfidenceInterval.wilson(successes: 9 - successes, trials: 9)
    #expect(abs(interval.lower + mirrored.upper - 1) < 1e-15)
  }

  @Test("Wilson's interval refuses impossible counts")
  func wilsonRefusals() {
    #expect(
      throws: StatisticsError.observationsTooFew(
        quantity: "Wilson interval",
        count: 0,
        minimum: 1
      )
    ) { try ConfidenceInterval.wilson(successes: 0, trials: 0) }
    #expect(
      throws: StatisticsError.valueOutOfRange(
        field: "successes",
        value: 4,
        expected: "0 ... 3"
      )
    ) { try ConfidenceInterval.wilson(successes: 4, trials: 3) }
  }
}
