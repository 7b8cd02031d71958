import Testing

@testable import Scenarios

@Suite("ClosePath")
struct ClosePathTests {
  @Test("the deepest fall runs from the highest close before it")
  func drawdown() {
    let path = ClosePath(logs: [1, 1.2, 0.9, 1.3, 0.95, 1.1])
    #expect(path.drawdown == (3, 4))
    #expect(abs(path.peakToTrough + 0.35) < 1e-15)
    #expect(abs(path.closeToClose - 0.1) < 1e-15)
    #expect(path.turningPoint == 3)
  }

  @Test("a path that only rises has no fall, and one close no volatility")
  func rising() {
    let path = ClosePath(logs: [0, 0.1, 0.2])
    #expect(path.peakToTrough == 0)
    #expect(ClosePath(logs: [0, 1]).realisedVolatility(days: 30) == nil)
  }

  @Test("volatility is uncentred over the last days")
  func volatility() throws {
    let path = ClosePath(logs: [0, 5, 5.01, 5.03])
    let expected = ((0.01 * 0.01 + 0.02 * 0.02) * 365 / 2).squareRoot()
    #expect(abs(try #require(path.realisedVolatility(days: 2)) - expected) < 1e-12)
  }
}
