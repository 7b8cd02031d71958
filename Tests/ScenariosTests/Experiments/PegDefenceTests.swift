import Testing

@testable import Scenarios

@Suite("M1.7: the defence of a synthetic dollar")
struct PegDefenceTests {
  @Test("without the defence the token does not move")
  func control() throws {
    for reading in ["fund_floor", "thick_fund"] {
      let measured = try PegDefenceExperiment().measured(reading, isControl: true)
      #expect(try #require(measured.positions)[0] == 30)
      #expect(measured.companions[0].value == 1)
      #expect(measured.companions[3].value == 1)
    }
  }

  @Test("a higher floor for the fund takes more from the token")
  func floor() throws {
    let experiment = PegDefenceExperiment()
    let tokens = try [0.003, 0.01, 0.03].map {
      try experiment.measured(
        "fund_floor",
        isControl: false,
        number: 0,
        ["fund_floor_ratio": $0]
      ).companions[0].value
    }
    #expect(tokens[0] < 1)
    #expect(tokens[1] < tokens[0] && tokens[2] < tokens[1])
    #expect(
      try experiment.measured("thick_fund") == experiment.measured("thick_fund")
    )
  }

  @Test("the margin of the hedge is what a venue can take, and nothing without its failure")
  func lost() throws {
    let experiment = LostDollarExperiment()
    let margin = try #require(experiment.measured("margin_at_venue").quantity)
    let all = try #require(
      experiment.measured("margin_at_venue", isControl: false, number: 0, ["hedge_leverage": 1])
        .quantity
    )
    #expect(margin > 0.02 && margin < 0.3)
    #expect(all > 2 * margin && all < 0.6)
    for reading in ["margin_at_venue", "off_exchange"] {
      #expect(try experiment.measured(reading, isControl: true).quantity == 0)
    }
  }
}
