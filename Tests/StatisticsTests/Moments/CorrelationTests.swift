import Testing

@testable import Statistics

@Suite("Correlation")
struct CorrelationTests {
  static let first = [1.0, 2, 3, 4, 5, 7, 6.5, 8, 3]
  static let second = [2.0, 1, 4, 3, 7, 8, 5, 9.5, 1]

  @Test("agrees with numpy")
  func agreesWithNumPy() throws {
    // numpy.corrcoef(first, second)[0, 1]
    let value = try Correlation.pearson(Self.first, Self.second)
    #expect(abs(value - 0.8874079810046752) < 1e-15)
    // d = first - mean; (d[1:]*d[:-1]).sum()/(d*d).sum()
    let lagged = try Correlation.autocorrelation(of: Self.first, lag: 1)
    #expect(abs(lagged - 0.46704331450094155) < 1e-15)
  }

  @Test(
    "is one for a rising line, minus one for a falling one, and never beyond",
    arguments: 2..<40
  )
  func lines(count: Int) throws {
    let x = (0..<count).map { 0.1 * Double($0) + 3 }
    #expect(abs(try Correlation.pearson(x, x.map { 7 * $0 - 1 }) - 1) < 1e-14)
    #expect(abs(try Correlation.pearson(x, x.map { -0.3 * $0 }) + 1) < 1e-14)
    #expect(abs(try Correlation.pearson(x, x)) <= 1)
  }

  @Test("refuses a constant series and too short ones")
  func refusals() {
    #expect(
      throws: StatisticsError.fitNotIdentified(
        model: "correlation",
        reason: "a series is constant"
      )
    ) { try Correlation.pearson([1, 1, 1], [1, 2, 3]) }
    #expect(
      throws: StatisticsError.observationsTooFew(
        quantity: "correlation",
        count: 1,
        minimum: 2
      )
    ) { try Correlation.pearson([1], [1]) }
    #expect(
      throws: StatisticsError.observationsTooFew(
        quantity: "autocorrelation",
        count: 3,
        minimum: 4
      )
    ) { try Correlation.autocorrelation(of: [1, 2, 3], lag: 3) }
  }
}
