import Economy
import Scenarios
import Testing

@testable import Ensembles

@Suite("MechanismAttribution")
struct MechanismAttributionTests {
  static func setting() throws -> WorldSetting {
    var scenario = try BuiltInScenarios.scenario(named: "smoke")
    scenario.days = 3
    return try WorldSetting(scenario)
  }

  @Test("contributions sum to the move exactly, on one thread as on three")
  func sums() async throws {
    let setting = try Self.setting()
    let groups = try MechanismGroup.named(["leverage", "noise", "retail_releverage"], of: setting)
    var results: [MechanismAttribution] = []
    for threads in [1, 3] {
      results.append(
        try await MechanismAttribution(
          of: setting,
          groups: groups,
          measure: .peakToTrough,
          runs: 3,
          threads: threads
        )
      )
    }
    #expect(results[0] == results[1])
    let split = results[0]
    #expect(split.contributions.reduce(0) { $0 + $1.billionths } == split.total)
    #expect(split.worldsPerRun == 8)
    #expect(split.isExact)
    #expect(split.contributions.allSatisfy { $0.standardError != nil })
    #expect(split.contributions[0].billionths < 0, "leverage deepens the fall")
    // So do they in any coarser unit, none further than one unit from its value.
    for unit in [10, 10_000, 1_000_000, 123_457] as [Int64] {
      let printed = split.rounded(to: unit)
      #expect(printed.contributions.reduce(0, +) == printed.total)
      #expect(abs(printed.total * unit - split.total) * 2 <= unit)
      for (part, whole) in zip(printed.contributions, split.contributions) {
        #expect(abs(part * unit - whole.billionths) < unit)
      }
    }
    #expect(split.rounded(to: 1).contributions == split.contributions.map(\.billionths))
    // The ends are the worlds themselves.
    let on = try (0..<3).map { try setting.closes(run: $0, without: []).peakToTrough }
    let mean = on.reduce(0, +) / 3
    #expect(abs(Double(split.allOn) / 1e9 - mean) < 2e-9)
  }

  @Test("many mechanisms are split over sampled orders, and still without rest")
  func sampled() {
    let plan = AttributionPlan(players: 12, seed: 1, run: 0)
    #expect(plan.sets.first == 0)
    #expect(plan.sets.last == (1 << 12) - 1)
    #expect(plan.sets.count <= 16 * 11 + 2)
    #expect(plan.sets == AttributionPlan(players: 12, seed: 1, run: 0).sets)
    #expect(plan.sets != AttributionPlan(players: 12, seed: 1, run: 1).sets)
    let values = plan.sets.map { Int64($0.nonzeroBitCount * $0.nonzeroBitCount) }
    let split = plan.split(values)
    #expect(split.denominator == 16)
    #expect(split.numerators.reduce(0, +) == 144 * 16)
  }

  @Test("the standard groups hold every mechanism that is on once, in at most six groups")
  func groups() throws {
    for name in ["smoke", "default"] {
      let setting = try WorldSetting(
        BuiltInScenarios.scenario(named: name),
        without: ["resilience"]
      )
      let groups = MechanismGroup.standard(of: setting)
      #expect(groups.count <= MechanismGroup.standardCount)
      let all = groups.flatMap(\.mechanisms)
      #expect(Set(all).count == all.count)
      #expect(Set(all) == Set(setting.mechanisms.map(\.id)).subtracting(["resilience"]))
    }
  }

  @Test("a mechanism that the world lacks or that is off cannot be split off")
  func unknown() throws {
    let setting = try Self.setting()
    #expect(throws: ScenarioError.self) { try MechanismGroup.named(["mandates"], of: setting) }
    #expect(throws: ScenarioError.self) {
      try MechanismGroup.named(["noise", "noise"], of: setting)
    }
  }
}
