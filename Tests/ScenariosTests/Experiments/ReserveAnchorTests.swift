import Testing

@testable import Scenarios

@Suite("M1.8: reserves of stablecoins and the leverage curve")
struct ReserveAnchorTests {
  @Test("a reserve that nobody trades changes nothing", arguments: ["bitcoin", "gold"])
  func control(reading: String) throws {
    #expect(try ReserveAnchorExperiment().measured(reading, isControl: true).quantity == 1)
  }

  @Test("sales of a reserve of bitcoin fall on the market that redeems them")
  func bitcoin() throws {
    let measured = try ReserveAnchorExperiment().measured("bitcoin")
    #expect(try #require(measured.quantity) > 1)
    #expect(measured.companions[2].value < 1)
    #expect(measured == (try ReserveAnchorExperiment().measured("bitcoin")))
  }
}
