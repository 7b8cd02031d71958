import Economy
import Quantities
import Statistics
import Testing

/// Publishes its draws and does nothing else.
private struct Witness: Participant {
  static let kind = ParticipantKind(
    id: "witness",
    summary: "Draws and publishes.",
    systems: [],
    parameters: [],
    stages: [.bar]
  )
  private let figure: FigureID

  init(_ plan: ParticipantPlan, _ setup: inout WorldSetup) throws(WorldError) {
    figure = setup.figure(named: "draw of \(plan.name)")
  }

  mutating func act(_ view: ParticipantView, _ intents: inout IntentList) {
    var stream = view.stream(0)
    intents.publish(figure, stream.nextUniform())
  }
}

@Suite("Draws belong to names")
struct WorldDrawsTests {
  private static let catalogue = ParticipantCatalogue([
    NoiseTraders.self, RetailCohort.self, Witness.self,
  ])

  private func draws(of name: String, _ plan: WorldPlan) throws -> [Double] {
    let world = try World(plan, catalogue: Self.catalogue, seed: 9, run: 2)
    var draws: [Double] = []
    for _ in 0..<4 {
      let day = try world.step()
      draws.append(day.figures[try #require(world.figure(named: "draw of \(name)")).index])
    }
    return draws
  }

  private static func plan() -> WorldPlan {
    var plan = RandomWorld(number: 21).plan
    plan.participants += [ParticipantPlan("witness", "m"), ParticipantPlan("witness", "z")]
    return plan
  }

  @Test("Removing a participant leaves the others' draws alone")
  func removal() throws {
    let whole = Self.plan()
    var less = whole
    less.participants.removeAll { $0.name == "z" || $0.kind == "noise_traders" }
    #expect(try draws(of: "m", whole) == draws(of: "m", less))
  }

  @Test("A participant that does nothing leaves every price and draw alone")
  func addition() throws {
    let whole = Self.plan()
    var more = whole
    more.participants.append(ParticipantPlan("witness", "a"))
    #expect(try draws(of: "m", whole) == draws(of: "m", more))
    #expect(try closes(whole) == closes(more))
  }

  @Test("The order of the participants in a file means nothing")
  func order() throws {
    let plan = Self.plan()
    var reversed = plan
    reversed.participants.reverse()
    reversed.markets.reverse()
    #expect(try draws(of: "m", plan) == draws(of: "m", reversed))
    #expect(try closes(plan) == closes(reversed))
  }

  private func closes(_ plan: WorldPlan) throws -> [[Double]] {
    let world = try World(plan, catalogue: Self.catalogue, seed: 9, run: 2)
    try world.run(days: 4)
    return world.days.map { $0.markets.map(\.close) }
  }
}
