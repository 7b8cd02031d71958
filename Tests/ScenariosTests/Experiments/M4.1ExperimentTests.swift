import Testing

@testable import Scenarios

@Suite("Experiments of a theft from an exchange")
struct TheftExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test(
    "The hole is the loss beyond the reserve",
    arguments: [("reserve_0.7", 0.8), ("reserve_1.0", 0.5)]
  )
  func hole(reading: String, expected: Double) throws {
    let measured = try Common.measure(VenueHoleExperiment(), reading: reading)
    #expect(abs(try #require(measured.quantity) - expected) < 0.02)
    #expect(try Common.companion("loss published", of: measured) == 1.5)
    #expect(try Common.companion("hole after 16 days", of: measured) == 0)
  }

  @Test("A reserve that covers the loss ends the run, a smaller one makes it worse")
  func run() throws {
    let shares = try [1.6e9, 1.0e9, 0.7e9].map { reserve in
      try #require(try Common.measure(CustomerRunExperiment(), ["reserve_usd": reserve]).quantity)
    }
    #expect(shares[0] == 0)
    #expect(shares[1] > 0 && shares[2] > shares[1])
  }

  @Test("Funds lose what holders sell, and nothing if holders do not mind")
  func outflow() throws {
    let experiment = FundOutflowExperiment()
    let measured = try Common.measure(experiment)
    let sold = try Common.companion("sold by the holders", of: measured)
    #expect(abs(sold - 0.45) < 0.01)
    let outflow = try #require(measured.quantity)
    #expect(outflow > 0.5 * sold && outflow <= sold * 1.1)
    #expect(try #require(try Common.measure(experiment, ["sale_usd_per_usd": 0]).quantity) < 0.1)
  }

  @Test("An exchange that buys stolen coins back raises the price, one that does not leaves a fall")
  func price() throws {
    let experiment = TheftPriceExperiment()
    #expect(try #require(try Common.measure(experiment).quantity) < 0)
    #expect(try #require(try Common.measure(experiment, ["replacement": 0]).quantity) > 0)
  }
}
