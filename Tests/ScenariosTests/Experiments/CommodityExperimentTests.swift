import Testing

@testable import Scenarios

@Suite("Experiments of oil and of the Hong Kong dollar in worlds")
struct CommodityExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test(
    "Without the mechanism the quantity is exactly nothing, and a run is the same twice",
    arguments: [
      ("M2.5-world", "slump"), ("M2.5-world", "glut"), ("M4.5-world", "board"),
      ("M4.5-world", "no_board"),
    ]
  )
  func controls(id: String, reading: String) throws {
    let experiment = try Experiments.experiment(id)
    let control = Common.run(id, isControl: true, reading: reading)
    #expect(try experiment.measure(control).quantity == 0)
    let run = Common.run(id, reading: reading)
    let first = try experiment.measure(run)
    #expect(first == (try experiment.measure(run)))
    #expect(first.quantity != nil)
  }

  @Test("A slump and a glut both take the front's premium, and both fill stores")
  func curve() throws {
    for reading in ["slump", "glut"] {
      let measured = try Common.measure(
        OilDemandExperiment(),
        reading: reading,
        ["shift_fraction": 0.05]
      )
      #expect(try #require(measured.quantity) < 0)
      #expect(try Common.companion("change of stocks", of: measured) > 0)
      #expect(try Common.companion("change of the spot price", of: measured) < 0)
    }
  }

  @Test("An inflow beyond the band is in the balance with a board, and in the price without one")
  func band() throws {
    let inflow = ["inflow_usd_bn_per_day": 4.0]
    let board = try Common.measure(BandWorldExperiment(), reading: "board", inflow)
    let without = try Common.measure(BandWorldExperiment(), reading: "no_board", inflow)
    let balance = try Common.companion("change of the aggregate balance", of: board)
    #expect(balance > 1)
    #expect(
      try abs(balance - Common.companion("sum of the board's exchanges", of: board)) < 1e-6
    )
    #expect(
      try Common.companion("HIBOR at the end", of: board)
        < Common.companion("HIBOR without the inflow", of: board)
    )
    #expect(try Common.companion("place in the band at the end", of: board) <= 1 + 1e-3)
    #expect(try Common.companion("place in the band at the end", of: without) > 1)
    #expect(try Common.companion("change of the aggregate balance", of: without) == 0)
  }
}
