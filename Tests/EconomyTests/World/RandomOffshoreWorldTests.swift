import Quantities
import Statistics
import Testing

@testable import Economy

@Suite("Random runs on offshore dollars conserve everything")
struct RandomOffshoreWorldTests {
  private static let mechanisms = [
    "offshore_run", "swap_lines", "offshore_sales", "offshore_roll", "dealer_leverage",
    "standing_repo", "lender_refusal", "currency_defence", "fund_unwind",
  ]

  private static func plan(_ number: UInt64, days: Int) -> WorldPlan {
    var stream = Stream(seed: 11, run: number, purpose: Purpose(rawValue: 0xDEF2))
    func below(_ most: Double) -> Double { most * stream.nextUniform() }
    var plan = OffshoreWorld.plan(
      bank: [
        "roll_share_per_day": below(1), "paper_limit_ratio": below(2),
        "reserves_kept_share": below(1),
        "default_probability_annual": below(0.5), "corridor_width_bp": below(100),
      ],
      official: ["defence_intensity": below(20), "trigger_deviations": below(3)]
    )
    plan.start = plan.start + stream.nextIndex(below: 400)
    for place in plan.participants.indices where plan.participants[place].kind == "dealer" {
      plan.participants[place].numbers["leverage_ratio_min"] = 0.03 + below(0.04)
    }
    for name in mechanisms where stream.nextEvent(probability: 0.15) { plan.without.insert(name) }
    for index in 0..<(1 + stream.nextIndex(below: 3)) {
      plan.shocks.append(
        WorldShock(
          stream.nextEvent(probability: 0.7) ? .offshoreRun : .lenderRefusal,
          name: "shock \(index)",
          day: stream.nextIndex(below: days),
          hours: below(96),
          size: below(1)
        )
      )
    }
    plan.participants.append(
      ParticipantPlan(
        "figure_setter",
        "setter",
        numbers: ["value": below(6), "first_day": 2, "last_day": 5],
        words: ["figure": "currency stress"]
      )
    )
    return plan
  }

  @Test("300 of them keep I1–I7 and the central bank's identity every day, and leave no orphan")
  func conserves() throws {
    var forced = 0
    var drawn = 0
    for number in 0..<300 {
      let plan = Self.plan(UInt64(number), days: 8)
      let world = try World(plan, catalogue: OffshoreWorld.catalogue, seed: 5, run: UInt64(number))
      try world.run(days: 8)
      #expect(world.causes.orphanCount == 0)
      #expect(try world.centralBankIdentity() == 0)
      let line = try world.units("swap-line claims", of: "FED")
      #expect(try world.units("swap-line loans", of: "FO") == line)
      if world.forcedDollars(of: "foreign banks") > 0 { forced += 1 }
      if line > 0 { drawn += 1 }
    }
    // Both sides of the question are in the sample.
    #expect(forced > 10 && drawn > 10)
  }
}
