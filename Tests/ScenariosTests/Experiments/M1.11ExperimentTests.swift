import Testing

@testable import Scenarios

@Suite("Experiments of exit windows")
struct ExitExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test("The exit moves a shallow market further than a deep one, and US equities least")
  func order() throws {
    let measured = try Common.measure(ExitWindowExperiment())
    let falls = try ["GOV", "ETH", "BTC", "SPX"].map {
      try Common.companion("log fall by the exit, \($0)", of: measured)
    }
    #expect(zip(falls, falls.dropFirst()).allSatisfy { $0 > $1 })
    #expect(falls[3] > 0)
    let control = try Common.measure(ExitWindowExperiment(), isControl: true)
    #expect(try Common.companion("log fall by the exit, GOV", of: control) == 0)
    #expect(try #require(measured.positions).count == 8)
  }

  @Test("Withdrawal of depth makes a panic deeper, and something is left of the price")
  func withdrawal() throws {
    let measured = try Common.measure(DepthWithdrawalExperiment(), ["panic_usd_per_day": 20e9])
    #expect(try #require(measured.quantity) > 0)
    let left = try Common.companion("price left", of: measured)
    #expect(left > 0.3 && left < 1)
  }
}
