import Testing

@testable import Statistics

@Suite("RealisedVolatility")
struct RealisedVolatilityTests {
  @Test("gives both variants of a return series known in closed form")
  func closedForm() throws {
    // Returns a, −a, 2a: squares 6a², mean 2a/3, centred squares 6a² − 4a²/3.
    let returns = [0.01, -0.01, 0.02]
    let uncentred = try RealisedVolatility.uncentred(of: returns, periodsPerYear: 365)
    #expect(abs(uncentred - 0.01 * (365 * 2.0).squareRoot()) < 1e-15)
    let centred = try RealisedVolatility.centred(of: returns, periodsPerYear: 252)
    #expect(abs(centred - 0.01 * (126.0 * (6 - 4.0 / 3)).squareRoot()) < 1e-15)
  }

  @Test("rolls as each window alone")
  func rolling() throws {
    let returns = SeededSeries.values(.normal, count: 120, seed: 5).map { 0.02 * $0 }
    let uncentred = try RollingVolatility.uncentred(of: returns, window: 30, periodsPerYear: 365)
    let centred = try RollingVolatility.centred(of: returns, window: 30, periodsPerYear: 365)
    #expect(uncentred.count == 91 && centred.count == 91)
    for start in 0..<91 {
      let part = Array(returns[start..<(start + 30)])
      let alone = try RealisedVolatility.uncentred(of: part, periodsPerYear: 365)
      #expect(abs(uncentred[start] - alone) < 1e-14)
      let moments = Moments(of: part)
      let expected = try #require(moments.variance) * 365
      #expect(abs(centred[start] - expected.squareRoot()) < 1e-13)
    }
  }

  @Test("the relative standard error of 30 Gaussian returns is 12.9 % (row S29)")
  func standardError() {
    #expect(abs(RealisedVolatility.relativeStandardError(observations: 30) - 0.129099) < 5e-7)
    let heavy = RealisedVolatility.relativeStandardError(observations: 30, excessKurtosis: 6)
    #expect(abs(heavy - 0.5 * (8.0 / 30).squareRoot()) < 1e-15)
  }

  @Test("the bootstrap's standard error meets the formula for independent Gaussian returns")
  func bootstrap() throws {
    let returns = SeededSeries.values(.normal, count: 4_000, seed: 6)
    var stream = Stream.forTest(seed: 7)
    let distribution = try RealisedVolatility.bootstrap(
      of: returns,
      periodsPerYear: 1,
      replicates: 400,
      using: &stream
    )
    let formula = RealisedVolatility.relativeStandardError(observations: 4_000)
    #expect(abs(distribution.standardError / distribution.estimate / formula - 1) < 0.15)
  }

  @Test("refuses prices that have no logarithm", arguments: [0.0, -1, .nan, .infinity])
  func prices(price: Double) {
    #expect(throws: StatisticsError.self) { try LogReturns.of([1, price]) }
  }

  @Test("log returns add up to the log of the whole ratio")
  func logReturns() throws {
    let returns = try LogReturns.of([100, 120, 90, 150])
    #expect(abs(returns.reduce(0, +) - 0.4054651081081644) < 1e-15)
    #expect(try LogReturns.of([5]).isEmpty)
  }
}
