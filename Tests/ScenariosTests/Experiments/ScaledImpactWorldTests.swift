import Testing

@testable import Scenarios

@Suite("M3.4: equal dollars in the markets of the world")
struct ScaledImpactWorldTests {
  @Test("equally large markets move by less for fewer dollars")
  func control() throws {
    for reading in ["market_value", "square_root", "default_markets"] {
      let measured = try ScaledImpactWorldExperiment().measured(reading, isControl: true)
      #expect(try #require(measured.quantity) < 1)
    }
  }

  @Test("what stays is linear in size over volume, what a purchase makes at once is concave")
  func laws() throws {
    let stays = try #require(ScaledImpactWorldExperiment().measured("market_value").quantity)
    let once = try #require(ScaledImpactWorldExperiment().measured("square_root").quantity)
    #expect(abs(stays - 0.429 * 5) < 0.05)
    #expect(once > 1 && once < stays)
  }
}
