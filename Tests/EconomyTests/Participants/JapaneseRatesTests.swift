import Quantities
import Testing

@testable import Economy

@Suite("Japanese rates")
struct JapaneseRatesTests {
  private func yield(
    numbers: [String: Double],
    channel: String = "supply",
    without: Set<String> = [],
    days: Int = 3
  ) throws -> [Double] {
    var plan = WorldPlan(start: WorldPlan.standardStart, barsPerDay: 1)
    plan.participants = [
      ParticipantPlan("japanese_rates", "Japan", numbers: numbers, words: ["channel": channel])
    ]
    plan.without = without
    let catalogue = ParticipantCatalogue([JapaneseRates.self])
    let world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    var yields = [try world.figure("JGB ten-year yield")]
    for _ in 0..<days {
      try world.step()
      yields.append(try world.figure("JGB ten-year yield"))
    }
    return yields
  }

  @Test("bonds to be placed raise the yield by the slope, on the day of the news and not before")
  func supply() throws {
    let numbers = [
      "stimulus_jpy": 18e12, "new_bonds_share": 1, "slope_bp_per_point": 5,
      "stimulus_day_count": 1,
    ]
    let yields = try yield(numbers: numbers)
    #expect(yields[0] == 1.82 && yields[1] == 1.82)
    #expect(abs(yields[2] - (1.82 + 0.15)) < 1e-12)
    #expect(yields[3] == yields[2])
  }

  @Test(
    "the debt ratio falls, and with it the yield, where output rises enough",
    arguments: [
      (0.0, true), (0.2, true), (0.4, false), (1.0, false),
    ]
  )
  func sustainability(multiplier: Double, rises: Bool) throws {
    let numbers = ["stimulus_jpy": 17e12, "output_multiplier": multiplier]
    let yields = try yield(numbers: numbers, channel: "sustainability")
    #expect((yields[3] > 1.82) == rises)
  }

  @Test("without a stimulus, or switched off, nothing moves")
  func off() throws {
    #expect(try yield(numbers: [:]).allSatisfy { $0 == 1.82 })
    let off = try yield(numbers: ["stimulus_jpy": 17e12], without: ["fiscal_news"])
    #expect(off.allSatisfy { $0 == 1.82 })
    #expect(throws: WorldError.self) { try yield(numbers: [:], channel: "confidence") }
  }
}
